import type { ReadDb } from '@/db/client';
import { migrationsDone, touchStories } from '@/db/queries/operations/health';

export type Health = { status: 'ok'; migrations: number } | { status: 'unwell'; reason: string };

/** Well means: the store can be read and has had all migrations. The reason holds no path and no address. */
export async function checkHealth(open: () => ReadDb): Promise<Health> {
  try {
    const db = open();
    const { done, of } = await migrationsDone(db);
    if (done < of) return { status: 'unwell', reason: `the database has ${done} of ${of} migrations` };
    await touchStories(db);
    return { status: 'ok', migrations: done };
  } catch (error) {
    const { code } = error as { code?: unknown };
    return {
      status: 'unwell',
      reason: `the database cannot be read${typeof code === 'string' ? ` (${code})` : ''}`,
    };
  }
}
