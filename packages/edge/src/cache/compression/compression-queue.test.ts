import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { CompressionQueue } from './compression-queue.ts';

const atOnce = () => Promise.resolve();

test('one after the other, each once', async () => {
  const done: string[] = [];
  let running = 0;
  let most = 0;
  const packer = new CompressionQueue(async (key) => {
    most = Math.max(most, ++running);
    await pause(1);
    running -= 1;
    done.push(key);
  }, atOnce);
  for (const key of ['a', 'b', 'c', 'b']) packer.add(key);
  await vi.waitFor(() => expect(done).toEqual(['a', 'b', 'c']), 20_000);
  expect(most).toBe(1);

  packer.add('a');
  await vi.waitFor(() => expect(done).toEqual(['a', 'b', 'c', 'a']), 20_000);
});

test('what is wanted again and again while others wait has its turn all the same', async () => {
  const done: string[] = [];
  const packer = new CompressionQueue(async (key) => {
    await pause(1);
    done.push(key);
    if (done.length < 5) packer.add('front');
  }, atOnce);
  for (const key of ['a', 'front', 'b', 'c', 'd', 'e']) packer.add(key);
  await vi.waitFor(() => expect(done).toContain('e'), 20_000);
  expect(done.indexOf('front')).toBe(1);
});

test('what all readers fetch goes before', async () => {
  const done: string[] = [];
  const packer = new CompressionQueue(async (key) => {
    await pause(1);
    done.push(key);
  }, atOnce);
  for (const key of ['a', 'b', 'c']) packer.add(key);
  packer.add('sheet', true);
  packer.add('script', true);
  await vi.waitFor(() => expect(done).toEqual(['a', 'sheet', 'script', 'b', 'c']), 20_000);
});

test('of endless addresses it remembers no more than it could ever do', async () => {
  let done = 0;
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const packer = new CompressionQueue(async () => {
    await held;
    done += 1;
  }, atOnce);
  for (let at = 0; at < 20_000; at += 1) packer.add(`/${at}`);
  letGo();
  await vi.waitFor(() => expect(done).toBe(5_001), 20_000);
  await pause(1);
  expect(done).toBe(5_001);
});

test('it rests nine times as long as it has worked, so that readers’ own work is not held up', async () => {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  const rests: number[] = [];
  const packer = new CompressionQueue(
    async (key) => {
      now += Number(key);
    },
    async (ms) => {
      rests.push(ms);
    },
  );
  for (const key of ['10', '50', '0']) packer.add(key);
  await pause(1);
  clock.mockRestore();
  expect(rests).toEqual([90, 450, 0]);
});
