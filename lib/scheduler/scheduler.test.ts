import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Connection } from '@/db/client';
import { pageEvents, stories, viewTotals } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { ViewCounter } from '../edge-config/view-counter';
import { type Scheduler, startScheduler } from './scheduler';

const start = new Date('2026-11-24T17:59:50Z');
const log = vi.fn<(line: string) => void>();
let db: Connection;
let views: ViewCounter;
let clock: Scheduler;

beforeEach(async () => {
  vi.useFakeTimers({ now: start });
  log.mockClear();
  db = newsroom();
  views = new ViewCounter();
  clock = startScheduler(db, views, log);
  await clock.settled();
});
afterEach(async () => {
  await clock.stop();
  vi.useRealTimers();
});

async function startAgain(): Promise<void> {
  await clock.stop();
  clock = startScheduler(db, views, log);
  await clock.settled();
}

/** A turn reads and writes real files: it ends before the next second begins. */
async function seconds(count: number): Promise<void> {
  for (let past = 0; past < count; past++) {
    await vi.advanceTimersByTimeAsync(1000);
    await clock.settled();
  }
}

test('a scheduled story is published within a second of its time', async () => {
  const story = aStory(db, { state: 'scheduled', scheduledAt: new Date(start.getTime() + 5000) });
  const state = () => db.select().from(stories).where(eq(stories.id, story.id)).get()?.state;

  await seconds(4);
  expect(state()).toBe('scheduled');
  await seconds(1);
  expect(state()).toBe('published');
});

test('what fell due while nobody was here is done at once', async () => {
  const dueAt = new Date(start.getTime() - 60_000);
  const story = aStory(db, { state: 'scheduled', scheduledAt: dueAt });
  await startAgain();
  expect(db.select().from(stories).where(eq(stories.id, story.id)).get()?.state).toBe('published');
});

test('midnight in Dhaka is told while it runs', async () => {
  await seconds(9);
  expect(announced(db)).toEqual([['today']]);

  await seconds(2);
  expect(announced(db)).toEqual([['today'], ['today']]);
});

test('readings are written every few seconds, and what is left when it stops', async () => {
  const story = aStory(db);
  const read = (network: string) =>
    views.countView({ storyId: story.id, network, agent: 'Mozilla/5.0', source: 'own' }, new Date());
  const total = () => db.select().from(viewTotals).get()?.total;

  read('203.0.113.1');
  await seconds(5);
  expect(total()).toBe(1);

  read('203.0.113.2');
  await clock.stop();
  expect(total()).toBe(2);
});

test('page events of the day before yesterday are forgotten, newer ones stay', async () => {
  const at = (hoursAgo: number) => new Date(start.getTime() - hoursAgo * 3_600_000);
  db.insert(pageEvents)
    .values([
      { tags: ['old'], at: at(25) },
      { tags: ['new'], at: at(23) },
    ])
    .run();

  await startAgain();

  expect(announced(db)).toEqual([['today'], ['new']]);
});

test('a job that fails is told of once and does not stop the others', async () => {
  const story = aStory(db);
  views.countView({ storyId: story.id, network: '203.0.113.1', agent: 'Mozilla/5.0', source: 'own' }, start);
  db.$client.exec('alter table settings rename to elsewhere');

  await seconds(6);

  const told = log.mock.calls.map(([line]) => line.replace(/:.*/s, ''));
  expect(told.sort()).toEqual(['the clock could not close discussions', 'the clock could not turn the day']);
  expect(db.select().from(viewTotals).get()?.total).toBe(1);
});
