import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { stories } from '@/db/schema';

/** Which of our migrations the store has had. `of` is how many there are. */
export async function migrationsDone(db: ReadDb): Promise<{ done: number; of: number }> {
  const journal = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as {
    entries: { when: number }[];
  };
  const table = db.get<{ name: string } | undefined>(
    sql`select name from sqlite_master where name = '__drizzle_migrations'`,
  );
  const last = table
    ? db.get<{ at: number | null }>(sql`select max(created_at) as at from __drizzle_migrations`).at
    : null;
  const done = journal.entries.filter((entry) => last !== null && entry.when <= last).length;
  return { done, of: journal.entries.length };
}

/** One row of the table that everything stands on; throws if the store cannot be read. */
export async function touchStories(db: ReadDb): Promise<void> {
  db.select({ id: stories.id }).from(stories).limit(1).all();
}
