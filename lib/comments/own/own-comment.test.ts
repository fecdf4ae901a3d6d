import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { commenters, comments, settings } from '@/db/schema';
import { aComment, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { hashOf } from '../posting/duplicate-comment';
import { readDiscussion, readOwnComment } from '../reading/reading';
import { editComment } from './edit-comment';
import { readWithdrawToken, withdrawToken } from './own-comment';
import { addedWords } from './weigh-edit';
import { withdrawComment } from './withdraw-comment';

const noon = new Date('2026-11-24T06:00:00Z');
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);
const mine = { device: 'my-phone', network: 'a1' };

function aWriter(wishes: Partial<typeof comments.$inferInsert> = {}) {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const { id } = aComment(db, { storyId, device: 'my-phone', ...wishes });
  db.update(commenters).set({ approved: 1 }).run();
  return { db, storyId, id };
}
const stored = (db: Connection, id: number) => db.select().from(comments).where(eq(comments.id, id)).get();

test('a misprint is mended within five minutes, and the page says that it was', async () => {
  const { db, storyId, id } = aWriter();
  const outcome = await editComment(db, { commentId: id, body: 'খুব ভালো লেগেছে।', signals: mine }, minutes(4));

  expect(outcome).toEqual(done({ storyId, isVisible: true }));
  expect(stored(db, id)).toMatchObject({
    body: 'খুব ভালো লেগেছে।',
    editedAt: minutes(4),
    version: 2,
    state: 'visible',
  });
  expect(announced(db)).toEqual([[`discussion:${storyId}`]]);
  expect(audited(db)).toEqual([`edit-comment comment:${id}`]);
  const { threads } = await readDiscussion(storyId, {}, db, noon);
  expect(threads[0]?.root).toMatchObject({ isEdited: true });
});

test.each([
  ['after five minutes', {}, minutes(5), 'নতুন', 'too-late'],
  ['from another device', { device: 'other' }, noon, 'নতুন', 'not-yours'],
  ['from no device at all', { device: '' }, noon, 'নতুন', 'not-yours'],
  ['taken down', { state: 'hidden' as const }, noon, 'নতুন', 'too-late'],
  ['with nothing left of it', {}, noon, ' \u200b ', 'empty'],
  ['with a letter too much', {}, noon, 'ক'.repeat(5001), 'too-long'],
])('a comment %s is not edited', async (_, wishes, now, body, code) => {
  const { db, id } = aWriter(wishes);
  const before = stored(db, id);
  expect(await editComment(db, { commentId: id, body, signals: mine }, now)).toMatchObject({
    ok: false,
    code,
  });
  expect(stored(db, id)).toEqual(before);
  expect(announced(db)).toEqual([]);
});

test('a browser that sends no token owns nothing, not even what came without one', async () => {
  const { db, id } = aWriter({ device: '' });
  expect(await editComment(db, { commentId: id, body: 'নতুন', signals: { network: '' } }, noon)).toEqual(
    refused('not-yours'),
  );
  expect(await withdrawComment(db, { commentId: id, owner: { device: '' } }, noon)).toEqual(
    refused('not-yours'),
  );
});

test('an innocent comment does not become an advertisement: it stays as it was, and what answers it', async () => {
  const { db, storyId, id } = aWriter();
  aComment(db, { storyId, parentId: id, rootId: id, depth: 1, email: 'karim@example.com', body: 'একমত' });
  const before = stored(db, id);
  const body = 'দিনে ৫০০০ টাকা ইনকাম, টেলিগ্রামে যোগ দিন https://a.example https://b.example ০১৭১২৩৪৫৬৭৮';
  expect(await editComment(db, { commentId: id, body, signals: mine }, minutes(1))).toEqual(
    refused('needs-moderator', 'body'),
  );
  expect(stored(db, id)).toEqual(before);
  expect(announced(db)).toEqual([]);
  const { threads } = await readDiscussion(storyId, {}, db, noon);
  expect(threads[0]?.root).toMatchObject({ isRemoved: false, replies: [{ body: 'একমত' }] });
});

test('only what was changed is weighed: a link that a moderator let stand does not hold the mending of a misprint', async () => {
  const body = 'সুত্র: https://a.example/1 https://b.example/2 https://c.example/3 দেখুন, টেলিগ্রাম t.me/x';
  const { db, storyId, id } = aWriter({ body, bodyHash: hashOf(body) });
  const mended = body.replace('সুত্র', 'সূত্র');
  expect(await editComment(db, { commentId: id, body: mended, signals: mine }, minutes(1))).toEqual(
    done({ storyId, isVisible: true }),
  );
  const another = `${mended} https://d.example/4 https://e.example/5 https://f.example/6`;
  expect(await editComment(db, { commentId: id, body: another, signals: mine }, minutes(2))).toEqual(
    refused('needs-moderator', 'body'),
  );
  expect(stored(db, id)).toMatchObject({ body: mended, state: 'visible' });
});

test('a newcomer whom the gate or a moderator has let through may mend what stands', async () => {
  const { db, id } = aWriter({ createdAt: noon });
  db.update(commenters).set({ approved: 0 }).run();
  expect(
    await editComment(db, { commentId: id, body: 'খুব ভালো লেগেছে।', signals: mine }, minutes(1)),
  ).toMatchObject({ value: { isVisible: true } });
});

test('a newsroom that reads everything first sees every change first', async () => {
  const { db, id } = aWriter();
  db.insert(settings).values({ key: 'trustKnownCommenters', value: false }).run();
  expect(await editComment(db, { commentId: id, body: 'খুব ভালো লেগেছে।', signals: mine }, minutes(1))).toEqual(
    refused('needs-moderator', 'body'),
  );
});

test.each([
  ['ভালো লেগেছে', 'খুব ভালো লেগেছে', 'খুব'],
  ['একটি দুটি', 'দুটি একটি', ''],
  ['ক খ', 'ক ক খ', 'ক'],
  ['', 'নতুন  কথা', 'নতুন কথা'],
])('of “%s” and “%s” the added words are “%s”', (before, after, added) => {
  expect(addedWords(before, after)).toBe(added);
});

test('what waits goes on waiting after it was mended', async () => {
  const { db, id } = aWriter({ state: 'held', heldBecause: ['first-comment'] });
  await editComment(db, { commentId: id, body: 'খুব ভালো', signals: mine }, minutes(1));
  expect(stored(db, id)).toMatchObject({ state: 'held', heldBecause: ['first-comment'] });
  expect(announced(db)).toEqual([]);
});

test('a comment is taken back from its device after any time; answers keep their place', async () => {
  const { db, storyId, id } = aWriter();
  aComment(db, { storyId, parentId: id, rootId: id, depth: 1, email: 'karim@example.com', body: 'একমত' });
  expect(await withdrawComment(db, { commentId: id, owner: { device: 'my-phone' } }, minutes(9_999))).toEqual(
    done({ storyId }),
  );

  const { threads } = await readDiscussion(storyId, {}, db, noon);
  expect(threads[0]?.root).toMatchObject({
    isWithdrawn: true,
    name: '',
    body: '',
    replies: [{ body: 'একমত' }],
  });
  expect(db.select().from(commenters).get()).toMatchObject({ approved: 0 });
  expect(audited(db)).toEqual([`withdraw-comment comment:${id}`]);
  expect(await withdrawComment(db, { commentId: id, owner: { device: 'my-phone' } }, noon)).toEqual(
    done({ storyId }),
  );
  expect(audited(db)).toHaveLength(1);
});

test('what the desk has taken down is not turned into something taken back', async () => {
  const { db, id } = aWriter({ state: 'hidden' });
  expect(await withdrawComment(db, { commentId: id, owner: { device: 'my-phone' } }, noon)).toEqual(
    refused('gone'),
  );
});

test('a mailed link takes back its own comment, until the links are made void', async () => {
  const { db, id } = aWriter();
  const link = readWithdrawToken(withdrawToken({ commentId: id, tokenVersion: 1 }, 'key'), 'key');
  expect(link).toEqual({ commentId: id, tokenVersion: 1 });
  expect(await readOwnComment(id, { tokenVersion: 1 }, noon, db)).toMatchObject({ id, state: 'visible' });

  db.update(commenters).set({ tokenVersion: 2 }).run();
  expect(await readOwnComment(id, { tokenVersion: 1 }, noon, db)).toBeNull();
  expect(await withdrawComment(db, { commentId: id, owner: { tokenVersion: 1 } }, noon)).toEqual(
    refused('not-yours'),
  );
});

test.each([
  ['another comment', (token: string) => token.replace(/^\d+/, '999')],
  ['another version', (token: string) => token.replace(/\.1\./, '.2.')],
  ['another signature', (token: string) => `${token.slice(0, -1)}_`],
  ['nothing', () => ''],
  ['a long story', () => '1'.repeat(5_000)],
])('a link changed to %s is none', (_, changed) => {
  const token = withdrawToken({ commentId: 7, tokenVersion: 1 }, 'key');
  const asked = changed(token);
  expect(asked === token ? null : readWithdrawToken(asked, 'key')).toBeNull();
});
