import { desc, eq, gt } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { stories, type ViewSource, viewCounts } from '@/db/schema';
import { countViews } from '@/lib/readership/count-views';
import { hourOf } from '@/lib/readership/dhaka-hours';
import { rankPopular, rankWeekAndMonth } from '@/lib/readership/rank-popular';
import type { ViewTally } from '@/lib/readership/view-tally';

/** What readers of a quiet day have opened, so that the most-read list is not empty. Not if anyone has read. */
export async function seedReadings(db: AppDb, now: Date): Promise<void> {
  const thisHour = hourOf(now);
  const isRead = db
    .select()
    .from(viewCounts)
    .where(gt(viewCounts.hour, thisHour - 24))
    .limit(1)
    .get();
  if (isRead) return;

  const published = db
    .select({ id: stories.id, externalId: stories.externalId })
    .from(stories)
    .where(eq(stories.state, 'published'))
    .orderBy(desc(stories.publishedAt))
    .all();
  for (const hoursAgo of hours) {
    const tallies = published.flatMap(({ id, externalId }, place) =>
      talliesOf(id, thisHour - hoursAgo, readingsOf(externalId, place, hoursAgo)),
    );
    await countViews(db, tallies);
  }
  await rankPopular(db, now);
  await rankWeekAndMonth(db, now);
}

/** The last hours, and one of each day of the weeks before. */
const hours = [5, 4, 3, 2, 1, 0, ...Array.from({ length: 20 }, (_, day) => 30 + day * 24)];

/** A steady fall from the newest, and what people tell each other about, whenever it was written. */
function readingsOf(externalId: string | null, place: number, hoursAgo: number): number {
  const talkedOf: Readonly<Record<string, number>> = {
    'demo-31': 410,
    'demo-60': 365,
    'demo-26': 340,
    'seed-1': 290,
    'demo-45': 275,
    'demo-49': 230,
    'demo-01': 215,
  };
  if (hoursAgo < 24) return (externalId && talkedOf[externalId]) || Math.max(3, 120 - place * 3);
  // Last week and the weeks before others were read, the more the longer they are there.
  return ((place * 37 + Math.floor(hoursAgo / 168) * 11) % 60) + Math.min(place, 20);
}

/** Where such readers come from, in hundredths, and how far they read on. */
const parts: readonly (readonly [ViewSource, number, readonly number[]])[] = [
  ['social', 44, [80, 55, 40, 31]],
  ['own', 27, [88, 70, 58, 47]],
  ['search', 17, [85, 66, 52, 43]],
  ['direct', 9, [90, 74, 63, 55]],
  ['other', 3, [70, 45, 33, 25]],
];

function talliesOf(storyId: number, hour: number, readings: number): ViewTally[] {
  let left = readings;
  return parts.map(([source, part, [quarter = 0, half = 0, more = 0, end = 0]], index) => {
    const views = index === parts.length - 1 ? left : Math.min(left, Math.round((readings * part) / 100));
    left -= views;
    const of = (hundredths: number) => Math.floor((views * hundredths) / 100);
    const steps = { quarters: of(quarter), halves: of(half), threeQuarters: of(more), reads: of(end) };
    return { storyId, hour, source, views, ...steps };
  });
}
