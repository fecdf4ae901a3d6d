import { and, inArray, lt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { emailTokens, jobs } from '@/db/schema';
import { tx } from '@/db/tx';
import { MAIL_JOB } from './queue-mail';

const DAY = 86_400_000;
/** Long enough to answer a reader who asks what became of a letter. */
const KEPT_DAYS = 30;

/** Forgets letters that went a month ago, and links that have long expired. */
export async function deleteOldMail(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY);
  await tx(db, (t) => {
    t.delete(jobs)
      .where(and(inArray(jobs.kind, [MAIL_JOB, 'morning-plan']), lt(jobs.doneAt, before)))
      .run();
    t.delete(emailTokens).where(lt(emailTokens.expiresAt, before)).run();
  });
}
