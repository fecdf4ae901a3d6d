import { expect, test } from 'vitest';
import { sections } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { closeDue } from './close-due';

const noon = new Date('2026-11-24T06:00:00Z');
const days = (count: number, ms = 0) => new Date(noon.getTime() + count * 86_400_000 + ms);

test('a discussion that closes by its age is told of once, in the second that it closes', async () => {
  const db = newsroom();
  const { id } = aStory(db, { publishedAt: noon });
  expect(await closeDue(db, days(14, -2000), days(14, -1000))).toEqual([]);
  expect(await closeDue(db, days(14, -1000), days(14))).toEqual([id]);
  expect(await closeDue(db, days(14), days(14, 1000))).toEqual([]);
  expect(announced(db)).toEqual([[`discussion:${id}`]]);
});

test("a section's days go before the settings', and its own day before both", async () => {
  const db = newsroom();
  db.update(sections).set({ commentsDays: 2 }).run();
  const byAge = aStory(db, { publishedAt: noon });
  const byDay = aStory(db, { publishedAt: noon, commentsUntil: days(5) });
  expect(await closeDue(db, noon, days(3))).toEqual([byAge.id]);
  expect(await closeDue(db, days(3), days(20))).toEqual([byDay.id]);
});

test('what is closed by hand already, or read by nobody, closes nothing', async () => {
  const db = newsroom();
  aStory(db, { publishedAt: noon, comments: 'closed' });
  aStory(db, { state: 'draft', commentsUntil: days(1) });
  aStory(db, { state: 'retracted', publishedAt: noon });
  expect(await closeDue(db, noon, days(99))).toEqual([]);
  expect(announced(db)).toEqual([]);
});
