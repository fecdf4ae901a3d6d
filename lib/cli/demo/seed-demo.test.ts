import { count, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Connection, migrateDatabase, openDatabase } from '@/db/client';
import * as schema from '@/db/schema';
import { aFolder } from '@/db/testing/a-folder';
import { announced } from '@/db/testing/newsroom';
import { passwordMatches } from '@/lib/people/accounts/password';
import { folderPictureStore } from '@/lib/pictures/picture-store';
import { seedDemo } from './seed-demo';

const { comments, commenters, pictures, sections, staff, stories, viewTotals } = schema;

const rowsIn = (db: Connection) =>
  [sections, stories, pictures, comments, commenters, staff].map(
    (table) => db.select({ all: count() }).from(table).get()?.all,
  );

test('the demo newsroom is whole, and seeding it again changes nothing', { timeout: 300_000 }, async () => {
  const folder = aFolder();
  const db = openDatabase('file::memory:');
  migrateDatabase(db);
  const overrides = { password: 'পদ্মা-মেঘনা-যমুনা', store: folderPictureStore(folder), mediaFolder: folder };

  const first = await seedDemo(db, overrides);
  const [rows, events] = [rowsIn(db), announced(db).length];
  const again = await seedDemo(db, overrides);

  expect(first).toEqual({ stories: 66, pictures: 19, comments: 80 });
  expect(again).toEqual({ stories: 0, pictures: 0, comments: 0 });
  expect([rowsIn(db), announced(db).length]).toEqual([rows, events]);

  expect(db.select().from(stories).where(eq(stories.id, 1)).get()).toMatchObject({
    headline: 'সামরিক সহযোগিতা নিয়ে কিম-পুতিনের মধ্যে আলোচনা',
    publishedAt: new Date('2023-09-14T10:59:07+06:00'),
  });
  const now = Date.now();
  for (const story of db.select().from(stories).all()) {
    expect(story.state).toBe('published');
    expect(story.publishedAt?.getTime()).toBeLessThanOrEqual(now);
  }
  expect(db.select().from(comments).where(eq(comments.state, 'held')).all()).toHaveLength(2);
  expect(db.select().from(comments).where(eq(comments.state, 'hidden')).all()).toHaveLength(2);
  expect(
    db
      .select()
      .from(viewTotals)
      .all()
      .filter(({ dayScore }) => dayScore > 0).length,
  ).toBeGreaterThan(10);

  await seedDemo(db, { ...overrides, password: 'ব্রহ্মপুত্র-তিস্তা' });
  const chief = db.select().from(staff).where(eq(staff.email, 'chief@barta.test')).get();
  expect(await passwordMatches('ব্রহ্মপুত্র-তিস্তা', chief?.passwordHash ?? '')).toBe(true);
});
