import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { districts, type StoryState, stories, storyDistricts, storyForms, storyStates } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { queryPlans } from '@/db/testing/query-plans';
import type { ListFilter, ListPlace } from './list-filter';
import {
  districtsWithin,
  headlinesHolding,
  listCounts,
  listedStories,
  namedOnDesk,
  recentNames,
} from './listed-stories';
import { narrowList } from './narrow-list';
import { walkList } from './walk-list';

const START = Date.UTC(2026, 10, 1);
const AN_HOUR = 3_600_000;
let db: Connection;
let members: number[];
let all: {
  id: number;
  state: StoryState;
  form: string;
  sectionId: number;
  isSectionOpen: boolean;
  createdBy: number | null;
  assigneeId: number | null;
  dueAt: number | null;
  updatedAt: number;
  publishedAt: number | null;
  topic: string;
  byline: string;
  district: string;
  isBinned: boolean;
}[];

/** Two hundred stories in which every quality meets every other, some of them changed at the same moment. */
beforeAll(() => {
  db = newsroom();
  members = [aMember(db, 'reporter', 'রাফি').id, aMember(db, 'editor', 'মিতু').id];
  db.insert(districts).values({ code: 'west', level: 'division', name: 'পশ্চিম' }).onConflictDoNothing().run();
  for (const code of ['west-a', 'west-b'])
    db.insert(districts).values({ code, level: 'district', name: code, parentCode: 'west' }).run();
  all = Array.from({ length: 200 }, (_, n) => {
    const state = storyStates[n % 5] as StoryState;
    const updatedAt = START + Math.floor(n / 2) * AN_HOUR;
    const publishedAt =
      state === 'published' || state === 'retracted' ? START + ((n * 37) % 200) * AN_HOUR : null;
    const topic = n % 4 === 0 ? 'ফুটবল' : 'ক্রিকেট';
    const byline = n % 3 === 0 ? 'রহিমা' : 'করিম';
    const isBinned = state === 'draft' && n % 10 === 0;
    const story = aStory(db, {
      state,
      isSectionOpen: state === 'draft' && n % 3 === 0,
      section: (['national', 'international', 'sports'] as const)[n % 3] ?? 'national',
      form: storyForms[n % 7] ?? 'report',
      headline: `খবর ${n}`,
      createdBy: members[n % 2] ?? null,
      assigneeId: n % 6 === 0 ? (members[1] ?? null) : null,
      dueAt: n % 12 === 0 ? new Date(START + n * AN_HOUR) : null,
      updatedAt: new Date(updatedAt),
      publishedAt: publishedAt === null ? null : new Date(publishedAt),
      binnedAt: isBinned ? new Date(updatedAt) : null,
      topics: [topic],
      bylines: [byline],
    });
    const district = n % 2 === 0 ? 'west-a' : 'west-b';
    const listedAt = state === 'published' && publishedAt !== null ? new Date(publishedAt) : null;
    db.insert(storyDistricts)
      .values({ storyId: story.id, districtCode: district, publishedAt: listedAt })
      .run();
    return {
      ...story,
      updatedAt,
      publishedAt,
      dueAt: story.dueAt?.getTime() ?? null,
      topic,
      byline,
      district,
      isBinned,
    };
  });
});

const nameIds = () => ({
  byline: namedOnDesk(db, 'byline', 'রহিমা'),
  topic: namedOnDesk(db, 'topic', 'ফুটবল'),
});

/** Each filter by itself and every two of them together. */
async function filters(): Promise<ListFilter[]> {
  const ids = nameIds();
  const single: Partial<ListFilter>[] = [
    { state: 'published' },
    { state: 'draft' },
    { createdBy: members[0] },
    { assigneeId: members[1] },
    { isDue: true },
    { sectionId: 3 },
    { sectionId: 1 },
    { sectionId: 'none' },
    { bylineId: (await ids.byline) ?? 0 },
    { topicId: (await ids.topic) ?? 0 },
    { districtCodes: ['west-a'] },
    { districtCodes: await districtsWithin(db, 'west') },
    { form: 'photo' },
    { from: new Date(START + 20 * AN_HOUR), to: new Date(START + 60 * AN_HOUR) },
    { state: 'published', dates: 'published', from: new Date(START + 20 * AN_HOUR) },
    { ids: [1, 5, 9, 10, 33, 64, 150, 151] },
  ];
  return single.flatMap((one) => single.map((other) => ({ dates: 'changed' as const, ...one, ...other })));
}

function leftBy(filter: ListFilter): typeof all {
  const within = (at: number | null) =>
    at !== null && (!filter.from || at >= filter.from.getTime()) && (!filter.to || at < filter.to.getTime());
  return all.filter(
    (story) =>
      !story.isBinned &&
      (!filter.state || story.state === filter.state) &&
      (filter.createdBy === undefined || story.createdBy === filter.createdBy) &&
      (filter.assigneeId === undefined || story.assigneeId === filter.assigneeId) &&
      (!filter.isDue || (story.dueAt !== null && !['published', 'retracted'].includes(story.state))) &&
      (filter.sectionId === undefined ||
        filter.sectionId === (story.isSectionOpen ? 'none' : story.sectionId)) &&
      (filter.bylineId === undefined || story.byline === 'রহিমা') &&
      (filter.topicId === undefined || story.topic === 'ফুটবল') &&
      (!filter.districtCodes || filter.districtCodes.includes(story.district)) &&
      (!filter.form || story.form === filter.form) &&
      (!filter.ids || filter.ids.includes(story.id)) &&
      ((!filter.from && !filter.to) ||
        within(filter.dates === 'published' ? story.publishedAt : story.updatedAt)),
  );
}

test('a small part is exactly what any two filters leave of it', async () => {
  for (const filter of await filters()) {
    const found = await narrowList(db, filter);
    expect([filter, found?.map(({ id }) => id).sort((a, b) => a - b)]).toEqual([
      filter,
      leftBy(filter).map(({ id }) => id),
    ]);
  }
});

test('a large part is walked page by page, none twice and none left out, however short the stretches are', async () => {
  for (const filter of [{ dates: 'changed' as const }, ...(await filters())]) {
    for (const order of ['changed', 'published'] as const) {
      if (order === 'published' && filter.state !== 'published') continue;
      const met: number[] = [];
      let before: ListPlace | null = null;
      for (let page = 0; page < 60; page++) {
        const walk = await walkList(db, filter, { order, before, limit: 7, longest: 11 });
        met.push(...walk.ids);
        before = walk.next;
        if (!before) break;
      }
      const momentOf = (story: (typeof all)[number]) =>
        order === 'published' ? (story.publishedAt ?? 0) : story.updatedAt;
      const wanted = leftBy(filter).sort((a, b) => momentOf(b) - momentOf(a) || b.id - a.id);
      expect([filter, order, met]).toEqual([filter, order, wanted.map(({ id }) => id)]);
    }
  }
});

test('a walk tells how many it has counted, and whether there may be more', async () => {
  const drafts = leftBy({ state: 'draft', dates: 'changed' }).length;
  const wanted = { state: 'draft', dates: 'changed' } as const;
  const how = { order: 'changed', before: null, limit: 5 } as const;
  expect(await walkList(db, wanted, how)).toMatchObject({ count: drafts, isMore: false });
  expect(await walkList(db, wanted, { ...how, longest: 15 })).toMatchObject({ isMore: true });
});

test('no filter, alone or with another, is answered by going through all stories or by sorting a walk', async () => {
  const place = { at: START, id: 3 };
  for (const filter of [{ dates: 'changed' as const }, ...(await filters())]) {
    const plans = await queryPlans(db, async () => {
      await narrowList(db, filter);
      await walkList(db, filter, { order: 'changed', before: place, limit: 30 });
      if (filter.state === 'published')
        await walkList(db, filter, { order: 'published', before: place, limit: 30 });
    });
    for (const plan of plans) expect(plan).not.toMatch(/SCAN (s|stories)$|TEMP B-TREE FOR ORDER/m);
  }
});

test.each([
  ['changed', {}, 'stories_lately_changed'],
  ['changed', { state: 'draft' }, 'stories_on_desk'],
  ['changed', { createdBy: 1, state: 'draft' }, 'stories_of_member'],
  ['changed', { sectionId: 1, state: 'draft' }, 'stories_on_desk_in_section'],
  ['changed', { sectionId: 'none' }, 'stories_in_no_section'],
  ['changed', { sectionId: 1, form: 'photo' }, 'stories_of_form_on_desk'],
  ['published', {}, 'stories_published'],
  ['published', { sectionId: 1 }, 'stories_published_in_section'],
  ['published', { form: 'photo' }, 'stories_of_form'],
  ['published', { bylineId: 1, sectionId: 1 }, 'story_bylines_listing'],
  ['published', { topicId: 1 }, 'story_topics_listing'],
  ['published', { districtCodes: ['west-a'] }, 'story_districts_listing'],
] as const)('by what was last %s, %j is a walk along %s', async (order, wanted, index) => {
  const filter = {
    dates: 'changed',
    ...(order === 'published' && { state: 'published' }),
    ...wanted,
  } as ListFilter;
  const plans = await queryPlans(db, () =>
    walkList(db, filter, { order, before: { at: START, id: 1 }, limit: 30 }),
  );
  expect(plans).not.toHaveLength(0);
  for (const plan of plans) expect(plan).toContain(`INDEX ${index}`);
});

test('counts leave out what lies in the bin', async () => {
  const counts = await listCounts(db, members[0] ?? 0);
  const of = (filter: Partial<ListFilter>) => leftBy({ dates: 'changed', ...filter }).length;
  expect(counts).toEqual({
    all: of({}),
    mine: of({ createdBy: members[0] }),
    draft: of({ state: 'draft' }),
    filed: of({ state: 'filed' }),
    scheduled: of({ state: 'scheduled' }),
    published: of({ state: 'published' }),
    retracted: of({ state: 'retracted' }),
  });
});

test('names are found by name and slug, and letters of a headline as they stand', async () => {
  expect(await namedOnDesk(db, 'topic', 'নেই')).toBeNull();
  expect(await recentNames(db, 'byline', 5)).toEqual(['করিম', 'রহিমা']);
  expect(await headlinesHolding(db, 'বর ১০০%')).toEqual([]);
  expect(await headlinesHolding(db, 'বর 17')).toEqual(
    [...all.filter(({ id }) => `${id - 1}`.includes('17')).map(({ id }) => id)].reverse(),
  );
  const [first] = await listedStories(db, [7]);
  expect(first).toMatchObject({ id: 7, headline: 'খবর 6', version: 1, sectionSlug: 'national' });
  expect(db.select().from(stories).where(eq(stories.id, 7)).get()?.headline).toBe('খবর 6');
});
