import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { migrateDatabase } from '@/db/client';
import { isSearchOld } from '@/db/search-index';
import { aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { editLivePost } from '@/lib/stories/live/edit-live-post';
import { postLive } from '@/lib/stories/live/post-live';
import { removeLivePost } from '@/lib/stories/live/remove-live-post';
import { deskSearch } from './desk-search';
import { excerptOf, piecesOf } from './excerpt';
import { indexStory } from './indexing/index-story';
import { reindex } from './indexing/reindex';
import { keysToMark } from './query/match-expression';
import { distanceOf, nearestQueries } from './query/nearest-words';
import { readQuery } from './query/read-query';
import { parseSearchQuery, readSearch, readSearchAnswer } from './reading';
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

test('two words that stories write as one are offered as one, beside what else was asked', async () => {
  const db = await aNewsroomWith('জাতীয় পরিচয়পত্রের ভুল', 'শহরে বৃষ্টি');
  expect((await nearestQueries(db, 'জাতিয় পরিচয় পত্র'))[0]).toBe('জাতিয় পরিচয়পত্র');
  expect((await nearestQueries(db, 'পরিচয় পত্র'))[0]).toBe('পরিচয়পত্র');
  expect(await nearestQueries(db, 'শহর বৃষ্টি বাঘ')).toEqual(['শহর', 'বৃষ্টি']);
});

test('the page counts, marks, and offers something when there is nothing', async () => {
  const db = await aNewsroomWith('হাওরে ধান কাটা', 'শহরে বৃষ্টি');
  const found = await readSearch(
    parseSearchQuery({ q: ' ধান ', section: 'national', from: '২০২৬-১১-২৪', to: '2026-11-24' }),
    new Date(),
    db,
  );
  expect(found).toMatchObject({
    total: 1,
    hasQuery: true,
    faults: [],
    page: 1,
    pages: 1,
    nearest: [],
    latest: [],
  });
  expect(marked(found.stories[0]?.headline ?? [])).toBe('হাওরে [ধান] কাটা');

  const nothing = await readSearch(parseSearchQuery({ q: 'বৃষ্টী -শহর' }), new Date(), db);
  expect(nothing).toMatchObject({ total: 0, nearest: ['বৃষ্টী'] });
  expect(nothing.latest).toHaveLength(2);
});

test('words that never meet find the stories of each, and the page says that it is so', async () => {
  const db = await aNewsroomWith('হাওরে ধান কাটা', 'শহরে বৃষ্টি');
  const partly = await readSearch(parseSearchQuery({ q: 'ধাণ বৃষ্টি কুয়াশা' }), new Date(), db);
  expect(partly).toMatchObject({ step: 'partly', total: 2, missing: ['কুয়াশা'], latest: [] });
  expect(partly.nearest).toEqual(['ধাণ', 'বৃষ্টি']);
  expect(partly.stories.map(({ headline }) => marked(headline)).sort()).toEqual([
    'শহরে [বৃষ্টি]',
    'হাওরে [ধান] কাটা',
  ]);
});

test('a time counts back from now, unless a day is given', async () => {
  const db = await aNewsroomWith('ধান কাটা');
  const later = new Date('2026-11-27T06:00:00Z');
  const total = async (params: Record<string, string>) =>
    (await readSearch(parseSearchQuery({ q: 'ধান', ...params }), later, db)).total;
  expect(await total({ when: 'day' })).toBe(0);
  expect(await total({ when: 'week' })).toBe(1);
  expect(await total({ when: 'toString' })).toBe(1);
  expect(await total({ when: 'day', to: '2026-11-24' })).toBe(1);
});

test('a filter that means nothing is said and left aside', async () => {
  const db = await aNewsroomWith('ধান কাটা');
  const page = await readSearch(
    parseSearchQuery({ q: 'ধান', from: 'কাল', to: '2026-02-30', topic: 'নেই', page: '৭' }),
    new Date(),
    db,
  );
  expect(page).toMatchObject({ total: 1, page: 1, query: { from: 'কাল' } });
  expect(page.faults.sort()).toEqual(['from', 'to', 'topic']);
});

test('programs get an address, a headline and a moment', async () => {
  const db = await aNewsroomWith('ধান কাটা', 'ধান বোনা');
  expect(await readSearchAnswer(new URLSearchParams('q=ধান&sort=newest&limit=1'), db)).toEqual({
    match: 'all',
    total: 2,
    results: [{ id: 2, url: '/national/2', headline: 'ধান বোনা', publishedAt: '2026-11-24T06:00:00.000Z' }],
  });
  expect((await readSearchAnswer(new URLSearchParams('q=ধান&limit=9999'), db)).results).toHaveLength(2);
  expect((await readSearchAnswer(new URLSearchParams('q=ধান&limit=-1'), db)).results).toHaveLength(2);
  expect(await readSearchAnswer(new URLSearchParams('q=ধান&section=nowhere'), db)).toEqual({
    match: 'all',
    total: 0,
    results: [],
  });
  expect(await readSearchAnswer(new URLSearchParams(''), db)).toEqual({
    match: 'all',
    total: 0,
    results: [],
  });
});

test('a search built anew finds the same, and what an older one had missed', async () => {
  const db = await aNewsroomWith('ধান কাটা');
  aStory(db, { headline: 'ধান বোনা' });
  expect((await searchStories(db, { q: 'ধান' })).total).toBe(1);
  expect(await reindex(db)).toMatchObject({ stories: 2 });
  expect((await searchStories(db, { q: 'ধান' })).total).toBe(2);
});

test('what is posted in a live story is found in it and shown, until it is removed', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const { id: storyId } = aStory(db, { form: 'live', headline: 'ঝড়ের সব খবর' });
  const made = await postLive(db, mitu, {
    storyId,
    headline: 'খেয়া চলাচল বন্ধ',
    body: 'পাটুরিয়ায় <a href="https://example.org/harbour">সতর্কসংকেত</a> দেখানো হয়েছে।',
    pictureId: null,
    isKey: false,
    isPinned: false,
  });
  const postId = made.ok ? made.value.postId : 0;
  const totalOf = async (q: string) => (await searchStories(db, { q })).total;

  expect(await totalOf('খেয়া')).toBe(1);
  const page = await readSearch(parseSearchQuery({ q: 'সতর্কসংকেত' }), new Date(), db);
  expect(page.stories.map(({ excerpt }) => marked(excerpt))).toEqual(['পাটুরিয়ায় [সতর্কসংকেত] দেখানো হয়েছে।']);
  expect(await totalOf('harbour')).toBe(0);

  // However long ago it was posted.
  for (let i = 0; i < 70; i++)
    await postLive(db, mitu, {
      storyId,
      headline: '',
      body: `খবর ${i}`,
      pictureId: null,
      isKey: false,
      isPinned: false,
    });
  const later = await readSearch(parseSearchQuery({ q: 'সতর্কসংকেত' }), new Date(), db);
  expect(later.stories.map(({ excerpt }) => marked(excerpt))).toEqual(['পাটুরিয়ায় [সতর্কসংকেত] দেখানো হয়েছে।']);

  const edited = { storyId, postId, basedOn: 1, pictureId: null, isKey: false, isPinned: false };
  await editLivePost(db, mitu, { ...edited, headline: 'লঞ্চ চলাচল বন্ধ', body: 'নদী উত্তাল।' });
  expect([await totalOf('খেয়া'), await totalOf('লঞ্চ'), await totalOf('উত্তাল')]).toEqual([0, 1, 1]);

  await removeLivePost(db, mitu, { storyId, postId, basedOn: 2 });
  expect([await totalOf('লঞ্চ'), await totalOf('ঝড়')]).toEqual([0, 1]);
});

test('posts of a story that no reader sees are found at the desk only', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const { id: storyId } = aStory(db, { form: 'live', state: 'draft' });
  const post = { headline: '', body: 'গোপন খসড়া', pictureId: null, isKey: false, isPinned: false };
  await postLive(db, mitu, { storyId, ...post });
  expect((await searchStories(db, { q: 'গোপন' })).total).toBe(0);
  expect(await deskSearch(db, { q: 'গোপন' })).toEqual([storyId]);
});

test('a store whose search was written by older rules says so until it is written anew', async () => {
  const db = newsroom();
  expect(isSearchOld(db)).toBe(false);
  const { id } = aStory(db, { headline: 'মাঠে গেছেন তিনি' });
  db.run(sql`update search_state set terms_version = 1`);
  migrateDatabase(db);
  expect(isSearchOld(db)).toBe(true);

  await reindex(db);
  expect(isSearchOld(db)).toBe(false);
  const page = await readSearch(parseSearchQuery({ q: 'যাবেন' }), new Date(), db);
  expect(page.stories.map(({ card, headline }) => [card.id, marked(headline)])).toEqual([
    [id, 'মাঠে [গেছেন] তিনি'],
  ]);
});
