import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { Packer } from './packer';

test('one after the other, each once, the last wanted last', async () => {
  const done: string[] = [];
  let atOnce = 0;
  let most = 0;
  const packer = new Packer(async (key) => {
    most = Math.max(most, ++atOnce);
    await pause(5);
    atOnce -= 1;
    done.push(key);
  });
  for (const key of ['a', 'b', 'c', 'b']) packer.want(key);
  await vi.waitFor(() => expect(done).toEqual(['a', 'c', 'b']));
  expect(most).toBe(1);

  packer.want('a');
  await vi.waitFor(() => expect(done).toEqual(['a', 'c', 'b', 'a']));
});

test('it rests longer than it works, so that readers’ own work is not held up', async () => {
  const spans: [from: number, until: number][] = [];
  const packer = new Packer(async () => {
    const from = performance.now();
    await pause(10);
    spans.push([from, performance.now()]);
  });
  for (const key of ['a', 'b', 'c']) packer.want(key);
  await vi.waitFor(() => expect(spans).toHaveLength(3));

  for (const [at, [from, until]] of spans.entries()) {
    const next = spans[at + 1];
    if (next) expect(next[0] - until).toBeGreaterThan(8 * (until - from));
  }
});
