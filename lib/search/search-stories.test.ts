import { describe, expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { storiesFound } from '@/db/queries/stories/search/found-stories';
import type { SearchFilter } from '@/db/queries/stories/search/listing-filter';
import { searchHits } from '@/db/queries/stories/search/search-hits';
import { wordsBetween } from '@/db/queries/stories/search/suggestions';
import { districts, stories } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { deskSearch } from './desk-search';
import corpus from './golden/search-corpus.golden.json';
import gold from './golden/search-gold.golden.json';
import { indexStory, unindexStory } from './indexing/index-story';
import { matchExpression } from './query/match-expression';
import { readQuery } from './query/read-query';
import { searchStories } from './search-stories';

async function withStories(wishes: Parameters<typeof aStory>[1][]): Promise<Connection> {
  const db = newsroom();
  await tx(db, (t) => {
    for (const wish of wishes) indexStory(t, aStory(db, wish).id);
  });
  return db;
}

/** The age of a story weighs: by the machine's clock the same stories would one day stand in another order. */
const now = new Date('2026-11-24');
const headlines = async (db: Connection, q: string, more = {}) =>
  (await searchStories(db, { q, ...more }, now)).stories.map((story) => story.headline);

test('over the gold set nothing is missed and hardly anything is wrong', async () => {
  const db = await withStories(
    corpus.documents.map(({ id, headline, standfirst, body }) => ({
      externalId: id,
      headline,
      standfirst,
      body,
    })),
  );
  const ids = new Map(corpus.documents.map(({ id }, at) => [at + 1, id]));
  const wrong: string[] = [];
  let recall = 0;
  let precision = 0;
  for (const { id, q, mustFind, mustNotFind } of gold.queries) {
    const found = new Set(
      (await searchStories(db, { q, limit: 400 }, now)).stories.map((story) => ids.get(story.id)),
    );
    const missed = mustFind.filter((one) => !found.has(one));
    const extra = mustNotFind.filter((one) => found.has(one));
    const hits = mustFind.length - missed.length;
    recall += hits / mustFind.length;
    precision += hits + extra.length === 0 ? 0 : hits / (hits + extra.length);
    if (missed.length + extra.length > 0) wrong.push(`${id} ${q}: missed ${missed}, wrong ${extra}`);
  }
  expect(wrong).toEqual([]);
  expect(recall / gold.queries.length).toBeGreaterThanOrEqual(0.99);
  expect(precision / gold.queries.length).toBeGreaterThanOrEqual(0.98);
});

describe('a query', () => {
  test('finds a word in any of its forms, whichever form was typed', async () => {
    const db = await withStories([{ headline: 'কৃষকদের পাশে' }, { headline: 'শিক্ষকদের পাশে' }]);
    for (const q of ['কৃষক', 'কৃষকের', 'কৃষকেরাও']) expect(await headlines(db, q)).toEqual(['কৃষকদের পাশে']);
  });

  test('wants every word, leaves out what has a minus, keeps a phrase together', async () => {
    const db = await withStories([{ headline: 'পদ্মা সেতু খুলল' }, { headline: 'সেতু থেকে পদ্মা দেখা' }]);
    expect(await headlines(db, 'পদ্মা সেতু')).toHaveLength(2);
    expect(await headlines(db, '“পদ্মা সেতু”')).toEqual(['পদ্মা সেতু খুলল']);
    expect(await headlines(db, 'সেতু -খুলল')).toEqual(['সেতু থেকে পদ্মা দেখা']);
    expect(await headlines(db, 'পদ্মা বাঘ')).toEqual([]);
    expect(await headlines(db, '-পদ্মা')).toEqual([]);
  });

  test('finds digits of either script, and names of either spelling', async () => {
    const db = await withStories([{ headline: 'চট্টগ্রামে ১,২০০ ঘর' }]);
    for (const q of ['1200', '১২০০', 'Chittagong', 'chattogram 1,200'])
      expect(await headlines(db, q)).toHaveLength(1);
  });

  test('finds nothing that readers may not see', async () => {
    const db = await withStories(
      (['draft', 'filed', 'scheduled', 'retracted', 'published'] as const).map((state) => ({
        state,
        headline: `হাওর ${state}`,
      })),
    );
    expect(await headlines(db, 'হাওর')).toEqual(['হাওর published']);
    expect(await deskSearch(db, { q: 'হাওরে' })).toEqual([5, 4, 3, 2, 1]);
    expect(await deskSearch(db, { q: 'হাওরে draft', sort: 'relevance' })).toEqual([1]);
    expect(await deskSearch(db, { q: ' ' })).toEqual([]);
  });

  test('finds a story by its topic and byline, and not by what it said before', async () => {
    const db = await withStories([{ headline: 'পুরোনো কথা', topics: ['জলবায়ু'], bylines: ['নাহিদা'] }]);
    expect(await headlines(db, 'জলবায়ুর')).toHaveLength(1);
    expect(await headlines(db, 'নাহিদা')).toHaveLength(1);
    await tx(db, (t) => {
      t.update(stories).set({ headline: 'নতুন কথা' }).run();
      indexStory(t, 1);
    });
    expect(await headlines(db, 'পুরোনো')).toEqual([]);
    expect(await headlines(db, 'নতুন')).toEqual(['নতুন কথা']);
    await tx(db, (t) => unindexStory(t, 1));
    expect(await headlines(db, 'নতুন')).toEqual([]);
  });

  test('puts the headline before the body and, of equals, the newer first', async () => {
    const db = await withStories([
      { headline: 'নদী ভরাট', publishedAt: new Date('2020-01-01') },
      { headline: 'নদী দখল', publishedAt: new Date('2026-11-01') },
      { headline: 'শহরের কথা', body: 'পাশে একটি নদী আছে।', publishedAt: new Date('2026-11-02') },
    ]);
    expect(await headlines(db, 'নদী')).toEqual(['নদী দখল', 'নদী ভরাট', 'শহরের কথা']);
    expect(await headlines(db, 'নদী', { sort: 'newest' })).toEqual(['শহরের কথা', 'নদী দখল', 'নদী ভরাট']);
  });

  test('ranks the newest of very many by where the words stand, phrases and exclusions too', async () => {
    const db = newsroom();
    const put = (headline: string, body: string, standfirst = '') =>
      tx(db, (t) => {
        const { id } = aStory(t as unknown as Connection, { headline, body, standfirst });
        indexStory(t, id);
        return id;
      });
    const old = await put('পদ্মা সেতু খুলল', 'সবার আগে');
    const all = [];
    for (let i = 0; i < 12; i++) {
      const inHeadline = i === 3 || i === 7;
      all.push(
        await put(
          inHeadline ? 'পদ্মা সেতুতে যান চলাচল' : `দিনের খবর ${i}`,
          `পদ্মা সেতু নিয়ে কথা ${i === 7 ? 'শরীয়তপুর' : ''}`,
          i === 5 ? 'পদ্মা সেতু আজ' : '',
        ),
      );
    }
    const ranked = async (q: string) => {
      const match = matchExpression(readQuery(q)) ?? { whole: '', parts: [] };
      const wishes = {
        sort: 'relevance',
        now: new Date('2026-11-24T12:00:00Z'),
        atMost: 10,
        mostCounted: 11,
        bounds: {
          mostFiltered: 100,
          mostInDays: 0,
          commonFrom: 11,
          mostPlaced: 11,
          newestInFull: 100,
          enough: 10,
          mostScattered: 100,
        },
      } as const;
      return (await searchHits(db, 'story_search', match, {}, wishes)).hits.map(({ id }) => id);
    };
    const [, , third = 0, fourth = 0, , sixth = 0, , eighth = 0] = all;

    for (const q of ['পদ্মা সেতু', '"পদ্মা সেতু"', 'পদ্মার সেতুর']) {
      const ids = await ranked(q);
      expect(ids, q).toHaveLength(10);
      expect(ids.slice(0, 3), q).toEqual([eighth, fourth, sixth]);
      expect(ids, q).not.toContain(old);
    }
    expect((await ranked('পদ্মা -শরীয়তপুর')).slice(0, 2)).toEqual([fourth, sixth]);
    expect(await ranked('পদ্মা')).toContain(third);
  });

  test('narrows by section, time, topic and byline, and counts what is left', async () => {
    const db = await withStories([
      {
        headline: 'নদী ১',
        section: 'sports',
        topics: ['বন্যা'],
        bylines: ['মিতু'],
        publishedAt: new Date('2026-01-05'),
      },
      { headline: 'নদী ২', section: 'national', publishedAt: new Date('2026-02-05') },
    ]);
    expect(await headlines(db, 'নদী', { sectionId: 3 })).toEqual(['নদী ১']);
    expect(await headlines(db, 'নদী', { topicId: 1 })).toEqual(['নদী ১']);
    expect(await headlines(db, 'নদী', { bylineId: 1 })).toEqual(['নদী ১']);
    expect(await headlines(db, 'নদী', { from: new Date('2026-02-01') })).toEqual(['নদী ২']);
    expect(await headlines(db, 'নদী', { until: new Date('2026-02-01') })).toEqual(['নদী ১']);
    expect(await searchStories(db, { q: 'নদী', limit: 1 })).toMatchObject({
      total: 2,
      stories: [{ headline: 'নদী ২' }],
    });
  });

  describe('with a filter', () => {
    /** নদী in most of the headlines and all of the bodies; numbers do not run with the days. */
    async function aNewsroomOfRivers() {
      const db = newsroom();
      await tx(db, (t) => {
        t.insert(districts)
          .values([
            { code: 'd-khulna', name: 'খুলনা', level: 'division' },
            { code: 'd-jashore', name: 'যশোর', level: 'district', parentCode: 'd-khulna' },
          ])
          .run();
        for (let i = 0; i < 24; i++) {
          const { id } = aStory(db, {
            headline: i % 5 === 4 ? 'পাহাড়' : `নদী ${i % 4 === 1 ? 'নদী' : ''} ${i}`,
            body: `নদী ${'জল '.repeat(i % 7)}`,
            section: i % 2 === 0 ? 'sports' : 'national',
            topics: i % 3 === 0 ? ['বন্যা'] : ['সেতু'],
            bylines: i % 4 === 0 ? ['মিতু'] : ['রাফি'],
            ...(i % 6 === 0 && { districtCode: 'd-jashore' }),
            publishedAt: new Date(Date.UTC(2026, 0, 1 + ((i * 7) % 24))),
          });
          indexStory(t, id);
        }
      });
      return db;
    }
    const filters: SearchFilter[] = [
      { sectionId: 3 },
      { topicId: 1 },
      { bylineId: 1, topicId: 2 },
      { districtCode: 'd-jashore' },
      { districtCode: 'd-khulna', sectionId: 3 },
      { from: new Date(Date.UTC(2026, 0, 5)), until: new Date(Date.UTC(2026, 0, 15)) },
      { from: new Date(Date.UTC(2026, 0, 5)), topicId: 1 },
      { from: new Date(Date.UTC(2027, 0, 5)) },
      { sectionId: 99 },
    ];
    type Bounds = NonNullable<Parameters<typeof searchHits>[4]['bounds']>;
    async function found(
      db: Connection,
      filter: SearchFilter,
      told: Partial<Bounds> & { sort?: 'newest' } = {},
    ) {
      const { sort = 'relevance', ...bounds } = told;
      const match = matchExpression(readQuery('নদী')) ?? { whole: '', parts: [] };
      const { hits, total } = await searchHits(db, 'story_search', match, filter, {
        ...{ sort, now: new Date('2026-11-24'), atMost: 30, mostCounted: 30 },
        bounds: {
          mostInDays: 100,
          mostFiltered: 100,
          commonFrom: 100,
          mostPlaced: 100,
          newestInFull: 100,
          enough: 30,
          mostScattered: 100,
          ...bounds,
        },
      });
      expect(total).toBe(hits.length);
      return hits.map(({ id }) => id);
    }

    test.each(filters)('%j: what it lets through, in the order in which it lay', async (filter) => {
      const db = await aNewsroomOfRivers();
      // By bm25, by place where the word is common, and by time.
      for (const how of [{}, { commonFrom: 1 }, { sort: 'newest' }] as const) {
        const all = await found(db, {}, how);
        expect(all).toHaveLength(24);
        const of = await storiesFound(db, all);
        const isThrough = (id: number) =>
          isIn(db, filter, of.find((story) => story.id === id)?.publishedAt, id);
        expect(await found(db, filter, how), JSON.stringify(how)).toEqual(all.filter(isThrough));
      }
    });

    test.each(filters)('%j: the same by a search that older rules have written', async (filter) => {
      const db = await aNewsroomOfRivers();
      const newest = { sort: 'newest' } as const;
      const byTerms = await found(db, filter, newest);
      db.$client.exec('update search_state set terms_version = 3');
      expect(await found(db, filter, newest)).toEqual(byTerms);
      expect(await found(db, filter, { ...newest, mostInDays: 0 })).toEqual(byTerms);
    });

    test('among too many that it leaves out all are alike, the newest first', async () => {
      const db = await aNewsroomOfRivers();
      const days = { from: new Date(Date.UTC(2026, 0, 5)) };
      const alike = await found(db, days, { commonFrom: 1, mostPlaced: 1 });
      expect(alike).toHaveLength(20);
      expect(alike).not.toEqual(await found(db, days, { commonFrom: 1 }));
    });

    test('long times are followed no further than told; a section is followed to its first story', async () => {
      const db = await aNewsroomOfRivers();
      const sports = await found(db, { sectionId: 3 }, { mostFiltered: 3, mostInDays: 0 });
      expect(sports).toHaveLength(12);
      const days = { from: new Date(Date.UTC(2026, 0, 5)) };
      expect((await found(db, days, { mostFiltered: 3, mostInDays: 0 })).length).toBeLessThanOrEqual(3);
      expect((await found(db, days, { mostFiltered: 3, mostInDays: 100 })).length).toBeGreaterThan(3);
    });

    type CountExpectation = { atMost: number; mostCounted?: number; newestInFull: number; enough: number };
    test.each<[CountExpectation, number, number, boolean]>([
      [{ atMost: 100, newestInFull: 1, enough: 100 }, 40, 40, false],
      [{ atMost: 7, newestInFull: 120, enough: 7 }, 7, 20, true],
      [{ atMost: 7, mostCounted: 60, newestInFull: 120, enough: 7 }, 7, 40, false],
      [{ atMost: 7, mostCounted: 60, newestInFull: 60, enough: 7 }, 7, 20, true],
      [{ atMost: 30, mostCounted: 60, newestInFull: 30, enough: 5 }, 15, 15, true],
      [{ atMost: 30, mostCounted: 60, newestInFull: 120, enough: 5 }, 30, 40, false],
    ])('%j: the newest %i, and %i are counted', async (told, many, counted, isMore) => {
      const db = newsroom();
      await tx(db, (t) => {
        for (let i = 0; i < 120; i++)
          indexStory(t, aStory(db, { headline: i % 3 === 0 ? 'নদী ও জল' : 'জল', body: 'খবর' }).id);
      });
      const { atMost, mostCounted = 20, ...bounds } = told;
      for (const q of ['নদী', 'নদী জল']) {
        const found = await searchHits(
          db,
          'story_search',
          matchExpression(readQuery(q)) ?? { whole: '', parts: [] },
          {},
          {
            ...{ sort: 'newest', now: new Date('2026-11-24'), atMost, mostCounted },
            bounds: {
              mostInDays: 100,
              mostFiltered: 100,
              commonFrom: 1,
              mostPlaced: 100,
              mostScattered: 100,
              ...bounds,
            },
          },
        );
        const ids = Array.from({ length: many }, (_, i) => 118 - 3 * i);
        expect([q, found.hits.map(({ id }) => id).sort((a, b) => b - a)]).toEqual([q, ids]);
        expect([q, found.total, found.isMore]).toEqual([q, counted, isMore]);
      }
    });

    test('of several words, and in a section, fewer are put in order; by time all are found, and all are counted', async () => {
      const db = await aNewsroomOfRivers();
      const search = async (
        q: string,
        filter: SearchFilter,
        sort: 'newest' | 'relevance',
        commonFrom: number,
      ) => {
        const match = matchExpression(readQuery(q)) ?? { whole: '', parts: [] };
        const bounds = {
          mostInDays: 100,
          mostFiltered: 100,
          commonFrom,
          mostPlaced: 100,
          newestInFull: 100,
          enough: 30,
          mostScattered: 5,
        };
        const { hits, total, isMore } = await searchHits(db, 'story_search', match, filter, {
          ...{ sort, now: new Date('2026-11-24'), atMost: 20, mostCounted: 30, bounds },
        });
        return [hits.length, total, isMore];
      };
      for (const commonFrom of [1, 100]) {
        expect(await search('নদী', { sectionId: 3 }, 'relevance', commonFrom)).toEqual([5, 12, false]);
        expect(await search('নদী', { sectionId: 3 }, 'newest', commonFrom)).toEqual([12, 12, false]);
        expect(await search('নদী জল', {}, 'relevance', commonFrom)).toEqual([5, 20, false]);
        expect(await search('নদী', {}, 'relevance', commonFrom)).toEqual([20, 24, false]);
      }
    });

    test('what a filter asks for nobody can type, and it tells of no word', async () => {
      const db = await aNewsroomOfRivers();
      expect(await headlines(db, '§s3')).toEqual([]);
      expect(await wordsBetween(db, '§', '¨', 10)).toEqual([]);
    });
  });
});

/** By the stories' own rows. */
function isIn(db: Connection, filter: SearchFilter, at: Date | null | undefined, id: number): boolean {
  const has = (sql: string, ...bound: unknown[]) => db.$client.prepare(sql).get(...bound) !== undefined;
  const { sectionId, topicId, bylineId, districtCode, from, until } = filter;
  return (
    (sectionId === undefined ||
      has('select 1 from stories where id = ? and section_id = ?', id, sectionId)) &&
    (topicId === undefined ||
      has('select 1 from story_topics where story_id = ? and topic_id = ?', id, topicId)) &&
    (bylineId === undefined ||
      has('select 1 from story_bylines where story_id = ? and byline_id = ?', id, bylineId)) &&
    (districtCode === undefined ||
      has('select 1 from story_districts where story_id = ? and district_code = ?', id, districtCode)) &&
    (from === undefined || (at != null && at >= from)) &&
    (until === undefined || (at != null && at < until))
  );
}

test.each([
  '',
  ' ',
  '"',
  '""',
  '"""নদী',
  "'; drop table stories; --",
  'NEAR(নদী জল, 2)',
  'headline:নদী',
  'নদী*',
  '^নদী',
  'AND OR NOT',
  '(((',
  '-',
  '- - -',
  '।।।',
  'ও এবং',
  'নদী\u0000জল',
  '\uD800',
  '\u0981'.repeat(10_000),
  'নদী '.repeat(3_000),
  'ক'.repeat(10_000),
  '"'.repeat(10_000),
  'a"b"c"d',
])('%j is a query like any other', async (q) => {
  const db = await withStories([{ headline: 'নদী ও জল' }]);
  const { total, stories } = await searchStories(db, { q });
  expect(stories).toHaveLength(total);
});
