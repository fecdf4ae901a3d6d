import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { tx } from '@/db/tx';
import { dayOf } from './dhaka-hours';
import type { ViewTally } from './view-tally';

/**
 * Adds readings to their stories' hours, days and totals; what names no published story is left aside. Resolves to the
 * new totals. Whatever is sent, no hour has more readers who went on than readers. Announces nothing: pages that show
 * a total are told at a bounded rate (`tell-of-growth.ts`).
 */
export async function countViews(db: Db, tallies: readonly ViewTally[]): Promise<Map<number, number>> {
  if (tallies.length === 0) return new Map();
  // One text of JSON instead of a parameter a number: there may be tens of thousands.
  const sent = JSON.stringify(tallies.map((tally) => ({ ...tally, day: dayOf(tally.hour) })));
  const reported = sql`with told as (
    select stories.id as story, value ->> 'hour' as hour, value ->> 'day' as day, value ->> 'source' as source,
      value ->> 'views' as views, value ->> 'quarters' as quarters, value ->> 'halves' as halves,
      value ->> 'threeQuarters' as three, value ->> 'reads' as reads
    from json_each(${sent}) cross join stories
    on stories.id = value ->> 'storyId' and stories.state = 'published')`;

  return tx(db, (t) => {
    t.run(sql`${reported}
      insert into view_counts (story_id, hour, views, quarters, halves, three_quarters, reads)
      select story, hour, sum(views), sum(quarters), sum(halves), sum(three), sum(reads)
      from told where true group by story, hour
      on conflict (story_id, hour) do update set
        views = views + excluded.views, quarters = quarters + excluded.quarters, halves = halves + excluded.halves,
        three_quarters = three_quarters + excluded.three_quarters, reads = reads + excluded.reads`);
    // Only now: who is read on was as a rule written as a reader some minutes before.
    t.run(sql`${reported}
      update view_counts set quarters = min(views, quarters), halves = min(views, halves),
        three_quarters = min(views, three_quarters), reads = min(views, reads)
      where (story_id, hour) in (select story, hour from told)`);
    t.run(sql`${reported}
      insert into view_source_counts (story_id, day, source, views)
      select story, day, source, sum(views) from told where views > 0 group by story, day, source
      on conflict (story_id, day, source) do update set views = views + excluded.views`);
    const totals = t.all<{ id: number; total: number }>(sql`${reported}
      insert into view_totals (story_id, total) select story, sum(views) from told where true group by story
      on conflict (story_id) do update set total = total + excluded.total
      returning story_id as id, total`);
    return new Map(totals.map(({ id, total }) => [id, total]));
  });
}
