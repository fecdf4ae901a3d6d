import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { comments } from '@/db/schema';
import { aComment, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { readDiscussion, readOlderThreads, readOwnComments, readPageOf, readThread } from './reading';
import { REPLIES_SHOWN, THREADS_SHOWN } from './thread-page';
import type { DisplayedComment } from './threads';

const NOON = Date.parse('2026-11-24T06:00:00Z');
let spoken = 0;

function says(
  db: Connection,
  body: string,
  wishes: Omit<Parameters<typeof aComment>[1], 'storyId'> & { storyId?: number } = {},
) {
  spoken += 1;
  const parent = wishes.parentId
    ? db.select().from(comments).where(eq(comments.id, wishes.parentId)).get()
    : undefined;
  return aComment(db, {
    storyId: 1,
    body,
    createdAt: new Date(NOON + spoken * 1000),
    ...(parent && { rootId: parent.rootId ?? parent.id, depth: parent.depth + 1 }),
    ...wishes,
  });
}

/** The tree in brackets: `ক(খ(গ))`. */
function drawn(comment: DisplayedComment): string {
  const words = comment.isRemoved ? '×' : comment.body;
  const whom = comment.answers ? `→${comment.answers.name}` : '';
  return words + whom + (comment.replies.length > 0 ? `(${comment.replies.map(drawn).join(' ')})` : '');
}
const drawnAll = async (db: Connection) =>
  (await readDiscussion(1, {}, db)).threads.map((thread) => drawn(thread.root));

test('a story without comments has an empty, open discussion', async () => {
  const db = newsroom();
  aStory(db);
  expect(await readDiscussion(1, {}, db, new Date(NOON))).toEqual({
    storyId: 1,
    count: 0,
    threads: [],
    olderBefore: null,
    isOpen: true,
    replyTo: null,
    reported: null,
    sort: 'newest',
  });
});

test('newest threads first, answers in the order they were written', async () => {
  const db = newsroom();
  aStory(db);
  const a = says(db, 'ক');
  says(db, 'খ');
  const b = says(db, 'ক১', { parentId: a.id });
  says(db, 'ক২', { parentId: a.id });
  says(db, 'ক১১', { parentId: b.id });

  expect(await drawnAll(db)).toEqual(['খ', 'ক(ক১(ক১১) ক২)']);
});

test('answers of any depth are shown to depth three, and say whom they answer from there on', async () => {
  const db = newsroom();
  aStory(db);
  let parent = says(db, '০', { name: 'ন০' });
  for (const word of ['১', '২', '৩', '৪', '৫'])
    parent = says(db, word, { name: `ন${word}`, parentId: parent.id });

  expect(parent.depth).toBe(5);
  expect(await drawnAll(db)).toEqual(['০(১(২(৩ ৪→ন৩ ৫→ন৪)))']);
});

test('what is held, hidden or withdrawn is not shown and not counted', async () => {
  const db = newsroom();
  aStory(db);
  says(db, 'থাকে');
  for (const state of ['held', 'hidden', 'withdrawn'] as const) says(db, state, { state });

  const discussion = await readDiscussion(1, {}, db);
  expect(discussion.count).toBe(1);
  expect(discussion.threads.map((t) => drawn(t.root))).toEqual(['থাকে']);
});

test('a hidden comment with visible answers keeps its place and gives nothing of itself away', async () => {
  const db = newsroom();
  aStory(db);
  const root = says(db, 'গোপন', { state: 'hidden', name: 'গোপন', website: 'https://gopon.example' });
  const answer = says(db, 'গোপন উত্তর', { parentId: root.id, state: 'hidden', name: 'গোপন' });
  says(db, 'থাকে', { parentId: answer.id });

  const discussion = await readDiscussion(1, {}, db);
  expect(discussion.threads.map((t) => drawn(t.root))).toEqual(['×(×(থাকে))']);
  expect(JSON.stringify(discussion)).not.toMatch(/গোপন|gopon/);
});

test('a hidden comment whose answers are all hidden is gone with them', async () => {
  const db = newsroom();
  aStory(db);
  const root = says(db, 'ক', { state: 'hidden' });
  says(db, 'খ', { parentId: root.id, state: 'hidden' });
  expect(await drawnAll(db)).toEqual([]);
});

test('no address is in what readers are given', async () => {
  const db = newsroom();
  aStory(db);
  const root = says(db, 'ক', { email: 'secret@example.com' });
  says(db, 'খ', { parentId: root.id, email: 'secret2@example.com' });
  const given = [
    await readDiscussion(1, { replyTo: root.id }, db),
    await readThread(1, root.id, 0, db),
    await readOlderThreads(1, root.id, db),
  ];
  expect(JSON.stringify(given)).not.toMatch(/@|secret|email|commenterId|network/);
});

test('older threads follow where the page ends, none twice and none left out', async () => {
  const db = newsroom();
  aStory(db);
  for (let i = 0; i < THREADS_SHOWN * 2 + 3; i += 1) {
    // Half of them in the same second: the id decides.
    const state = i % 7 === 0 ? 'hidden' : 'visible';
    const root = says(db, `${i}`, { state, createdAt: new Date(NOON + (i % 2)) });
    if (state === 'hidden') says(db, 'উত্তর', { parentId: root.id });
  }

  const seen: number[] = [];
  let page = await readDiscussion(1, {}, db);
  seen.push(...page.threads.map((t) => t.root.id));
  while (page.olderBefore !== null) {
    const older = await readOlderThreads(1, page.olderBefore, db);
    if (!older) throw new Error('the cursor is lost');
    seen.push(...older.threads.map((t) => t.root.id));
    page = { ...page, ...older };
  }

  expect(seen).toHaveLength(THREADS_SHOWN * 2 + 3);
  expect(new Set(seen).size).toBe(seen.length);
});

test('a long thread ends after some answers and goes on at a page of its own', async () => {
  const db = newsroom();
  aStory(db);
  const root = says(db, 'ক');
  const first = says(db, 'প্রথম', { parentId: root.id, name: 'করিম' });
  for (let i = 0; i < 110; i += 1) says(db, `${i}`, { parentId: root.id });
  says(db, 'শেষ', { parentId: first.id });

  const [thread] = (await readDiscussion(1, {}, db)).threads;
  expect(thread).toMatchObject({ hasMore: true });
  expect(thread?.root.replies).toHaveLength(REPLIES_SHOWN);

  const whole = await readThread(1, root.id, 0, db);
  expect(whole).toMatchObject({ hasMore: true, nextAfter: 101 });
  const rest = await readThread(1, root.id, whole?.nextAfter ?? 0, db);
  expect(rest?.hasMore).toBe(false);
  expect(rest?.root.replies.at(-1)).toMatchObject({ body: 'শেষ', answers: { id: first.id, name: 'করিম' } });
});

test('a thread is only found under its own story, by its root', async () => {
  const db = newsroom();
  aStory(db);
  const other = aStory(db);
  const root = says(db, 'ক');
  const answer = says(db, 'খ', { parentId: root.id });
  const held = says(db, 'গ', { state: 'held' });

  expect(await readThread(other.id, root.id, 0, db)).toBeNull();
  expect(await readThread(1, answer.id, 0, db)).toBeNull();
  expect(await readThread(1, held.id, 0, db)).toBeNull();
  expect(await readOlderThreads(other.id, root.id, db)).toBeNull();
});

test('the form names whom it answers, if that one can be answered here', async () => {
  const db = newsroom();
  aStory(db);
  const elsewhere = says(db, 'ক', { storyId: aStory(db).id });
  const hidden = says(db, 'খ', { state: 'hidden' });
  const karim = says(db, `দীর্ঘ\nকথা ${'গ'.repeat(200)}`, { name: 'করিম' });

  const asked = async (replyTo: number) => (await readDiscussion(1, { replyTo }, db)).replyTo;
  expect(await asked(karim.id)).toEqual({
    id: karim.id,
    name: 'করিম',
    words: expect.stringMatching(/^দীর্ঘ কথা গ{130,135}…$/),
  });
  expect(await asked(hidden.id)).toBeNull();
  expect(await asked(elsewhere.id)).toBeNull();
  expect(await asked(999)).toBeNull();
});

test('a closed discussion stays readable', async () => {
  const db = newsroom();
  aStory(db, { comments: 'closed' });
  says(db, 'ক');
  expect(await readDiscussion(1, {}, db)).toMatchObject({ isOpen: false, count: 1 });
});

test('a comment is read on the story’s own page as far as that shows it, else in its thread', async () => {
  const db = newsroom();
  aStory(db);
  const first = says(db, 'প্রথম');
  const replies = Array.from({ length: REPLIES_SHOWN + 1 }, (_, at) =>
    says(db, `জবাব ${at}`, { parentId: first.id }),
  );
  const pageOf = (commentId: number, sort: 'newest' | 'oldest' = 'newest') =>
    readPageOf({ storyId: 1, commentId, address: '/national/1' }, sort, db);
  expect(await pageOf(first.id)).toBe('/national/1');
  expect(await pageOf(replies[0]?.id ?? 0)).toBe('/national/1');
  expect(await pageOf(replies[0]?.id ?? 0, 'oldest')).toBe('/national/1?sort=oldest');
  expect(await pageOf(replies.at(-1)?.id ?? 0)).toBe(`/national/1/discussion/thread-${first.id}`);

  for (let at = 0; at < THREADS_SHOWN; at += 1) says(db, `আরও ${at}`);
  const last = says(db, 'শেষ');
  expect(await pageOf(first.id)).toBe(`/national/1/discussion/thread-${first.id}`);
  expect(await pageOf(last.id)).toBe('/national/1');
  expect(await pageOf(last.id, 'oldest')).toBe(`/national/1/discussion/thread-${last.id}`);
});

test('a device is told what was written on it and not taken back, newest first; one without a token nothing', async () => {
  const db = newsroom();
  aStory(db);
  says(db, 'ক', { device: 'my-phone' });
  says(db, 'অন্যের', { device: 'another' });
  says(db, 'কোনো যন্ত্রের নয়');
  says(db, 'খ', { device: 'my-phone', state: 'held' });
  says(db, 'ফেরত', { device: 'my-phone', state: 'withdrawn' });
  expect((await readOwnComments('my-phone', db)).map(({ body }) => body)).toEqual(['খ', 'ক']);
  expect(await readOwnComments('', db)).toEqual([]);
});
