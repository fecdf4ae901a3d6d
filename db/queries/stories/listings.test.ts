import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { bylines, pictures, stories } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { queryPlans } from '@/db/testing/query-plans';
import { cardLists, idsOf } from './card-lists';
import { type CardRow, type ListingPage, listing } from './listings';

const first: ListingPage = { limit: 20 };
const older: ListingPage = { limit: 20, before: { publishedAt: new Date('2026-11-24T06:00:00Z'), id: 7 } };
const [from, to] = [new Date('2026-11-23T18:00:00Z'), new Date('2026-11-24T18:00:00Z')];

type Listing = (db: Connection) => { toSQL(): { sql: string; params: unknown[] } };

test.each<[string, Listing, string]>([
  ['newest', (db) => listing.newest(db, first), 'stories_published'],
  ['newest, older', (db) => listing.newest(db, older), 'stories_published'],
  ['a day', (db) => listing.between(db, from, to, first), 'stories_published'],
  ['a day, older', (db) => listing.between(db, from, to, older), 'stories_published'],
  ['section', (db) => listing.ofSection(db, 1, first), 'stories_published_in_section'],
  ['section, older', (db) => listing.ofSection(db, 1, older), 'stories_published_in_section'],
  ['district', (db) => listing.ofDistrict(db, 'khulna', first), 'story_districts_listing'],
  ['district, older', (db) => listing.ofDistrict(db, 'khulna', older), 'story_districts_listing'],
  ['form', (db) => listing.ofForm(db, 'photo', first), 'stories_of_form'],
  ['form, older', (db) => listing.ofForm(db, 'photo', older), 'stories_of_form'],
  ['topic', (db) => listing.ofTopic(db, 1, first), 'story_topics_listing'],
  ['topic, older', (db) => listing.ofTopic(db, 1, older), 'story_topics_listing'],
  ['byline', (db) => listing.ofByline(db, 1, first), 'story_bylines_listing'],
  ['byline, older', (db) => listing.ofByline(db, 1, older), 'story_bylines_listing'],
  ['most read', (db) => listing.mostRead(db, 5), 'view_totals_by_score'],
])('the listing “%s” walks one index and sorts nothing', (_, query, index) => {
  const db = newsroom();
  const { sql, params } = query(db).toSQL();
  const steps = (db.$client.prepare(`explain query plan ${sql}`).all(params) as { detail: string }[]).map(
    (step) => step.detail,
  );

  expect(steps[0]).toContain(`INDEX ${index} `.trimEnd());
  // The newest list has no bound to seek to on its first page: it reads the index from its end, up to the limit.
  const walks = steps.filter((step) => step.startsWith('SCAN'));
  expect(walks.every((step) => step === 'SCAN stories USING INDEX stories_published')).toBe(true);
  expect(steps.join('\n')).not.toContain('TEMP B-TREE');
});

test.each([
  ['first', first],
  ['older', older],
])(
  'all that a section lists, the %s page: two walks along their indexes, and no more sorted than they find',
  (_, page) => {
    const db = newsroom();
    const { sql, params } = listing.inSection(db, 1, page).toSQL();
    const plan = (db.$client.prepare(`explain query plan ${sql}`).all(params) as { detail: string }[]).map(
      (step) => step.detail,
    );

    expect(plan.join('\n')).toMatch(
      /SEARCH stories USING INTEGER PRIMARY KEY[\s\S]*INDEX stories_published_in_section/,
    );
    expect(plan.join('\n')).toMatch(/INDEX story_sections_listing/);
    expect(plan.filter((step) => /^SCAN (stories|story_sections)/.test(step))).toEqual([]);
  },
);

test('the lists of a front: each walks its own index', async () => {
  const db = newsroom();
  const [plan = ''] = await queryPlans(db, () =>
    cardLists(db, {
      newest: idsOf.newest(40),
      section: idsOf.ofSection(1, 9),
      form: idsOf.ofForm('photo', 9),
      day: idsOf.mostRead('day', 5),
      week: idsOf.mostRead('week', 5),
      month: idsOf.mostRead('month', 5),
      alike: idsOf.alike(1, 4, 5),
      given: idsOf.given([3, 1]),
    }),
  );

  for (const index of [
    'stories_published',
    'stories_published_in_section',
    'stories_of_form',
    'view_totals_by_score',
    'view_totals_by_week',
    'view_totals_by_month',
    'story_topics_listing',
  ])
    expect(plan).toMatch(new RegExp(`INDEX ${index}\\b`));
  const scans = plan.split('\n').filter((step) => /^SCAN (stories|story_|view_)/.test(step));
  expect(scans).toEqual(['SCAN stories USING COVERING INDEX stories_published']);
});

test('a card of a list is the card of any other listing', async () => {
  const db = newsroom();
  const [picture] = db
    .insert(pictures)
    .values({
      sha256: 'a',
      width: 1200,
      height: 800,
      mime: 'image/jpeg',
      bytes: 9,
      alt: 'ঘাট',
      colour: '#123456',
      focalX: 20,
      variants: [{ file: 'a-640.webp', width: 640, height: 427, mime: 'image/webp' }],
      createdAt: new Date(0),
    })
    .returning()
    .all();
  aStory(db, { bylines: ['desk', 'mitu'], topics: ['খাল'] });
  const other = aStory(db, { section: 'sports' });
  db.update(bylines)
    .set({ portraitId: picture?.id ?? null })
    .run();
  db.update(stories)
    .set({ pictureId: picture?.id ?? null, liveEndedAt: new Date(7) })
    .where(eq(stories.id, other.id))
    .run();

  const found = (await cardLists(db, { newest: idsOf.newest(9) }))('newest');
  const plain = found.map(({ places, ...card }: CardRow & { places?: string }) => card);
  expect(plain).toEqual(listing.newest(db, { limit: 9 }).all());
  expect(plain).toHaveLength(2);
});

test('lists keep their orders, name no story twice, and leave out what is not public', async () => {
  const db = newsroom();
  const [a, b, draft] = [aStory(db), aStory(db), aStory(db, { state: 'draft' })].map(({ id }) => id) as [
    number,
    number,
    number,
  ];
  const of = await cardLists(db, {
    one: idsOf.given([b, a, b, draft, 999]),
    other: idsOf.given([a, b]),
    none: idsOf.given([]),
  });
  expect(of('one').map(({ id }) => id)).toEqual([b, a]);
  expect(of('other').map(({ id }) => id)).toEqual([a, b]);
  expect(of('none')).toEqual([]);
});

test.each<[string, Listing]>([
  ['section', (db) => listing.ofSection(db, 1, older)],
  ['form', (db) => listing.ofForm(db, 'video', older)],
  ['topic', (db) => listing.ofTopic(db, 1, older)],
  ['byline', (db) => listing.ofByline(db, 1, older)],
  ['district', (db) => listing.ofDistrict(db, 'khulna-division', older)],
])('an older page of a %s seeks to its cursor', (_, query) => {
  const db = newsroom();
  const { sql, params } = query(db).toSQL();
  const [step] = db.$client.prepare(`explain query plan ${sql}`).all(params) as { detail: string }[];
  expect(step?.detail).toMatch(
    /\(\w+=\? AND \(published_at,(story_)?id\)<\(\?,\?\)\)|\(\w+=\? AND published_at[<>]/,
  );
});
