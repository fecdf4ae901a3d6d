import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Connection } from '@/db/client';
import { pageEvents, stories, viewTotals } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { ViewCounter } from '../edge-config/views/view-counter';
import { type Scheduler, startScheduler } from './scheduler';

const start = new Date('2026-11-24T17:59:50Z');
const log = vi.fn<(line: string) => void>();
let db: Connection;
let views: ViewCounter;
let scheduler: Scheduler;

beforeEach(async () => {
  vi.useFakeTimers({ now: start });
  log.mockClear();
  db = newsroom();
  views = new ViewCounter();
  scheduler = startScheduler({ db, views, log });
  await scheduler.settled();
});
afterEach(async () => {
  await scheduler.stop();
  vi.useRealTimers();
});

async function startAgain(): Promise<void> {
  await scheduler.stop();
  scheduler = startScheduler({ db, views, log });
  await scheduler.settled();
}

/** The jobs read and write real files: they finish before the next second begins. */
async function seconds(count: number): Promise<void> {
  for (let past = 0; past < count; past++) {
    await vi.advanceTimersByTimeAsync(1000);
    await scheduler.settled();
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

test('what fell due while the server was down is done at once', async () => {
  const dueAt = new Date(start.getTime() - 60_000);
  const story = aStory(db, { state: 'scheduled', scheduledAt: dueAt });
  await startAgain();
  expect(db.select().from(stories).where(eq(stories.id, story.id)).get()?.state).toBe('published');
});

test('midnight in Dhaka is announced while it runs', async () => {
  await seconds(9);
  expect(announced(db)).toEqual([['today']]);

  await seconds(2);
  expect(announced(db)).toEqual([['today'], ['today']]);
});

test('views are written every few seconds, and what is left when it stops', async () => {
  const story = aStory(db);
  const read = (network: string) =>
    views.countView({ storyId: story.id, network, agent: 'Mozilla/5.0', source: 'own' }, new Date());
  const total = () => db.select().from(viewTotals).get()?.total;

  read('203.0.113.1');
  await seconds(5);
  expect(total()).toBe(1);

  read('203.0.113.2');
  await scheduler.stop();
  expect(total()).toBe(2);
});

test('page events of the day before yesterday are deleted, newer ones stay', async () => {
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

test('a job that fails is logged once and does not stop the others', async () => {
  const story = aStory(db);
  views.countView({ storyId: story.id, network: '203.0.113.1', agent: 'Mozilla/5.0', source: 'own' }, start);
  db.$client.exec('alter table settings rename to elsewhere');

  await seconds(6);

  const messages = log.mock.calls.map(([line]) => line.replace(/^scheduler: (could not [^:]*):.*/s, '$1'));
  expect(messages.sort()).toEqual(['could not close discussions', 'could not start a new day in Dhaka']);
  expect(db.select().from(viewTotals).get()?.total).toBe(1);
});
