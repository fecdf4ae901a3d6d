import { and, eq, gt, lte, or } from 'drizzle-orm';
import type { AppDb, ReadDb } from '@/db/client';
import { adsOn } from '@/db/queries/site/ads';
import { ads } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import { chooseAds, hourOf } from './choose-ad';

/** Announces the ads that started or ended in `(since, now]`, and the hourly rotation: no commit announces these. */
export async function rotateAds(db: AppDb, since: Date, now = new Date()): Promise<boolean> {
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
  const kind = turned ? 'ads-changed' : (await hasRotated(db, since, now)) ? 'ads-turned' : null;
  if (!kind) return false;
  await tx(db, (t) => announce(t, { kind }, now));
  return true;
}

async function hasRotated(db: ReadDb, since: Date, now: Date): Promise<boolean> {
  if (hourOf(since) === hourOf(now)) return false;
  const all = await adsOn(db);
  const [before, after] = [chooseAds(all, since), chooseAds(all, now)];
  return [...after].some(([slot, { id }]) => before.get(slot)?.id !== id);
}

/** The scheduler's job. The cache is empty when the server starts, so earlier rotations need no invalidation. */
export function adRotation(db: AppDb): (now: Date) => Promise<void> {
  let turnedUntil = new Date();
  return async (now) => {
    await rotateAds(db, turnedUntil, now);
    turnedUntil = now;
  };
}
