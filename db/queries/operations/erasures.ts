import { and, eq, isNull, ne } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { jobs } from '@/db/schema';

/** Open jobs of a kind that were tried and could not be finished, each with its reason, the oldest first. */
export async function hinderedJobs(db: ReadDb, kind: string) {
  return db
    .select({ error: jobs.error, since: jobs.createdAt })
    .from(jobs)
    .where(and(eq(jobs.kind, kind), isNull(jobs.doneAt), ne(jobs.error, '')))
    .orderBy(jobs.id)
    .all();
}
