import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { letterCounts } from '@/db/queries/discussion/mail';
import { commenters, comments, jobs, settings, subscriptions } from '@/db/schema';
import { aComment, aMember, aStory } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { confirmAddress } from '@/lib/comments/consents/confirm-address';
import { decideComments } from '@/lib/comments/desk/decide-comments';
import { postComment } from '@/lib/comments/posting/post-comment';
import { parseEnv } from '@/lib/env';
import { refused } from '@/lib/result';
import { queueMail } from '../queue/queue-mail';
import { queueNewsletter } from '../queue/queue-newsletter';
import { testMailer } from '../testing/test-mailer';
import { readUnsubscribeToken, unsubscribeToken } from '../tokens/unsubscribe-token';
import { claimMail, LOCK_MS, MOST_ATTEMPTS, settleMail } from './claim-mail';
import { openMailPort } from './mail-port';
import { sendDueMail } from './send-due-mail';

const noon = new Date('2026-11-24T06:00:00Z');
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);
const at = (time: Date) => () => time;

function writes(
  db: Connection,
  more: {
    storyId?: number;
    body?: string;
    email?: string;
    parentId?: number;
    replies?: boolean;
    letter?: boolean;
    device?: string;
    now?: Date;
  } = {},
) {
  const { storyId = 1, body = 'ভালো লেগেছে।', email = 'rahim@example.com', parentId = null } = more;
  const consents = { replies: more.replies ?? false, newsletter: more.letter ?? false };
  const draft = { storyId, parentId, name: 'রহিম', email, website: '', body, trap: '', consents };
  const signals = { network: 'a1', ...(more.device && { device: more.device }) };
  return postComment(db, draft, signals, more.now ?? noon);
}

const tokenIn = (text: string, path: string) =>
  new RegExp(`/account/${path}\\?token=([^\\s&"]+)`).exec(text)?.[1] ?? '';
const subs = (db: Connection) => db.select().from(subscriptions).all();

/** রহিম has a visible comment and asked to be told of replies, confirmed. */
async function aListener(db: Connection) {
  const story = aStory(db);
  const root = aComment(db, { storyId: story.id, body: 'মূল কথা' });
  db.insert(subscriptions)
    .values({
      commenterId: root.commenterId,
      kind: 'replies',
      rootId: root.id,
      consentedAt: noon,
      confirmedAt: noon,
    })
    .run();
  return { story, root };
}

function answers(
  db: Connection,
  root: { id: number; storyId: number },
  n: number,
  state: 'visible' | 'held' = 'visible',
) {
  return aComment(db, {
    storyId: root.storyId,
    parentId: root.id,
    rootId: root.id,
    depth: 1,
    email: 'karim@example.com',
    name: 'করিম',
    body: `জবাব ${n}`,
    state,
  });
}

/** Held, then let stand by a moderator. */
async function standing(db: Connection, root: { id: number; storyId: number }, n: number, now: Date) {
  const reply = answers(db, root, n, 'held');
  const mitu = aMember(db, 'moderator', `মিতু ${n}`);
  await decideComments(db, mitu, { verdict: 'approve', targets: [{ commentId: reply.id, basedOn: 1 }] }, now);
  return reply;
}

test('what is consented to is kept apart, with its time, and nothing but the question is sent', async () => {
  const db = newsroom();
  aStory(db);
  const post = testMailer();
  expect(await writes(db, { replies: true, letter: true })).toMatchObject({ value: { isMailed: true } });

  expect(subs(db)).toMatchObject([
    { kind: 'replies', rootId: 1, consentedAt: noon, confirmedAt: null },
    { kind: 'letter', rootId: null, consentedAt: noon, confirmedAt: null },
  ]);
  await sendDueMail(db, post, at(minutes(1)));
  expect(post.mails).toHaveLength(1);
  expect(post.mails[0]).toMatchObject({ to: 'rahim@example.com', subject: 'আপনার ই-মেইল ঠিকানা নিশ্চিত করুন' });
  expect(post.mails[0]?.text).toContain('প্রতিদিন সকালের নিউজলেটার');
  expect(post.mails[0]?.text).toContain('/account/withdraw?token=1.1.');
  expect(JSON.stringify(db.select().from(jobs).all())).not.toMatch(/@|rahim/);
});

test('a comment without consents owes nobody a letter', async () => {
  const db = newsroom();
  aStory(db);
  expect(await writes(db)).toMatchObject({ value: { isMailed: false } });
  expect([subs(db), db.select().from(jobs).all()]).toEqual([[], []]);
});

test('the link confirms what was asked before the letter left, once', async () => {
  const db = newsroom();
  aStory(db);
  const post = testMailer();
  await writes(db, { replies: true });
  await sendDueMail(db, post, at(minutes(1)));
  await writes(db, { letter: true, body: 'পরে চাওয়া', now: minutes(2) });
  const token = tokenIn(post.mails[0]?.text ?? '', 'confirm');

  expect(await confirmAddress(db, { token }, minutes(3))).toEqual({ ok: true, value: { confirmed: 1 } });
  expect(subs(db)).toMatchObject([{ confirmedAt: minutes(3) }, { kind: 'letter', confirmedAt: null }]);
  expect(db.select().from(commenters).get()).toMatchObject({ verifiedAt: minutes(3) });
  expect(await confirmAddress(db, { token }, minutes(4))).toEqual(refused('bad-link'));
  expect(await confirmAddress(db, { token: 'x' }, minutes(4))).toEqual(refused('bad-link'));
});

test('a link that is too old confirms nothing', async () => {
  const db = newsroom();
  aStory(db);
  const post = testMailer();
  await writes(db, { letter: true });
  await sendDueMail(db, post, at(noon));
  const token = tokenIn(post.mails[0]?.text ?? '', 'confirm');
  expect(await confirmAddress(db, { token }, minutes(8 * 24 * 60))).toEqual(refused('bad-link'));
  expect(subs(db)).toMatchObject([{ confirmedAt: null }]);
});

test('a stranger who types an address again and again fills its mailbox no further than three letters a day', async () => {
  const db = newsroom();
  aStory(db);
  const post = testMailer();
  for (let n = 0; n < 12; n += 1) {
    await writes(db, { letter: true, body: `কথা ${n}`, now: minutes(n * 90) });
    await sendDueMail(db, post, at(minutes(n * 90)));
  }
  expect(post.mails).toHaveLength(3);
});

test('the device that has proven the address need not prove it again; another one must', async () => {
  const db = newsroom();
  aStory(db);
  const post = testMailer();
  await writes(db, { replies: true, device: 'mine' });
  await sendDueMail(db, post, at(noon));
  await confirmAddress(db, { token: tokenIn(post.mails[0]?.text ?? '', 'confirm'), device: 'mine' }, noon);
  db.update(comments).set({ state: 'visible' }).run();

  await writes(db, { letter: true, body: 'আমিই', device: 'mine', now: minutes(5) });
  expect(subs(db)[1]).toMatchObject({ kind: 'letter', confirmedAt: minutes(5) });
  const other = aStory(db);
  await writes(db, { replies: true, storyId: other.id, device: 'theirs', now: minutes(6) });
  expect(subs(db)[2]).toMatchObject({ confirmedAt: null });
});

test('replies within the hour are one letter, the next one comes an hour later', async () => {
  const db = newsroom();
  const { root } = await aListener(db);
  const post = testMailer();
  await standing(db, root, 1, minutes(0));
  await standing(db, root, 2, minutes(1));
  await sendDueMail(db, post, at(minutes(1)));
  await standing(db, root, 3, minutes(10));
  await standing(db, root, 4, minutes(20));
  await sendDueMail(db, post, at(minutes(60)));
  expect(post.mails).toHaveLength(1);
  expect(post.mails[0]?.text).toContain('২টি নতুন জবাব');
  expect(post.mails[0]?.text).toContain(`https://barta.test/national/1/discussion/comment-2`);
  expect(post.mails[0]?.unsubscribe).toMatch(/^https:\/\/barta\.test\/api\/letters\/unsubscribe\?token=s1\./);

  await sendDueMail(db, post, at(minutes(61)));
  expect(post.mails).toHaveLength(2);
  expect(post.mails[1]?.text).toContain('জবাব 4'.normalize('NFC'));
  await sendDueMail(db, post, at(minutes(600)));
  expect(post.mails).toHaveLength(2);
});

test('a digest that failed and went late keeps the next one an hour away', async () => {
  const db = newsroom();
  const { root } = await aListener(db);
  await standing(db, root, 1, minutes(0));
  const onItsWay = await claimMail(db, minutes(0));
  await standing(db, root, 2, minutes(1));
  if (!onItsWay) throw new Error('no claim');
  await settleMail(db, onItsWay, { kind: 'failed', trouble: '451' }, minutes(40));
  const post = testMailer();
  await sendDueMail(db, post, at(minutes(41)));
  await sendDueMail(db, post, at(minutes(100)));
  expect(post.mails).toHaveLength(1);
  await sendDueMail(db, post, at(minutes(101)));
  expect(post.mails).toHaveLength(2);
});

test('nobody is told of what was hidden again, of their own words, or after they have ended it', async () => {
  const db = newsroom();
  const { root } = await aListener(db);
  const post = testMailer();
  const reply = await standing(db, root, 1, noon);
  db.update(comments).set({ state: 'hidden' }).where(eq(comments.id, reply.id)).run();
  await sendDueMail(db, post, at(minutes(1)));
  expect(await letterCounts(db, noon)).toEqual({ waiting: 0, sent: 0, givenUp: 0, trouble: '' });
  await standing(db, root, 2, minutes(70));
  db.update(subscriptions)
    .set({ endedAt: minutes(70) })
    .run();
  await sendDueMail(db, post, at(minutes(200)));
  expect(post.mails).toEqual([]);

  db.update(subscriptions).set({ endedAt: null }).run();
  db.update(commenters).set({ approved: 1 }).where(eq(commenters.id, root.commenterId)).run();
  await writes(db, { parentId: root.id, body: 'আমার নিজের কথা', now: minutes(300) });
  await sendDueMail(db, post, at(minutes(301)));
  expect(post.mails).toEqual([]);
});

test('a letter that fails is tried after growing pauses, then given up, and the log says so', async () => {
  const db = newsroom();
  const { root } = await aListener(db);
  const down = { kind: 'failed', trouble: '451 DATA' } as const;
  const post = testMailer(Array.from({ length: 20 }, () => down));
  await standing(db, root, 1, noon);
  const pauses: number[] = [];
  let now = noon;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    await sendDueMail(db, post, at(now));
    const job = db.select().from(jobs).get();
    expect(job).toMatchObject({ attempts: attempt, error: '451 DATA', lockedUntil: null });
    if (job?.doneAt) break;
    pauses.push(((job?.runAt.getTime() ?? 0) - now.getTime()) / 60_000);
    now = job?.runAt ?? now;
  }
  expect(pauses).toEqual([1, 5, 15, 60, 180, 360, 720]);
  expect(db.select().from(jobs).get()?.doneAt).toEqual(now);
  expect(post.logged).toEqual(['letter 1 was given up after 8 attempts (451 DATA)']);
  expect(await letterCounts(db, noon)).toEqual({ waiting: 0, sent: 0, givenUp: 1, trouble: '451 DATA' });
});

test('when the mail server is not there, the others are left in peace', async () => {
  const db = newsroom();
  const { root } = await aListener(db);
  await standing(db, root, 1, noon);
  await tx(db, (t) =>
    queueMail(
      t,
      { letter: 'account', commenterId: root.commenterId },
      { dedupeKey: 'account:1:1', runAt: noon },
      noon,
    ),
  );
  const post = testMailer([{ kind: 'unreachable', trouble: 'ECONNREFUSED' }]);
  expect(await sendDueMail(db, post, at(noon))).toEqual({ sent: 0, again: 1, lost: 0 });
  expect(
    db
      .select()
      .from(jobs)
      .all()
      .map(({ attempts }) => attempts),
  ).toEqual([1, 0]);
});

test('two processes never hold one letter, and the one whose lock has ended changes nothing', async () => {
  const db = newsroom();
  const { root } = await aListener(db);
  await standing(db, root, 1, noon);
  const first = await claimMail(db, noon);
  expect(await claimMail(db, minutes(1))).toBeNull();
  const late = new Date(noon.getTime() + LOCK_MS);
  const second = await claimMail(db, late);
  if (!first || !second) throw new Error('no claim');
  expect(second).toMatchObject({ id: first.id, attempts: 2 });
  expect(await settleMail(db, first, { kind: 'sent' }, late)).toBe('too-late');
  expect(await settleMail(db, second, { kind: 'sent' }, late)).toBe('done');
  expect(await claimMail(db, minutes(600))).toBeNull();
});

test('an address that its server refuses for good gets no further letters', async () => {
  const db = newsroom();
  const { root } = await aListener(db);
  await standing(db, root, 1, noon);
  const post = testMailer([{ kind: 'refused', trouble: '550 RCPT TO' }]);
  await sendDueMail(db, post, at(minutes(1)));
  expect(subs(db)).toMatchObject([{ endedAt: minutes(1), endedBecause: 'bounced' }]);
  expect(audited(db)).toContain('end-subscription subscription:1');
  await standing(db, root, 2, minutes(90));
  await sendDueMail(db, post, at(minutes(300)));
  expect(post.mails).toEqual([]);
  expect(post.logged.join()).not.toContain('@');
});

test('the morning letter goes once a day, from its hour on, to the confirmed only', async () => {
  const db = newsroom();
  const { root } = await aListener(db);
  aStory(db, { headline: 'সকালের প্রধান খবর', publishedAt: minutes(5) });
  const letter = { kind: 'letter', consentedAt: noon } as const;
  db.insert(subscriptions)
    .values({ ...letter, commenterId: root.commenterId, confirmedAt: noon })
    .run();
  const other = aComment(db, { storyId: root.storyId, email: 'not-yet@example.com', body: 'অন্য' });
  db.insert(subscriptions)
    .values({ ...letter, commenterId: other.commenterId })
    .run();
  const dhaka = (hour: number) => new Date(Date.UTC(2026, 10, 25, hour - 6, 30));
  const post = testMailer();

  expect(await queueNewsletter(db, dhaka(6))).toBe(0);
  expect(await queueNewsletter(db, dhaka(7))).toBe(1);
  expect(await queueNewsletter(db, dhaka(8))).toBe(0);
  await sendDueMail(db, post, at(dhaka(8)));
  expect(post.mails).toMatchObject([{ to: 'rahim@example.com' }]);
  expect(post.mails[0]?.subject).toContain('সকালের প্রধান খবর');
  expect(post.mails[0]?.text).toContain('২৫ নভেম্বর ২০২৬');

  expect(await queueNewsletter(db, new Date(dhaka(20).getTime() + 86_400_000))).toBe(0);
  db.insert(settings).values({ key: 'letterHour', value: 24 }).run();
  expect(await queueNewsletter(db, new Date(dhaka(8).getTime() + 86_400_000))).toBe(0);
});

test('what a stranger has typed is text in the letter, never markup or a header', async () => {
  const db = newsroom();
  const { root } = await aListener(db);
  const reply = answers(db, root, 1, 'held');
  db.update(comments)
    .set({ body: '<script>alert(1)</script>', name: 'ক"><img src=x>' })
    .where(eq(comments.id, reply.id))
    .run();
  const targets = [{ commentId: reply.id, basedOn: 1 }];
  await decideComments(db, aMember(db, 'moderator'), { verdict: 'approve', targets }, noon);
  const post = testMailer();
  await sendDueMail(db, post, at(noon));
  expect(post.mails[0]?.html).not.toMatch(/<script|<img/);
  expect(post.mails[0]?.html).toContain('&lt;script&gt;');
});

test('without a mail server a letter is a file that can be read, named without the address', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'barta-outbox-'));
  const db = newsroom();
  const { root } = await aListener(db);
  await standing(db, root, 1, noon);
  const port = openMailPort({ smtpUrl: undefined, outbox: folder });
  await sendDueMail(db, { ...testMailer(), port, outbox: folder }, at(noon));

  const [name = '', ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  expect(name).toMatch(/^2026-11-24T06-00-00-000Z-c\d+-\d+\.eml$/);
  const file = readFileSync(join(folder, name), 'utf8');
  for (const reply of [
    'To: rahim@example.com',
    'Auto-Submitted: auto-generated',
    'List-Unsubscribe: <https://barta.test/api/letters/unsubscribe?token=s1.',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Message-ID: <letter-1.',
    'Content-Type: multipart/alternative',
    'Content-Transfer-Encoding: 8bit',
    'করিম লিখেছেন',
  ])
    expect(file).toContain(reply);
  rmSync(folder, { recursive: true });
});

test('a way out opens for what it was made for, and for nothing else', () => {
  const token = unsubscribeToken({ subscriptionId: 7 }, 'key');
  expect(readUnsubscribeToken(token, 'key')).toEqual({ subscriptionId: 7 });
  expect(readUnsubscribeToken(unsubscribeToken({ commenterId: 7 }, 'key'), 'key')).toEqual({
    commenterId: 7,
  });
  for (const wrong of [token.replace('s7', 's8'), token.replace('s7', 'c7'), `${token}x`, '', 's7.'])
    expect(readUnsubscribeToken(wrong, 'key')).toBeNull();
  expect(readUnsubscribeToken(token, 'other')).toBeNull();
});

test.each([
  ['smtp://mail.example.com:2525', true],
  ['smtps://user:word@mail.example.com', true],
  ['mail.example.com', false],
  ['http://mail.example.com', false],
])('SMTP_URL %s is right: %s', (url, isRight) => {
  const parsed = () => parseEnv({ SMTP_URL: url, SITE_URL: 'https://barta.test' });
  if (isRight) expect(parsed()).toMatchObject({ SMTP_URL: url, MAIL_FROM: 'no-reply@barta.test' });
  else expect(parsed).toThrow('SMTP_URL');
});
