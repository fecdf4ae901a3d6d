import { readFileSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { sections, stories } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { queryPlans } from '@/db/testing/query-plans';
import { tx } from '@/db/tx';
import { aggregateViews } from './aggregate-views';
import { countViews } from './count-views';
import { readersOver } from './desk';
import { hourOf } from './dhaka-hours';
import { aTally } from './testing/a-tally';

const now = new Date('2026-11-24T06:10:00Z');
const hour = hourOf(now);

const counted = (db: Connection) => [
  db.all(sql`select hour, section_id, sum(views), sum(quarters), sum(halves), sum(three_quarters), sum(reads)
    from view_counts join stories on stories.id = story_id group by hour, section_id order by hour, section_id`),
  db.all(
    sql`select day, source, sum(views) from view_source_counts group by day, source order by day, source`,
  ),
];
const summed = (db: Connection) => [
  db.all(sql`select hour, section_id, views as "sum(views)", quarters as "sum(quarters)", halves as "sum(halves)",
    three_quarters as "sum(three_quarters)", reads as "sum(reads)" from section_readings order by hour, section_id`),
  db.all(sql`select day, source, views as "sum(views)" from source_readings order by day, source`),
];

async function weeks(db: Connection) {
  const ids = [aStory(db), aStory(db, { section: 'sports' }), aStory(db)].map(({ id }) => id);
  for (let hoursAgo = 0; hoursAgo < 45 * 24; hoursAgo += 7) {
    const tally = aTally({
      storyId: ids[hoursAgo % 3] ?? 0,
      hour: hour - hoursAgo,
      source: hoursAgo % 2 === 0 ? 'own' : 'search',
      views: 1 + (hoursAgo % 5),
      // More than its readers: what is left of them is what the sums must hold.
      quarters: hoursAgo % 4 === 0 ? 9 : 1,
      reads: 1,
    });
    await countViews(db, [tally]);
    await countViews(db, [tally]);
  }
  return ids;
}

test('sums are what was counted, hour by hour and day by day, also once it is folded', async () => {
  const db = newsroom();
  await weeks(db);
  expect(summed(db)[0]).not.toEqual([]);
  expect(summed(db)).toEqual(counted(db));

  await aggregateViews(db, now);
  expect(summed(db)).toEqual(counted(db));
});

test('what is taken away is taken from the sums', async () => {
  const db = newsroom();
  const [id = 0] = await weeks(db);
  await tx(db, (t) => {
    t.run(sql`delete from view_counts where story_id = ${id}`);
    t.run(sql`delete from view_source_counts where story_id = ${id}`);
  });
  const left = ([hours = [], days = []]: unknown[][]) => [
    hours.filter((row) => (row as { 'sum(views)': number })['sum(views)'] > 0),
    days.filter((row) => (row as { 'sum(views)': number })['sum(views)'] > 0),
  ];
  expect(left(summed(db))).toEqual(counted(db));
});

test('a reading stays with the section that the story was in, and no day changes by a fold', async () => {
  const db = newsroom();
  const { id } = aStory(db);
  const sixDaysAgo = hour - 6 * 24;
  await countViews(db, [aTally({ storyId: id, hour: sixDaysAgo, views: 3, source: 'own' })]);
  await countViews(db, [aTally({ storyId: id, hour: sixDaysAgo - 2, views: 2, source: 'own' })]);
  const sports = db.select().from(sections).where(eq(sections.slug, 'sports')).get();
  db.update(stories)
    .set({ sectionId: sports?.id ?? 0 })
    .where(eq(stories.id, id))
    .run();
  await countViews(db, [aTally({ storyId: id, hour, views: 4, source: 'own' })]);

  const totals = async () => {
    const week = await readersOver('week', now, db);
    return [week.sections.map(({ slug, views }) => [slug, views]), week.total.views, week.days];
  };
  const before = await totals();
  expect(before[0]).toEqual([
    ['national', 5],
    ['sports', 4],
  ]);
  await aggregateViews(db, now);
  expect(await totals()).toEqual(before);
});

test('a week at the desk is asked of the sums, and a day of an index that holds all that is asked', async () => {
  const db = newsroom();
  const plans = async (period: 'week' | 'today') => queryPlans(db, () => readersOver(period, now, db));

  const [week, today] = [await plans('week'), await plans('today')];
  expect(week.some((plan) => plan.includes('SEARCH section_readings USING'))).toBe(true);
  expect(week.some((plan) => plan.includes('SEARCH source_readings USING'))).toBe(true);
  for (const plan of [...week, ...today]) {
    expect(plan).not.toMatch(
      /SCAN (view_counts|view_source_counts|stories|section_readings|source_readings)/,
    );
  }
  expect(today.some((plan) => plan.includes('view_counts USING COVERING INDEX view_counts_by_hour'))).toBe(
    true,
  );
  expect(week.join('\n')).not.toMatch(/view_counts_by_hour|SEARCH view_source_counts/);
});

test('the sums of what was counted before they were kept are made by the migration', async () => {
  const db = newsroom();
  await weeks(db);
  const kept = summed(db);
  const statements = readFileSync('db/migrations/0013_growth.sql', 'utf8').split('--> statement-breakpoint');
  const fills = statements.filter((one) => /^\s*INSERT INTO (section|source)_readings/.test(one));
  expect(fills).toHaveLength(2);

  db.$client.exec('delete from section_readings; delete from source_readings;');
  for (const fill of fills) db.$client.exec(fill);
  expect(summed(db)).toEqual(kept);
});
