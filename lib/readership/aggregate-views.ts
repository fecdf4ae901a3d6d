import { setImmediate as aMoment } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { AppDb, Db, ReadDb, Tx } from '@/db/client';
import { tx } from '@/db/tx';
import { dayOf, firstHourOfDay, hourOf } from './dhaka-hours';

/** Days before today whose hours are kept: the desk shows forty-eight. */
const daysOfHours = 3;
/** Days that are kept as days: the month's list counts thirty. */
const retentionDays = 35;
/** Stories that one transaction folds, some milliseconds. */
const atOnce = 500;

/**
 * Keeps what was counted bounded by the stories, however long it is counted. Hours of a day that is over since three
 * days become one row, at the day's first hour; days older than thirty-five become one row a story, at hour 0, and
 * their sources at day 0. Nothing is lost but when: a story's rows go on to add up to its total.
 */
export async function aggregateViews(db: AppDb, now = new Date()): Promise<void> {
  const today = dayOf(hourOf(now));
  for (let day = today - retentionDays; day < today - daysOfHours; day++) {
    const first = firstHourOfDay(day);
    const next = () => hourBetween(db, first, first + 24);
    for (let hour = next(); hour !== null; hour = next()) {
      await foldHour(db, { hour, into: first });
    }
  }
  const next = () => hourBetween(db, 0, firstHourOfDay(today - retentionDays));
  for (let hour = next(); hour !== null; hour = next()) {
    await foldHour(db, { hour, into: 0 });
  }
  await forgetEmptySums(db, firstHourOfDay(today - daysOfHours));
}

/** What the triggers have left of hours and days that were folded: sums of nothing. */
async function forgetEmptySums(db: Db, before: number): Promise<void> {
  await tx(db, (t) => {
    t.run(sql`delete from section_readings where hour < ${before} and hour > 0
      and views = 0 and quarters = 0 and halves = 0 and three_quarters = 0 and reads = 0`);
    t.run(sql`delete from source_readings where day < ${dayOf(before)} and day > 0 and views = 0`);
  });
}

/** The first hour between the two, without them, that has rows. */
function hourBetween(db: ReadDb, after: number, before: number): number | null {
  const found = db.get<{ hour: number | null }>(
    sql`select min(hour) as hour from view_counts where hour > ${after} and hour < ${before}`,
  );
  return found?.hour ?? null;
}

async function foldHour(db: Db, { hour, into }: { hour: number; into: number }): Promise<void> {
  for (let isLeft = true; isLeft; ) {
    isLeft = await tx(db, (t) => {
      const last = t.get<{ id: number | null }>(sql`select max(story_id) as id from
        (select story_id from view_counts where hour = ${hour} order by story_id limit ${atOnce})`);
      if (last?.id == null) return false;
      if (into === 0) moveSources(t, { hour, upTo: last.id });
      moveHour(t, { hour, upTo: last.id, into });
      return true;
    });
    await aMoment();
  }
}

function moveHour(t: Tx, { hour, upTo, into }: { hour: number; upTo: number; into: number }): void {
  t.run(sql`insert into view_counts (story_id, hour, views, quarters, halves, three_quarters, reads)
    select story_id, ${into}, views, quarters, halves, three_quarters, reads
    from view_counts where hour = ${hour} and story_id <= ${upTo}
    on conflict (story_id, hour) do update set
      views = views + excluded.views, quarters = quarters + excluded.quarters,
      halves = halves + excluded.halves, three_quarters = three_quarters + excluded.three_quarters,
      reads = reads + excluded.reads`);
  t.run(sql`delete from view_counts where hour = ${hour} and story_id <= ${upTo}`);
}

function moveSources(t: Tx, { hour, upTo }: { hour: number; upTo: number }): void {
  const these = sql`day = ${dayOf(hour)} and story_id in
    (select story_id from view_counts where hour = ${hour} and story_id <= ${upTo})`;
  t.run(sql`insert into view_source_counts (story_id, day, source, views)
    select story_id, 0, source, views from view_source_counts where ${these}
    on conflict (story_id, day, source) do update set views = views + excluded.views`);
  t.run(sql`delete from view_source_counts where ${these}`);
}
