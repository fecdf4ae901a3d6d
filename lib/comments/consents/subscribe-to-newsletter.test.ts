import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { commenters, jobs, subscriptions } from '@/db/schema';
import { aComment, aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { sendDueMail } from '@/lib/mail/delivery/send-due-mail';
import { endSubscriptions } from '@/lib/mail/queue/end-subscriptions';
import { testMailer } from '@/lib/mail/testing/test-mailer';
import { done, refused } from '@/lib/result';
import { postComment } from '../posting/post-comment';
import { confirmAddress } from './confirm-address';
import { subscribeToNewsletter } from './subscribe-to-newsletter';

const noon = new Date('2026-11-24T06:00:00Z');
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);
const EMAIL = 'rahim@example.com';
const ask = (db: Connection, email = EMAIL, now = noon, network = 'n') =>
  subscribeToNewsletter(db, { email, network }, now);
const kept = (db: Connection) => db.select().from(subscriptions).all();

test('nothing but the question is sent, and the link in it starts the letter', async () => {
  const db = newsroom();
  const post = testMailer();
  expect(await ask(db)).toEqual(done());
  await sendDueMail(db, post, () => noon);
  expect(post.mails).toMatchObject([{ to: EMAIL, subject: 'আপনার ই-মেইল ঠিকানা নিশ্চিত করুন' }]);
  const text = post.mails[0]?.text ?? '';
  expect(text).toContain('প্রতিদিন সকালের নিউজলেটার');
  expect(text).not.toContain('মন্তব্য');
  expect(kept(db)).toMatchObject([{ kind: 'letter', consentedAt: noon, confirmedAt: null }]);
  const token = /confirm\?token=([^\s&"]+)/.exec(text)?.[1] ?? '';
  await confirmAddress(db, { token }, hours(1));
  expect(kept(db)).toMatchObject([{ confirmedAt: hours(1) }]);
  // Asked for again it is there already.
  expect(await ask(db, EMAIL, hours(5))).toEqual(done());
  expect([kept(db).length, db.select().from(jobs).all().length]).toEqual([1, 1]);
});

test('a stranger who asks again and again fills a mailbox no further than three letters a day', async () => {
  const db = newsroom();
  const post = testMailer();
  for (let hour = 0; hour < 24; hour += 1) {
    expect(await ask(db, EMAIL, hours(hour), `n${hour}`)).toEqual(done());
    await sendDueMail(db, post, () => hours(hour));
  }
  expect(post.mails).toHaveLength(3);
});

test('a network that tries many addresses is stopped, and nothing of the rest is kept', async () => {
  const db = newsroom();
  for (let n = 0; n < 20; n += 1) expect(await ask(db, `a${n}@example.com`)).toEqual(done());
  expect(await ask(db, 'a20@example.com')).toEqual(refused('too-many'));
  expect(db.select().from(commenters).all()).toHaveLength(20);
  expect(await ask(db, 'a20@example.com', noon, 'other')).toEqual(done());
  expect(await ask(db, 'a21@example.com', hours(1))).toEqual(done());
});

test('who has said no more is left alone for a month, and staff have the desk', async () => {
  const db = newsroom();
  const post = testMailer();
  await ask(db);
  await sendDueMail(db, post, () => noon);
  await endSubscriptions(db, { commenterId: 1 }, 'unsubscribed', hours(1));
  await ask(db, EMAIL, hours(48));
  await ask(db, EMAIL, hours(24 * 29));
  await sendDueMail(db, post, () => hours(24 * 29));
  expect(post.mails).toHaveLength(1);
  await ask(db, EMAIL, hours(24 * 31));
  await sendDueMail(db, post, () => hours(24 * 31));
  expect(post.mails).toHaveLength(2);

  const mitu = aMember(db, 'editor');
  db.insert(commenters)
    .values({ email: 'mitu@barta.test', name: 'মিতু', staffId: mitu.id, createdAt: noon })
    .run();
  await ask(db, 'mitu@barta.test');
  expect(kept(db)).toHaveLength(2);
});

test('a commenter keeps the name; who asked for the letter first gets one with the first comment', async () => {
  const db = newsroom();
  const story = aStory(db);
  aComment(db, { storyId: story.id, email: 'karim@example.com', name: 'করিম' });
  await ask(db, 'karim@example.com');
  await ask(db);
  const draft = {
    storyId: story.id,
    parentId: null,
    name: 'রহিম',
    email: EMAIL,
    website: '',
    body: 'প্রথম কথা',
    trap: '',
  };
  await postComment(db, draft, { network: 'n' }, noon);
  expect(
    db
      .select()
      .from(commenters)
      .all()
      .map(({ name }) => name),
  ).toEqual(['করিম', 'রহিম']);
});
