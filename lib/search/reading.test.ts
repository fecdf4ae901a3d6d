import { expect, test } from 'vitest';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { excerptOf, piecesOf } from './excerpt';
import { indexStory } from './index-story';
import { keysToMark } from './match-expression';
import { distanceOf, nearestQueries } from './nearest-words';
import { readQuery } from './read-query';
import { askedIn, readSearch, readSearchAnswer } from './reading';
import { reindex } from './reindex';
import { searchStories } from './search-stories';

const keys = (q: string) => keysToMark(readQuery(q));
const marked = (pieces: { text: string; found: boolean }[]) =>
  pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('');

async function aNewsroomWith(...headlines: string[]) {
  const db = newsroom();
  await tx(db, (t) => {
    for (const headline of headlines) indexStory(t, aStory(db, { headline, topics: ['হাওর'] }).id);
  });
  return db;
}

test('words are marked whole, as they are inflected', () => {
  expect(marked(piecesOf('হাওরের বাঁধ, হাওরে পানি; হাওরাঞ্চল', keys('হাওর')))).toBe('[হাওরের] বাঁধ, [হাওরে] পানি; হাওরাঞ্চল');
  expect(marked(piecesOf('র\u200D্যাবের অভিযান', keys('র্যাব')))).toBe('[র\u200D্যাবের] অভিযান');
  expect(marked(piecesOf('কিছু নেই', keys('হাওর')))).toBe('কিছু নেই');
});

test('an excerpt is the standfirst, or the sentence that holds the word', () => {
  const story = {
    standfirst: 'পানি নামছে।',
    bodyText: `${'আগের কথা অনেক। '.repeat(30)}তিন গ্রামে হাওরের পানি কমেছে। পরের কথা।`,
  };
  expect(marked(excerptOf(story, keys('পানি')))).toBe('[পানি] নামছে।');
  expect(marked(excerptOf(story, keys('হাওর')))).toBe('তিন গ্রামে [হাওরের] পানি কমেছে। পরের কথা।');
  expect(marked(excerptOf(story, keys('বাঘ')))).toBe('পানি নামছে।');
});

test.each([
  ['হাওর', 'হাওড়', 2, 2],
  ['নদী', 'নদী', 2, 0],
  ['কখগ', 'খকগ', 2, 1],
  ['ক', 'কখগঘ', 2, 3],
])('from %s to %s it is, up to %i, %i', (a, b, most, distance) => {
  expect(distanceOf(a, b, most)).toBe(distance);
});

test('a misspelled word is answered with the nearest that finds something', async () => {
  const db = await aNewsroomWith('সুনামগঞ্জে কুয়াশা');
  expect(await nearestQueries(db, 'কুয়াসা')).toEqual(['কুয়াশা']);
  expect(await nearestQueries(db, 'কুয়াশা বাঘ')).toEqual(['কুয়াশা']);
  expect(await nearestQueries(db, 'ঞঞঞঞ')).toEqual([]);
});

test('the page counts, marks, and offers something when there is nothing', async () => {
  const db = await aNewsroomWith('হাওরে ধান কাটা', 'শহরে বৃষ্টি');
  const found = await readSearch(
    askedIn({ q: ' ধান ', section: 'national', from: '২০২৬-১১-২৪', to: '2026-11-24' }),
    new Date(),
    db,
  );
  expect(found).toMatchObject({
    total: 1,
    isAsked: true,
    faults: [],
    page: 1,
    pages: 1,
    nearest: [],
    latest: [],
  });
  expect(marked(found.stories[0]?.headline ?? [])).toBe('হাওরে [ধান] কাটা');

  const nothing = await readSearch(askedIn({ q: 'ধাণ বৃষ্টি' }), new Date(), db);
  expect(nothing).toMatchObject({ total: 0, nearest: ['ধাণ', 'বৃষ্টি'] });
  expect(nothing.latest).toHaveLength(2);
});

test('a time counts back from now, unless a day is given', async () => {
  const db = await aNewsroomWith('ধান কাটা');
  const later = new Date('2026-11-27T06:00:00Z');
  const total = async (params: Record<string, string>) =>
    (await readSearch(askedIn({ q: 'ধান', ...params }), later, db)).total;
  expect(await total({ when: 'day' })).toBe(0);
  expect(await total({ when: 'week' })).toBe(1);
  expect(await total({ when: 'toString' })).toBe(1);
  expect(await total({ when: 'day', to: '2026-11-24' })).toBe(1);
});

test('a filter that means nothing is said and left aside', async () => {
  const db = await aNewsroomWith('ধান কাটা');
  const page = await readSearch(
    askedIn({ q: 'ধান', from: 'কাল', to: '2026-02-30', topic: 'নেই', page: '৭' }),
    new Date(),
    db,
  );
  expect(page).toMatchObject({ total: 1, page: 1, asked: { from: 'কাল' } });
  expect(page.faults.sort()).toEqual(['from', 'to', 'topic']);
});

test('programs get an address, a headline and a moment', async () => {
  const db = await aNewsroomWith('ধান কাটা', 'ধান বোনা');
  expect(await readSearchAnswer(new URLSearchParams('q=ধান&sort=newest&limit=1'), db)).toEqual({
    total: 2,
    results: [{ id: 2, url: '/national/2', headline: 'ধান বোনা', publishedAt: '2026-11-24T06:00:00.000Z' }],
  });
  expect((await readSearchAnswer(new URLSearchParams('q=ধান&limit=9999'), db)).results).toHaveLength(2);
  expect((await readSearchAnswer(new URLSearchParams('q=ধান&limit=-1'), db)).results).toHaveLength(2);
  expect(await readSearchAnswer(new URLSearchParams('q=ধান&section=nowhere'), db)).toEqual({
    total: 0,
    results: [],
  });
  expect(await readSearchAnswer(new URLSearchParams(''), db)).toEqual({ total: 0, results: [] });
});

test('a search built anew finds the same, and what an older one had missed', async () => {
  const db = await aNewsroomWith('ধান কাটা');
  aStory(db, { headline: 'ধান বোনা' });
  expect((await searchStories(db, { q: 'ধান' })).total).toBe(1);
  expect(await reindex(db)).toMatchObject({ stories: 2 });
  expect((await searchStories(db, { q: 'ধান' })).total).toBe(2);
});
