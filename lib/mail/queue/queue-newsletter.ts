import { dhakaDay, startOfDhakaDay } from '@barta/bengali/dates';
import { and, eq, isNull } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { morningReaders } from '@/db/queries/discussion/mail';
import { jobs } from '@/db/schema';
import { tx } from '@/db/tx';
import { siteSettingsAndLabels } from '../compose/mail-context';
import { queueMail } from './queue-mail';

const HOUR = 3_600_000;
/** Who starts the house in the evening sends no morning letter. */
const STILL_MORNING_HOURS = 4;
const AT_ONCE = 500;
const PLAN = 'morning-plan';

/**
 * Once a day, from the newsroom's hour in Dhaka on, owes the letter to everyone who has confirmed it. Resolves with
 * how many. Killed halfway, it goes on where it was: nobody is owed two.
 */
export async function queueNewsletter(db: AppDb, now: Date): Promise<number> {
  const { letterHour } = await siteSettingsAndLabels(db);
  const day = dhakaDay(now);
  const hours = (now.getTime() - startOfDhakaDay(day).getTime()) / HOUR;
  if (letterHour > 23 || hours < letterHour || hours >= letterHour + STILL_MORNING_HOURS) return 0;

  const dedupeKey = `${PLAN}:${day}`;
  const begun = db.select().from(jobs).where(eq(jobs.dedupeKey, dedupeKey)).get();
  if (begun?.doneAt) return 0;
  if (!begun) {
    await tx(db, (t) =>
      t
        .insert(jobs)
        .values({ kind: PLAN, payload: { day }, dedupeKey, runAt: now, createdAt: now })
        .onConflictDoNothing()
        .run(),
    );
  }
  let owed = 0;
  for (let after = 0; ; ) {
    const readers = await morningReaders(db, after, AT_ONCE);
    const last = readers.at(-1);
    if (!last) break;
    owed += await tx(
      db,
      (t) =>
        readers.filter(({ id, commenterId }) =>
          queueMail(
            t,
            { letter: 'morning', commenterId, subscriptionId: id, day },
            { dedupeKey: `morning:${day}:${id}`, runAt: now },
            now,
          ),
        ).length,
    );
    after = last.id;
  }
  await tx(db, (t) =>
    t
      .update(jobs)
      .set({ doneAt: now })
      .where(and(eq(jobs.dedupeKey, dedupeKey), isNull(jobs.doneAt)))
      .run(),
  );
  return owed;
}
