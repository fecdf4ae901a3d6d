import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { aComment, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { type LaterPage, laterPageIn } from './later-page';
import { readDiscussion, readLaterPage, readPlaceOf } from './reading';
import { type Sort, sortIn } from './thread-page';

const noon = new Date('2026-11-24T06:00:00Z');

/** 50 threads: the older the lower the id, liked in a pattern, two of them taken down but answered. */
function aBusyStory() {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  for (let at = 1; at <= 50; at += 1) {
    const state = at === 10 ? 'hidden' : at === 40 ? 'withdrawn' : 'visible';
    aComment(db, {
      storyId,
      body: `${at}`,
      bodyHash: `${at}`,
      state,
      likes: at % 7,
      createdAt: new Date(noon.getTime() + at),
    });
  }
  for (const rootId of [10, 40])
    aComment(db, { storyId, parentId: rootId, rootId, depth: 1, body: 'জবাব', bodyHash: `r${rootId}` });
  return { db, storyId };
}

/** All roots, page by page, as the links lead. */
async function walk(db: Connection, storyId: number, sort: Sort): Promise<number[]> {
  const first = await readDiscussion(storyId, { sort }, db, noon);
  const ids = first.threads.map(({ root }) => root.id);
  let behind = first.olderBefore;
  while (behind !== null) {
    const segment = sort === 'newest' ? `before-${behind}` : `${sort}-after-${behind}`;
    const page = laterPageIn(segment) as Exclude<LaterPage, { kind: 'comment' }>;
    const later = await readLaterPage(storyId, page, db, noon);
    ids.push(...(later?.threads.map(({ root }) => root.id) ?? []));
    behind = later?.olderBefore ?? null;
  }
  return ids;
}

const all = Array.from({ length: 50 }, (_, at) => at + 1);

test('newest and oldest are each other backwards, with what was taken down in its place', async () => {
  const { db, storyId } = aBusyStory();
  expect(await walk(db, storyId, 'oldest')).toEqual(all);
  expect(await walk(db, storyId, 'newest')).toEqual(all.toReversed());
});

test('the most liked come first, of equals the newest, each once and none forgotten', async () => {
  const { db, storyId } = aBusyStory();
  const shown = all.filter((id) => id !== 10 && id !== 40);
  expect(await walk(db, storyId, 'liked')).toEqual(shown.toSorted((a, b) => (b % 7) - (a % 7) || b - a));
});

test.each([
  ['oldest', 'oldest'],
  ['liked', 'liked'],
  ['newest', 'newest'],
  ['', 'newest'],
  [undefined, 'newest'],
  [['liked'], 'newest'],
])('sorted by %j is %s', (asked, sort) => {
  expect(sortIn(asked)).toBe(sort);
});

test('a permalink leads to the page of its thread on which the comment stands', async () => {
  const { db, storyId } = aBusyStory();
  for (let at = 1; at <= 250; at += 1) {
    aComment(db, {
      storyId,
      parentId: 1,
      rootId: 1,
      depth: 1,
      body: `জবাব ${at}`,
      bodyHash: `a${at}`,
      state: at === 30 ? 'hidden' : 'visible',
    });
  }
  // Answers have the ids 53 … 302; the thirtieth, 82, is hidden, so the hundredth that stands is 153.
  expect(await readPlaceOf(storyId, 1, db)).toBe('thread-1');
  expect(await readPlaceOf(storyId, 53, db)).toBe('thread-1');
  expect(await readPlaceOf(storyId, 153, db)).toBe('thread-1');
  expect(await readPlaceOf(storyId, 154, db)).toBe('thread-1-after-153');
  expect(await readPlaceOf(storyId, 302, db)).toBe('thread-1-after-253');
  for (const id of [82, 10, 999]) expect(await readPlaceOf(storyId, id, db)).toBeNull();
  expect(await readPlaceOf(storyId + 1, 1, db)).toBeNull();
});
