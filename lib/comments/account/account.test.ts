import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Connection, migrateDatabase, openDatabase } from '@/db/client';
import { comments, jobs, sections, subscriptions } from '@/db/schema';
import { aComment, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { readDiscussion } from '@/lib/comments/reading/reading';
import { finishErasures } from '@/lib/erasure/finish-erasures';
import { sendDueMail } from '@/lib/mail/delivery/send-due-mail';
import { testMailer } from '@/lib/mail/testing/test-mailer';
import { countAttempt } from '@/lib/people/sessions/sign-in-throttle';
import { done, refused } from '@/lib/result';
import { readWithdrawToken } from '../own/own-comment';
import { ACCOUNT_SECONDS, accountCookie, readAccountCookie } from './account-session';
import { askAccountLink } from './ask-account-link';
import { changeSubscription } from './change-subscription';
import { closeAccount } from './close-account';
import { eraseCommenter } from './erase-commenter';
import { openAccount } from './open-account';
import { isAccountLink, isOpenHere, readAccount, readAccountData } from './reading';

const noon = new Date('2026-11-24T06:00:00Z');
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);
const EMAIL = 'rahim.unmistakable@example.com';

async function opened(db: Connection) {
  const post = testMailer();
  await askAccountLink(db, { email: EMAIL, network: 'n' }, noon);
  await sendDueMail(db, post, () => noon);
  const token = /open\?token=(\S+)/.exec(post.mails[0]?.text ?? '')?.[1] ?? '';
  return { token, mails: post.mails };
}

test('a known address is mailed a link that opens its page once, an unknown one hears the same and gets nothing', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, email: EMAIL });
  expect(await askAccountLink(db, { email: 'nobody@example.com', network: 'n' }, noon)).toEqual(done());
  const { token, mails } = await opened(db);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ to: EMAIL });

  expect(await isAccountLink(token, noon, db)).toBe(true);
  expect(await openAccount(db, { token }, noon)).toEqual(
    done({ commenterId: 1, tokenVersion: 1, openedAt: noon }),
  );
  expect(await openAccount(db, { token }, noon)).toEqual(refused('bad-link'));
  expect(await isAccountLink(token, noon, db)).toBe(false);
});

test('the link is good for an hour', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, email: EMAIL });
  const { token } = await opened(db);
  expect(await openAccount(db, { token }, minutes(61))).toEqual(refused('bad-link'));
});

test('an address is mailed one link in ten minutes, and a network that tries many is stopped', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, email: EMAIL });
  for (let n = 0; n < 20; n += 1)
    expect(await askAccountLink(db, { email: EMAIL, network: 'n' }, noon)).toEqual(done());
  expect(db.select().from(jobs).all()).toHaveLength(1);
  expect(await askAccountLink(db, { email: EMAIL, network: 'n' }, noon)).toEqual(refused('too-many'));
  expect(await askAccountLink(db, { email: EMAIL, network: 'm' }, noon)).toEqual(done());
  expect(await askAccountLink(db, { email: EMAIL, network: 'n' }, minutes(61))).toEqual(done());
});

test('the cookie is ours, for an hour, for one commenter', () => {
  const session = { commenterId: 7, tokenVersion: 2, openedAt: noon };
  const cookie = accountCookie(session, 'key');
  expect(readAccountCookie(cookie, 'key', minutes(59))).toEqual(session);
  expect(readAccountCookie(cookie, 'key', new Date(noon.getTime() + ACCOUNT_SECONDS * 1000))).toBeNull();
  for (const wrong of [cookie.replace('7.', '8.'), undefined, '', `${cookie}x`])
    expect(readAccountCookie(wrong, 'key', noon)).toBeNull();
  expect(readAccountCookie(cookie, 'other', noon)).toBeNull();
});

test('who leaves ends every session opened before, and none opened after', async () => {
  const db = newsroom();
  const { commenterId } = aComment(db, { storyId: aStory(db).id, email: EMAIL });
  const session = { commenterId, tokenVersion: 1, openedAt: noon };
  const isOpen = (openedAt: Date) => isOpenHere({ ...session, openedAt }, db);
  // A session that opens nothing closes nothing.
  await closeAccount(db, { ...session, tokenVersion: 9 }, minutes(5));
  expect(await isOpen(noon)).toBe(true);

  await closeAccount(db, session, minutes(10));
  expect(await isOpen(noon)).toBe(false);
  expect(await readAccountData(session, 'https://barta.test', db)).toBeNull();
  expect(await isOpen(minutes(11))).toBe(true);
});

test('subscriptions are ended and started by their owner, and by nobody else', async () => {
  const db = newsroom();
  const story = aStory(db);
  const mine = aComment(db, { storyId: story.id, email: EMAIL });
  const theirs = aComment(db, { storyId: story.id, email: 'karim@example.com', body: 'অন্য' });
  for (const { commenterId } of [mine, theirs])
    db.insert(subscriptions)
      .values({ commenterId, kind: 'letter', consentedAt: noon, confirmedAt: noon })
      .run();
  const session = { commenterId: mine.commenterId, tokenVersion: 1, openedAt: noon };
  const [own, foreign] = db.select().from(subscriptions).all();

  expect(await changeSubscription(db, session, { subscriptionId: own?.id ?? 0, isOn: false }, noon)).toEqual(
    done(),
  );
  expect(db.select().from(subscriptions).all()).toMatchObject([
    { endedBecause: 'unsubscribed' },
    { endedAt: null },
  ]);
  expect(
    await changeSubscription(db, session, { subscriptionId: own?.id ?? 0, isOn: true }, minutes(1)),
  ).toEqual(done());
  expect(db.select().from(subscriptions).get()).toMatchObject({ endedAt: null, consentedAt: minutes(1) });
  expect(
    await changeSubscription(db, session, { subscriptionId: foreign?.id ?? 0, isOn: false }, noon),
  ).toEqual(refused('unknown'));
  expect(
    await changeSubscription(db, { ...session, tokenVersion: 9 }, { subscriptionId: 1, isOn: false }),
  ).toEqual(refused('closed'));
  expect(audited(db)).toEqual(['end-subscription subscription:1', 'start-subscription subscription:1']);
});

test('the data holds all of one commenter and nothing of another', async () => {
  const db = newsroom();
  const story = aStory(db);
  aComment(db, { storyId: story.id, email: EMAIL, body: 'আমার কথা' });
  aComment(db, { storyId: story.id, email: 'karim@example.com', body: 'করিমের কথা' });
  const data = JSON.stringify(
    await readAccountData({ commenterId: 1, tokenVersion: 1, openedAt: noon }, 'https://barta.test', db),
  );
  expect(data).toContain(EMAIL);
  expect(data).toContain('আমার কথা');
  expect(data).not.toContain('karim');
  expect(
    JSON.stringify(
      await readAccount({ commenterId: 1, tokenVersion: 1, openedAt: noon }, { key: 'key', now: noon }, db),
    ),
  ).not.toContain(EMAIL);
  expect(
    await readAccountData({ commenterId: 1, tokenVersion: 2, openedAt: noon }, 'https://barta.test', db),
  ).toBeNull();
});

test('on one’s own page each comment that still stands can be taken back, and no other', async () => {
  const db = newsroom();
  const story = aStory(db);
  const mine = (body: string, state: 'visible' | 'held' | 'hidden' | 'withdrawn') =>
    aComment(db, { storyId: story.id, email: EMAIL, body, state });
  const there = [mine('ক', 'visible'), mine('খ', 'held')];
  mine('গ', 'hidden');
  mine('ঘ', 'withdrawn');
  const account = await readAccount(
    { commenterId: 1, tokenVersion: 1, openedAt: noon },
    { key: 'key', now: noon },
    db,
  );
  const links = (account?.comments ?? []).flatMap(({ withdraw }) => withdraw ?? []);
  expect(links.map((token) => readWithdrawToken(token, 'key')?.commentId).sort()).toEqual(
    there.map(({ id }) => id),
  );
});

test('who is erased is gone from the whole file, its log and the outbox; the replies stay in place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'barta-erased-'));
  const db = openDatabase(`file:${folder}/barta.db`);
  migrateDatabase(db);
  db.insert(sections).values({ slug: 'national', name: 'জাতীয়', position: 1 }).run();
  const story = aStory(db);
  const root = aComment(db, {
    storyId: story.id,
    email: EMAIL,
    name: 'অদ্বিতীয় রহিম',
    website: 'https://only.example',
    body: `লিখুন ${EMAIL}`,
  });
  aComment(db, {
    storyId: story.id,
    email: 'karim@example.com',
    name: 'করিম',
    body: 'জবাব',
    parentId: root.id,
    rootId: root.id,
    depth: 1,
  });
  // Enough around it that its row has been moved about.
  for (let n = 0; n < 200; n += 1)
    aComment(db, { storyId: story.id, email: `r${n}@example.com`, body: `কথা ${n}` });
  db.update(comments)
    .set({ body: `আবার ${EMAIL} ${'দীর্ঘ '.repeat(50)}` })
    .where(eq(comments.id, root.id))
    .run();
  await tx(db, (t) => countAttempt(t, { email: EMAIL, network: 'n' }, noon));
  await opened(db);
  const outbox = join(folder, 'outbox');
  mkdirSync(outbox);
  writeFileSync(join(outbox, `a-c${root.commenterId}-1.eml`), `To: ${EMAIL}`);
  writeFileSync(join(outbox, `a-c${root.commenterId}7-1.eml`), 'To: somebody@example.com');

  const session = { commenterId: root.commenterId, tokenVersion: 1, openedAt: noon };
  expect(await eraseCommenter(db, session, minutes(1))).toEqual(done({ commenterId: root.commenterId }));
  expect(await finishErasures(db, outbox, minutes(1))).toEqual({ finished: 1, waiting: 0 });
  expect(await finishErasures(db, outbox, minutes(2))).toEqual({ finished: 0, waiting: 0 });

  expect(readdirSync(outbox)).toEqual([`a-c${root.commenterId}7-1.eml`]);
  // By a process apart: to close the file here would end the locks of this process's connection.
  const bytes = execFileSync('cat', ['barta.db', 'barta.db-wal'], { cwd: folder, maxBuffer: 1e9 });
  for (const gone of [EMAIL, 'rahim.unmistakable', 'অদ্বিতীয়'.normalize('NFC'), 'only.example'])
    expect(bytes.includes(gone), gone).toBe(false);
  expect(bytes.includes('r199@example.com')).toBe(true);

  const { threads } = await readDiscussion(story.id, { sort: 'oldest' }, db, noon);
  const thread = threads.find((one) => one.root.id === root.id);
  expect(thread?.root).toMatchObject({ isErased: true, name: '', body: '' });
  expect(thread?.root.replies).toMatchObject([{ body: 'জবাব', name: 'করিম' }]);
  expect(announced(db).at(-1)).toEqual([`discussion:${story.id}`]);
  expect(await eraseCommenter(db, session, minutes(3))).toEqual(refused('closed'));
  db.$client.close();
  rmSync(folder, { recursive: true });
});
