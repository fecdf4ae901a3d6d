import { asc } from 'drizzle-orm';
import { type Connection, migrateDatabase, openDatabase } from '../client';
import { auditEntries, pageEvents, sections } from '../schema';

/** An empty newsroom in memory, migrated, with three sections. ~5 ms. */
export function newsroom(): Connection {
  const db = openDatabase('file::memory:');
  migrateDatabase(db);
  db.insert(sections)
    .values([
      { slug: 'national', name: 'জাতীয়', nameEn: 'National', position: 1 },
      { slug: 'international', name: 'আন্তর্জাতিক', nameEn: 'International', position: 2 },
      { slug: 'sports', name: 'খেলা', nameEn: 'Sports', position: 3 },
    ])
    .run();
  return db;
}

/** The tags of each announcement, oldest first. */
export function announced(db: Connection): string[][] {
  return db
    .select({ tags: pageEvents.tags })
    .from(pageEvents)
    .orderBy(asc(pageEvents.id))
    .all()
    .map((row) => row.tags);
}

/** Verb and subject of each audit entry, oldest first, as in `publish-story story:7`. */
export function audited(db: Connection): string[] {
  return db
    .select()
    .from(auditEntries)
    .orderBy(asc(auditEntries.id))
    .all()
    .map((entry) => `${entry.verb} ${entry.subjectKind}:${entry.subject}`);
}
