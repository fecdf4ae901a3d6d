import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { stories } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { reindexAndAnnounce } from '../stories/workflow/reindex-and-announce';
import { reindex } from './indexing/reindex';
import { readSuggestions } from './suggest';

const NOW = new Date('2026-11-24T06:00:00Z');

async function aNewsroomWith(...wishes: Parameters<typeof aStory>[1][]) {
  const db = newsroom();
  await tx(db, (t) => {
    for (const wish of wishes) reindexAndAnnounce(t, aStory(db, wish).id, null, NOW);
  });
  return async (q: string) => (await readSuggestions(q, db)).map(({ text }) => text);
}

test('topics, writers and headlines, in this order, lead to their pages', async () => {
  const db = newsroom();
  await tx(db, (t) => {
    const story = aStory(db, { headline: 'নদী দখল', topics: ['নদী'], bylines: ['নদীম হাসান'] });
    reindexAndAnnounce(t, story.id, null, NOW);
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
    tx(db, (t) => reindexAndAnnounce(t, aStory(db, { headline, topics: [topic] }).id, null, NOW));
  const suggested = async (q: string) => (await readSuggestions(q, db)).map(({ text }) => text);

  await publish('নদীর পাড়', 'নদী');
  expect(await suggested('নদী')).toEqual(['নদী', 'নদীর পাড়']);
  await publish('নদীপথে যাত্রা', 'নদীপথ');
  expect(await suggested('নদী')).toEqual(['নদী', 'নদীপথ', 'নদীপথে যাত্রা', 'নদীর পাড়']);
});

test('the words of headlines are counted as stories are published, taken down and written anew', async () => {
  const db = newsroom();
  const wordsNow = () =>
    Object.fromEntries(
      db
        .all<{ word: string; stories: number }>(sql`select word, stories from headline_words`)
        .map(({ word, stories: count }) => [word, count]),
    );
  const settle = (id: number) => tx(db, (t) => reindexAndAnnounce(t, id, null, NOW));
  const set = (id: number, change: Partial<typeof stories.$inferInsert>) =>
    db.update(stories).set(change).where(eq(stories.id, id)).run();

  const first = aStory(db, { headline: 'মেলা বসেছে' });
  const second = aStory(db, { headline: 'মেলা মেলা', state: 'draft' });
  for (const { id } of [first, second, first]) await settle(id);
  expect(wordsNow()).toMatchObject({ মেলা: 1, বসেছে: 1 });
  set(second.id, { state: 'published', publishedAt: NOW });
  await settle(second.id);
  expect(wordsNow()).toMatchObject({ মেলা: 2, বসেছে: 1 });
  set(first.id, { headline: 'মেলা ভেঙেছে' });
  await settle(first.id);
  expect(wordsNow()).toMatchObject({ মেলা: 2, ভেঙেছে: 1 });
  set(second.id, { state: 'retracted' });
  await settle(second.id);
  expect(wordsNow()).toMatchObject({ মেলা: 1, ভেঙেছে: 1 });

  // What a changed headline has left behind goes when all is written anew.
  expect(wordsNow()).toHaveProperty('বসেছে');
  await reindex(db);
  expect(wordsNow()).toMatchObject({ মেলা: 1, ভেঙেছে: 1 });
  expect(wordsNow()).not.toHaveProperty('বসেছে');
});

test('a newsroom whose headlines were never counted is suggested the same, by the index’s own vocabulary', async () => {
  const db = newsroom();
  await tx(db, (t) => {
    for (const headline of ['নদীভাঙন', 'নদীপথ বন্ধ'])
      reindexAndAnnounce(t, aStory(db, { headline }).id, null, NOW);
  });
  const suggested = async () => (await readSuggestions('নদী', db)).map(({ text }) => text);
  expect(await suggested()).toEqual(['নদীপথ বন্ধ', 'নদীভাঙন']);

  db.run(sql`delete from headline_words`);
  db.run(sql`update search_state set has_headline_words = 0`);
  announce(db);
  expect(await suggested()).toEqual(['নদীপথ বন্ধ', 'নদীভাঙন']);
  await reindex(db);
  announce(db);
  expect(await suggested()).toEqual(['নদীপথ বন্ধ', 'নদীভাঙন']);
  expect(db.get(sql`select count(*) as count from headline_words`)).not.toEqual({ count: 0 });
});

/** What is remembered is remembered until readers see a change. */
function announce(db: ReturnType<typeof newsroom>): void {
  db.run(sql`insert into page_events (tags, at) values ('["front"]', 0)`);
}

test('however many words there are, each is counted once when all are counted anew', async () => {
  const db = newsroom();
  const letters = [...'কখগঘচছজঝটঠডঢতথদধনপফবভমযরলশষসহ'];
  const headlines = letters.map((one) => letters.map((other) => `${one}${other}লেখা`).join(' '));
  await tx(db, (t) => {
    for (const headline of [...headlines, ...headlines])
      reindexAndAnnounce(t, aStory(db, { headline }).id, null, NOW);
  });
  const counted = () => db.all(sql`select word, stories from headline_words order by word`);
  const before = counted();
  expect(before.length).toBeGreaterThan(800);
  db.run(sql`update headline_words set stories = 7 where word > 'ত'`);
  db.run(sql`insert into headline_words (word, stories) values ('হহহহনেই', 1)`);
  await reindex(db);
  expect(counted()).toEqual(before);
});
