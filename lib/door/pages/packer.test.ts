import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { Packer } from './packer';

const atOnce = () => Promise.resolve();

test('one after the other, each once', async () => {
  const done: string[] = [];
  let running = 0;
  let most = 0;
  const packer = new Packer(async (key) => {
    most = Math.max(most, ++running);
    await pause(1);
    running -= 1;
    done.push(key);
  }, atOnce);
  for (const key of ['a', 'b', 'c', 'b']) packer.want(key);
  await vi.waitFor(() => expect(done).toEqual(['a', 'b', 'c']));
  expect(most).toBe(1);

  packer.want('a');
  await vi.waitFor(() => expect(done).toEqual(['a', 'b', 'c', 'a']));
});

test('what is wanted again and again while others wait has its turn all the same', async () => {
  const done: string[] = [];
  const packer = new Packer(async (key) => {
    await pause(1);
    done.push(key);
    if (done.length < 5) packer.want('front');
  }, atOnce);
  for (const key of ['a', 'front', 'b', 'c', 'd', 'e']) packer.want(key);
  await vi.waitFor(() => expect(done).toContain('e'));
  expect(done.indexOf('front')).toBe(1);
});

test('what all readers fetch goes before', async () => {
  const done: string[] = [];
  const packer = new Packer(async (key) => {
    await pause(1);
    done.push(key);
  }, atOnce);
  for (const key of ['a', 'b', 'c']) packer.want(key);
  packer.want('sheet', true);
  packer.want('script', true);
  await vi.waitFor(() => expect(done).toEqual(['a', 'sheet', 'script', 'b', 'c']));
});

test('of endless addresses it remembers no more than it could ever do', async () => {
  let done = 0;
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const packer = new Packer(async () => {
    await held;
    done += 1;
  }, atOnce);
  for (let at = 0; at < 20_000; at += 1) packer.want(`/${at}`);
  letGo();
  await vi.waitFor(() => expect(done).toBe(5_001));
  await pause(1);
  expect(done).toBe(5_001);
});

test('it rests nine times as long as it has worked, so that readers’ own work is not held up', async () => {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  const rests: number[] = [];
  const packer = new Packer(
    async (key) => {
      now += Number(key);
    },
    async (ms) => {
      rests.push(ms);
    },
  );
  for (const key of ['10', '50', '0']) packer.want(key);
  await pause(1);
  clock.mockRestore();
  expect(rests).toEqual([90, 450, 0]);
});
