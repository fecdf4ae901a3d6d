import { and, eq, gt, lte, or } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { ads } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/pages/announce';

/** Tells the pages if an ad has begun or ended in `(since, now]`, which no commit says. True if one has. */
export async function turnAds(db: Db, since: Date, now = new Date()): Promise<boolean> {
  const turned = db
    .select({ id: ads.id })
    .from(ads)
    .where(
      and(
        eq(ads.isOn, true),
        or(and(gt(ads.from, since), lte(ads.from, now)), and(gt(ads.until, since), lte(ads.until, now))),
      ),
    )
    .limit(1)
    .get();
  if (!turned) return false;
  await tx(db, (t) => announce(t, { kind: 'ads-changed' }, now));
  return true;
}

/** The clock's job. A door that opens remembers no page: what turned before, none shows wrongly. */
export function adTurner(db: Db): (now: Date) => Promise<void> {
  let turnedUntil = new Date();
  return async (now) => {
    await turnAds(db, turnedUntil, now);
    turnedUntil = now;
  };
}
