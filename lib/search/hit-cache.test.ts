import { expect, test } from 'vitest';
import { putSearchRow } from '@/db/search-index';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { announce } from '../cache/announce';
import { cachedHits } from './hit-cache';
import { indexStory } from './indexing/index-story';
import { parseSearchQuery, readSearch, readSearchAnswer } from './reading';
import { MOST_FOUND } from './search-stories';

const NOON = new Date('2026-11-24T06:00:00Z');
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

async function aNewsroomAboutRivers() {
  const db = newsroom();
  const publish = (headline: string) => tx(db, (t) => indexStory(t, aStory(db, { headline }).id));
  await publish('নদী ২০');
  return { db, publish };
}

test('the same question within thirty seconds has the same answer, however it is typed', async () => {
  const { db, publish } = await aNewsroomAboutRivers();
  expect((await cachedHits(db, { q: 'নদী ২০' }, NOON)).ids).toEqual([1]);
  await publish('নদী ২০ বড়');

  for (const q of ['নদী ২০', ' নদী  20 ', 'ন\u200Bদী ২০']) {
    expect((await cachedHits(db, { q }, later(29))).ids).toEqual([1]);
  }
  for (const other of [
    { q: 'নদী' },
    { q: 'নদী ২০', sort: 'newest' },
    { q: 'নদী ২০', sectionId: 1 },
  ] as const) {
    expect((await cachedHits(db, other, later(29))).ids).toHaveLength(2);
  }
  expect((await cachedHits(db, { q: 'নদী ২০' }, later(30))).ids).toHaveLength(2);
});

test('what readers see has changed, so the next answer is new', async () => {
  const { db, publish } = await aNewsroomAboutRivers();
  await cachedHits(db, { q: 'নদী' }, NOON);
  await publish('নদী আবার');
  await tx(db, (t) => announce(t, { kind: 'settings-changed' }, NOON));
  expect((await cachedHits(db, { q: 'নদী' }, later(1))).ids).toHaveLength(2);
});

test('a hundred other questions later the first is asked anew', async () => {
  const { db, publish } = await aNewsroomAboutRivers();
  await cachedHits(db, { q: 'নদী' }, NOON);
  await publish('নদী আবার');
  for (let i = 0; i < 100; i++) await cachedHits(db, { q: `নদী ${i}` }, NOON);
  expect((await cachedHits(db, { q: 'নদী' }, later(1))).ids).toHaveLength(2);
});

test('a story that was taken back within those seconds is not shown', async () => {
  const { db } = await aNewsroomAboutRivers();
  expect((await readSearch(parseSearchQuery({ q: 'নদী' }), NOON, db)).stories).toHaveLength(1);
  db.$client.exec("update stories set state = 'retracted', retracted_at = 1");
  expect((await readSearch(parseSearchQuery({ q: 'নদী' }), later(1), db)).stories).toEqual([]);
});

test('all that match are counted, though only the newest thousand are ranked', async () => {
  const db = newsroom();
  const { id } = aStory(db, { headline: 'বন্যা' });
  const terms = { headline: 'বন্যা', headlineStem: '', standfirst: '', body: '', bodyStem: '' };
  const of = { sectionId: 1, districtCode: null, keys: [], topics: '', bylines: '', districts: '' };
  await tx(db, (t) => {
    for (let i = id; i < id + MOST_FOUND + 345; i++)
      putSearchRow(t, 'story_search', { id: i, at: NOON, ...of }, { ...terms, ...of });
  });
  expect((await readSearchAnswer(new URLSearchParams('q=বন্যা'), db)).total).toBe(1345);
  expect(await readSearch(parseSearchQuery({ q: 'বন্যা', page: '999' }), NOON, db)).toMatchObject({
    total: 1345,
    isMore: false,
    page: 50,
    pages: 50,
  });
});
