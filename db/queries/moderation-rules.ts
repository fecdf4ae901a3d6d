import { asc, eq } from 'drizzle-orm';
import type { Db } from '../client';
import { moderationRules } from '../schema';

/** The newsroom's own rules, on or off, in the order they were made. */
export async function allRules(db: Db) {
  return db.select().from(moderationRules).orderBy(asc(moderationRules.id)).all();
}

/** Those that are on. */
export async function rulesInForce(db: Db) {
  return db
    .select()
    .from(moderationRules)
    .where(eq(moderationRules.isOn, true))
    .orderBy(asc(moderationRules.id))
    .all();
}
