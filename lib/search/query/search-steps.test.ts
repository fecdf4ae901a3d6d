import { expect, test } from 'vitest';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { indexStory } from '../indexing/index-story';
import { searchInSteps } from './search-steps';

const NOW = new Date('2026-11-24');

async function aNewsroomWith(...headlines: string[]) {
  const db = newsroom();
  await tx(db, (t) => {
    for (const headline of headlines) indexStory(t, aStory(db, { headline }).id);
  });
  const search = async (q: string, more = {}) => {
    const { ids, ...hits } = await searchInSteps(db, { q, ...more }, NOW);
    return { ...hits, headlines: ids.map((id) => headlines[id - 1]) };
  };
  return { db, search };
}

/** Enough stories that a word of one of them is rare. */
const OTHERS = Array.from({ length: 40 }, (_, i) => `শহরে খবর ${i}`);

test('stories with all words come alone', async () => {
  const { search } = await aNewsroomWith('তিস্তার চরে ভাঙন', 'তিস্তার পানি', ...OTHERS);
  expect(await search('তিস্তা ভাঙন')).toMatchObject({
    step: 'all',
    missing: [],
    headlines: ['তিস্তার চরে ভাঙন'],
  });
});

test.each(['কবে', 'কত', 'কেন', 'আজকের খবর', 'ভিডিও', 'সর্বশেষ', 'কোথায়'])(
  'with “%s” the stories of the other words are found, those with most of them first',
  async (filler) => {
    const { search } = await aNewsroomWith('তিস্তার পানি', 'তিস্তার চরে ভাঙন', ...OTHERS);
    const { step, headlines } = await search(`তিস্তা ভাঙন ${filler}`);
    expect(step).toBe('partly');
    expect(headlines[0]).toBe('তিস্তার চরে ভাঙন');
  },
);

test.each([
  ['tista vangon', 'তিস্তার চরে ভাঙন', { tista: 'তিস্তা', vangon: 'ভাঙন' }],
  ['boimela', 'বইমেলায় ভিড়', { boimela: 'বইমেলায়' }],
  ['ghurnijhor rimal', 'ঘূর্ণিঝড় রেমাল আসছে', { ghurnijhor: 'ঘূর্ণিঝড়', rimal: 'রেমাল' }],
])('“%s” is read as it sounds, and said so', async (q, headline, readAs) => {
  const { search } = await aNewsroomWith(headline, ...OTHERS);
  const found = await search(q);
  expect(found).toMatchObject({ step: 'all', missing: [], headlines: [headline] });
  for (const [latin, bengali] of Object.entries(readAs)) expect(found.readAs.get(latin)).toContain(bengali);
});

test('a Latin word that stories hold is not read otherwise', async () => {
  const { search } = await aNewsroomWith('Google বন্ধ', 'গোগলের গল্প', ...OTHERS);
  expect(await search('google')).toMatchObject({ headlines: ['Google বন্ধ'], readAs: new Map() });
});

test('a question word that no story holds is not named as missing', async () => {
  const { search } = await aNewsroomWith('তিস্তার চরে ভাঙন', ...OTHERS);
  expect((await search('তিস্তার ভাঙন কবে')).missing).toEqual([]);
});

test('words that no story holds are named, and the rest is found', async () => {
  const { search } = await aNewsroomWith('তিস্তার চরে ভাঙন', ...OTHERS);
  expect(await search('তিস্তার চরে কুমিরছানা ঞঞঞ')).toMatchObject({
    step: 'partly',
    missing: ['কুমিরছানা', 'ঞঞঞ'],
    headlines: ['তিস্তার চরে ভাঙন'],
    total: 1,
  });
});

test('one rare word is enough, however many others are in no story', async () => {
  const { search } = await aNewsroomWith('হালদায় ডলফিন', ...OTHERS);
  const { headlines } = await search('কখন কীভাবে ঞঞঞ ঙঙঙ ডডড ঢঢঢ ডলফিন ষষষ');
  expect(headlines).toEqual(['হালদায় ডলফিন']);
});

test('of rare words that never meet, more than two, the stories of the most of them are found', async () => {
  const { search } = await aNewsroomWith('হালদায় ডলফিন', 'বাঘের পায়ের ছাপ', 'তিস্তার ভাঙন', 'হাওরে ধান', ...OTHERS);
  const { step, headlines } = await search('ডলফিন বাঘ ভাঙন ধান');
  expect(step).toBe('partly');
  expect(headlines).toHaveLength(4);
});

test('less than half of the weight is not enough: a common word alone finds nothing beside a rare one', async () => {
  const { search } = await aNewsroomWith('হালদায় ডলফিন', ...OTHERS);
  expect((await search('শহর ডলফিন')).headlines).toEqual(['হালদায় ডলফিন']);
});

test('what has a minus is left out, and a filter narrows as ever', async () => {
  const { search } = await aNewsroomWith('হালদায় ডলফিন', 'পদ্মায় ডলফিন', ...OTHERS);
  expect((await search('ডলফিন ঞঞঞ -পদ্মা')).headlines).toEqual(['হালদায় ডলফিন']);
  expect((await search('ডলফিন ঞঞঞ', { from: new Date('2030-01-01') })).headlines).toEqual([]);
  expect((await search('ডলফিন ঞঞঞ', { sort: 'newest' })).headlines).toHaveLength(2);
});

test('a phrase that stands nowhere finds the stories of its words', async () => {
  const { search } = await aNewsroomWith('সেতুর নিচে পদ্মা', ...OTHERS);
  expect(await search('"পদ্মা সেতু"')).toMatchObject({ step: 'partly', headlines: ['সেতুর নিচে পদ্মা'] });
});

test('a word as it was typed comes before other spellings of it', async () => {
  const { search } = await aNewsroomWith('ধানের মণ', 'ধানের মন', ...OTHERS);
  expect((await search('মন ঞঞঞ')).headlines[0]).toBe('ধানের মন');
  expect((await search('মণ ঞঞঞ')).headlines[0]).toBe('ধানের মণ');
});

test.each([
  ['NUL', '\0 ডলফিন \0'],
  ['a lone surrogate', '\uD800ডলফিন \uDC00'],
  ['a megabyte of marks', `ডলফিন ${'\u0981\u09CD'.repeat(500_000)}`],
  ['ten thousand words', `ডলফিন ${'ঞঞঞ '.repeat(10_000)}`],
  ['the language of the index', 'ডলফিন" OR * NEAR(a b) {headline} : ^ ('],
])('%s in a query is answered', async (_, q) => {
  const { search } = await aNewsroomWith('হালদায় ডলফিন', ...OTHERS);
  expect((await search(q)).total).toBeLessThanOrEqual(1);
});
