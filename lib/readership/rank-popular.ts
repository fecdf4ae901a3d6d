import { setImmediate as aMoment } from 'node:timers/promises';
import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { AppDb, Db, Tx } from '@/db/client';
import { published, scoreOf } from '@/db/queries/stories/listings';
import { byStory } from '@/db/queries/stories/views';
import { stories, viewCounts, viewTotals } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import { hourOf } from './dhaka-hours';
import { beginOf, type Period } from './periods';

const windowHours = 24;
/** So many stories of each period have a score: more than any list shows, and a write that is always small. */
const scored = 300;
/** Stories taken back since they were read fall out of the list; so many more are looked at to fill it. */
const spare = 100;
/** As long as `/popular`, the longest list. */
const listed = 20;
/** As long as the longest list beside other things. */
const beside = 10;
/** A piece of a month's hours that is summed in one go, some milliseconds; the edge server answers readers in between. */
const sliceHours = 6;

interface Scored {
  id: number;
  score: number;
}

/**
 * Scores stories by their readings of the last day, this hour's counting in full and yesterday's hardly. Pages are
 * told only if a list that they show reads differently. A day without any reading leaves the list alone.
 */
export async function rankPopular(db: AppDb, now = new Date()): Promise<void> {
  const thisHour = hourOf(now);
  const best = db.all<Scored>(sql`
    select story_id as id, sum(views * (${windowHours} - max(0, ${thisHour} - hour))) as score
    from view_counts where hour > ${thisHour - windowHours}
    group by +story_id order by score desc, id desc limit ${scored + spare}`);
  await keepScores(db, 'day', best, now);
}

/**
 * The same for the last seven and thirty days, where each reading counts alike: what the desk adds up is what the list
 * is ordered by. Takes a while at a month of hours, in short pieces.
 */
export async function rankWeekAndMonth(db: AppDb, now = new Date()): Promise<void> {
  const thisHour = hourOf(now);
  const weekBegan = beginOf('week', thisHour);
  const week = new Map<number, number>();
  const month = new Map<number, number>();
  for (let from = beginOf('month', thisHour); from <= thisHour; from += sliceHours) {
    const sums = db
      .select({ id: viewCounts.storyId, views: sql<number>`sum(${viewCounts.views})` })
      .from(viewCounts)
      .where(and(gte(viewCounts.hour, from), lt(viewCounts.hour, from + sliceHours)))
      .groupBy(byStory)
      .all();
    for (const { id, views } of sums) {
      month.set(id, (month.get(id) ?? 0) + views);
      if (from >= weekBegan) week.set(id, (week.get(id) ?? 0) + views);
    }
    await aMoment();
  }
  await keepScores(db, 'week', bestOf(week), now);
  await keepScores(db, 'month', bestOf(month), now);
}

function bestOf(sums: ReadonlyMap<number, number>): Scored[] {
  // Sorted as bare numbers first: of a hundred thousand stories that takes a tenth of the time.
  const least =
    Float64Array.from(sums.values())
      .sort()
      .at(-scored - spare) ?? 0;
  return [...sums]
    .filter(([, score]) => score >= least)
    .map(([id, score]) => ({ id, score }))
    .sort((a, b) => b.score - a.score || b.id - a.id)
    .slice(0, scored + spare);
}

async function keepScores(db: Db, period: Period, best: readonly Scored[], now: Date): Promise<void> {
  if (best.length === 0) return;
  const sent = JSON.stringify(best);
  const column = sql.identifier(scoreOf[period].name);

  await tx(db, (t) => {
    const before = mostRead(t, period);
    t.run(sql`update view_totals set ${column} = 0
      where ${column} > 0 and story_id not in (select value ->> 'id' from json_each(${sent}))`);
    t.run(sql`insert into view_totals (story_id, ${column})
      select stories.id, value ->> 'score' from json_each(${sent}) cross join stories
      on stories.id = value ->> 'id' and stories.state = 'published' limit ${scored}
      on conflict (story_id) do update set ${column} = excluded.${column} where ${column} <> excluded.${column}`);
    const after = mostRead(t, period);
    const isOther = (length: number) => before.slice(0, length).join() !== after.slice(0, length).join();
    if (isOther(listed)) {
      announce(t, { kind: 'popular-changed', period, isBeside: period === 'day' && isOther(beside) }, now);
    }
  });
}

function mostRead(t: Tx, period: Period): number[] {
  const score = scoreOf[period];
  return t
    .select({ storyId: viewTotals.storyId })
    .from(viewTotals)
    .crossJoin(stories)
    .where(and(published, eq(stories.id, viewTotals.storyId), sql`${score} > 0`))
    .orderBy(desc(score), desc(viewTotals.storyId))
    .limit(listed)
    .all()
    .map((row) => row.storyId);
}
