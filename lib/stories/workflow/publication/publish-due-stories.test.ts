import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { migrateDatabase, openDatabase } from '@/db/client';
import { auditEntries, pageEvents, sections, stories } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { publishDue } from './publish-due-stories';

const now = new Date('2026-11-24T07:00:00Z');
const promised = new Date('2026-11-24T06:59:58Z');

test('what is due is published under the time that was promised, and the rest waits', async () => {
  const db = newsroom();
  const due = aStory(db, { state: 'scheduled', scheduledAt: promised, section: 'sports' });
  const ahead = aStory(db, { state: 'scheduled', scheduledAt: new Date('2026-11-24T07:00:01Z') });
  aStory(db, { state: 'draft' });

  expect(await publishDue(db, now)).toEqual([due.id]);

  expect(db.select().from(stories).all()).toMatchObject([
    { state: 'published', publishedAt: promised, scheduledAt: null, version: 2 },
    { id: ahead.id, state: 'scheduled', version: 1 },
    { state: 'draft' },
  ]);
  expect(announced(db)).toEqual([
    ['archive:2026-11-24', 'front', 'latest', 'section:sports', `story:${due.id}`],
  ]);
  expect(db.select().from(auditEntries).all()).toMatchObject([{ actorKind: 'clock', verb: 'publish-story' }]);
  expect(await publishDue(db, now)).toEqual([]);
});

test('two processes that found the same stories due publish each once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'barta-due-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [one, other] = [openDatabase(`file:${folder}/a.db`), openDatabase(`file:${folder}/a.db`)];
  migrateDatabase(one);
  one.insert(sections).values({ slug: 'national', name: 'জাতীয়' }).run();
  for (let n = 0; n < 8; n += 1) aStory(one, { state: 'scheduled', scheduledAt: promised });

  const [byOne, byOther] = await Promise.all([publishDue(one, now), publishDue(other, now)]);

  expect([...byOne, ...byOther].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(one.select().from(pageEvents).all()).toHaveLength(8);
  expect(one.select().from(auditEntries).all()).toHaveLength(8);
});

test.each([
  ['put off', { scheduledAt: new Date('2026-11-24T09:00:00Z') }],
  ['taken back', { state: 'draft', scheduledAt: promised }],
] as const)('a story that is %s as the clock has just seen it due stays where it is', async (_, change) => {
  const db = newsroom();
  const { id } = aStory(db, { state: 'scheduled', scheduledAt: promised });
  // It has read the list, and its own transaction is still to come.
  const work = publishDue(db, now);
  db.update(stories).set(change).where(eq(stories.id, id)).run();
  expect(await work).toEqual([]);
  expect(db.select().from(stories).get()).toMatchObject({ ...change, publishedAt: null });
});
