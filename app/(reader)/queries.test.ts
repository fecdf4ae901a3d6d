import type { ReactNode } from 'react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Connection, getConnection } from '@/db/client';
import { districts, viewTotals } from '@/db/schema';
import { aComment, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { statementsIn } from '@/db/testing/query-plans';
import { tx } from '@/db/tx';
import { indexStory } from '@/lib/search/indexing/index-story';

/** What one page may ask the store, metadata and frame included, none of it remembered from the page before. */
const MOST = 12;

interface PageModule {
  default(props: unknown): ReactNode | Promise<ReactNode>;
  generateMetadata?(props: unknown): unknown;
}

interface PageRequest {
  module: () => Promise<unknown>;
  params?: Record<string, string>;
  query?: Record<string, string>;
}

const pages: Record<string, PageRequest> = {
  front: { module: () => import('./page') },
  section: { module: () => import('./[section]/page'), params: { section: 'national' } },
  'older pages of a section': {
    module: () => import('./[section]/before/[cursor]/page'),
    params: { section: 'national', cursor: '1764000000000-9' },
  },
  story: {
    module: () => import('./[section]/[storyId]/page'),
    params: { section: 'national', storyId: '1' },
  },
  topic: { module: () => import('./topic/[slug]/page'), params: { slug: 'ferry' } },
  byline: { module: () => import('./byline/[slug]/page'), params: { slug: 'desk' } },
  archive: { module: () => import('./archive/page') },
  'a day of the archive': { module: () => import('./archive/[date]/page'), params: { date: '2026-11-24' } },
  'photo stories': { module: () => import('./photos/page') },
  films: { module: () => import('./videos/page') },
  districts: { module: () => import('./district/page') },
  district: { module: () => import('./district/[code]/page'), params: { code: 'khulna' } },
  // Each filter by name asks once more, and a search that finds nothing three times, for words that are near.
  search: { module: () => import('./search/page'), query: { q: 'ফেরি', from: '2026-11-01' } },
};

const shared = globalThis as { bartaDb?: Connection };
const before = shared.bartaDb;

beforeAll(async () => {
  const db = newsroom();
  shared.bartaDb = db;
  db.insert(districts)
    .values([
      { code: 'khulna', level: 'division', name: 'খুলনা' },
      { code: 'bagerhat', level: 'district', name: 'বাগেরহাট', parentCode: 'khulna' },
    ])
    .run();
  for (let i = 0; i < 60; i++) {
    const story = aStory(db, {
      section: ['national', 'international', 'sports'][i % 3] ?? 'national',
      topics: ['ferry', 'fog', 'river'],
      bylines: ['desk', 'mitu'],
      districtCode: 'bagerhat',
      publishedAt: new Date(Date.UTC(2026, 10, 24, 6, i)),
      correctedAt: new Date(Date.UTC(2026, 10, 24, 8, i)),
      headline: 'ফেরি বন্ধ',
    });
    await tx(db, (t) => indexStory(t, story.id));
    const first = aComment(db, { storyId: story.id, state: 'visible' });
    aComment(db, { storyId: story.id, state: 'visible', parentId: first.id, rootId: first.id });
    db.insert(viewTotals).values({ storyId: story.id, total: i, dayScore: i }).run();
  }
});
afterAll(() => {
  if (before) shared.bartaDb = before;
  else delete shared.bartaDb;
});

describe(`a reader page asks the store ${MOST} times at most`, () => {
  test.each(Object.entries(pages))('%s', async (_, { module, params = {}, query = {} }) => {
    const db = getConnection();
    const { default: Page, generateMetadata } = (await module()) as PageModule;
    const layout = (await import('./layout')) as unknown as PageModule;
    const props = { params: Promise.resolve(params), searchParams: Promise.resolve(query) };

    // A write of anybody: what was remembered until then is asked anew.
    db.update(viewTotals).set({ weekScore: 1 }).run();
    const statements = await statementsIn(db, async () => {
      await layout.generateMetadata?.(props);
      await layout.default({ children: null });
      await generateMetadata?.(props);
      await Page(props);
    });

    expect(statements.length, statements.join('\n\n')).toBeLessThanOrEqual(MOST);
    expect(statements.length).toBeGreaterThan(0);
  });
});
