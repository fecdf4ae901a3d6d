import { dhakaDay } from '@barta/bengali/dates';
import { eq } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { settings } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';

/** The day that pages were last told of, as in `2026-11-24`. */
const key = 'dayOnPages';

/**
 * Tells the pages, once, that midnight has passed in Dhaka. The day is kept in the store, so a clock that was
 * not running then tells them when it starts.
 */
export async function announceNewDay(db: AppDb, now = new Date()): Promise<void> {
  const today = dhakaDay(now);
  const announced = db.select().from(settings).where(eq(settings.key, key)).get();
  if (announced?.value === today) return;

  await tx(db, (t) => {
    t.insert(settings)
      .values({ key, value: today })
      .onConflictDoUpdate({ target: settings.key, set: { value: today } })
      .run();
    announce(t, { kind: 'day-turned' }, now);
  });
}
