import { expect, test } from 'vitest';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { settleStory } from '../stories/settle-story';
import { readSuggestions } from './suggest';

const NOW = new Date('2026-11-24T06:00:00Z');

async function aNewsroomWith(...wishes: Parameters<typeof aStory>[1][]) {
  const db = newsroom();
  await tx(db, (t) => {
    for (const wish of wishes) settleStory(t, aStory(db, wish).id, null, NOW);
  });
  return async (q: string) => (await readSuggestions(q, db)).map(({ text }) => text);
}

test('topics, writers and headlines, in this order, lead to their pages', async () => {
  const db = newsroom();
  await tx(db, (t) => {
    const story = aStory(db, { headline: 'নদী দখল', topics: ['নদী'], bylines: ['নদীম হাসান'] });
    settleStory(t, story.id, null, NOW);
  });
  for (const q of ['ন', 'নদ', 'নদী']) {
    expect(await readSuggestions(q, db)).toEqual([
      { kind: 'topic', text: 'নদী', url: expect.stringMatching(/^\/topic\/[\w%-]+$/) },
      { kind: 'byline', text: 'নদীম হাসান', url: expect.stringMatching(/^\/byline\/[\w%-]+$/) },
      { kind: 'headline', text: 'নদী দখল', url: '/national/1' },
    ]);
  }
});

test.each([
  ['মন্', 'মন্ত্রীর সফর', 'a conjunct that is still open'],
  ['মন্ত্', 'মন্ত্রীর সফর', 'the same, a letter further'],
  ['মন্ত্রীর সফ', 'মন্ত্রীর সফর', 'a word and a beginning'],
  ['সফরে মন্ত্র', 'মন্ত্রীর সফর', 'in another order and form'],
  ['বাড়ী', 'বাড়ির দাম', 'another spelling'],
  ['বা', 'বাড়ির দাম', 'two letters'],
  ['১,২', '১২০০ ঘর', 'digits, as far as they go'],
  ['1200', '১২০০ ঘর', 'digits of the other script'],
  ['মন্ত্রীকে', 'মন্ত্রীর সফর', 'a whole word in another form'],
  ['dhak', 'ঢাকায় বৃষ্টি', 'a name in the other script'],
])('%s: %s, %s', async (typed, headline) => {
  const suggested = await aNewsroomWith({ headline }, { headline: 'অন্য কথা' });
  expect(await suggested(typed)).toEqual([headline]);
});

test('what readers may not see is not suggested, nor the topic and writer of such a story', async () => {
  const suggested = await aNewsroomWith(
    ...(['draft', 'filed', 'scheduled', 'retracted'] as const).map((state) => ({
      state,
      headline: 'গোপন খবর',
      topics: ['গোপন'],
      bylines: ['গোপনচন্দ্র'],
    })),
  );
  for (const q of ['গ', 'গোপ', 'গোপন খব']) expect(await suggested(q)).toEqual([]);
});

test('no more than eight, the newest headlines first', async () => {
  const suggested = await aNewsroomWith(
    ...Array.from({ length: 12 }, (_, i) => ({ headline: `নগরে দিন ${i + 1}` })),
  );
  for (const q of ['ন', 'নগরে'])
    expect(await suggested(q)).toEqual([12, 11, 10, 9, 8, 7, 6, 5].map((i) => `নগরে দিন ${i}`));
});

test.each([
  '',
  ' ',
  '্',
  '"',
  '*',
  'NEAR(',
  '\u0000',
  '\uD800',
  'ক'.repeat(10_000),
  'নদী '.repeat(5000),
  '^নদী*',
  '-',
])('%j is typed like any other', async (q) => {
  const suggested = await aNewsroomWith({ headline: 'খবর' });
  expect(await suggested(q)).toEqual([]);
});

test('what is remembered of names and words is forgotten with the next change that readers see', async () => {
  const db = newsroom();
  const publish = (headline: string, topic: string) =>
    tx(db, (t) => settleStory(t, aStory(db, { headline, topics: [topic] }).id, null, NOW));
  const suggested = async (q: string) => (await readSuggestions(q, db)).map(({ text }) => text);

  await publish('নদীর পাড়', 'নদী');
  expect(await suggested('নদী')).toEqual(['নদী', 'নদীর পাড়']);
  await publish('নদীপথে যাত্রা', 'নদীপথ');
  expect(await suggested('নদী')).toEqual(['নদী', 'নদীপথ', 'নদীপথে যাত্রা', 'নদীর পাড়']);
});
