import { expect, test } from 'vitest';
import { makePage } from './page';
import { PageMemory } from './page-memory';

const page = (tags: string[], soft: string[] = [], bytes = 1000) =>
  makePage({ status: 200, headers: [], body: Buffer.alloc(bytes), tags, soft });

test('a page goes when one of its tags is touched, and no other page does', () => {
  const memory = new PageMemory(1e6);
  memory.keep('/a', page(['story:1', 'site']));
  memory.keep('/b', page(['story:2', 'site']));

  memory.touch(['story:1']);
  expect([memory.get('/a'), memory.get('/b')?.stale]).toEqual([undefined, false]);

  memory.touch(['site']);
  expect([memory.size, memory.bytes]).toEqual([0, 0]);
});

test('a page whose choice is touched grows stale; what it shows still makes it go', () => {
  const memory = new PageMemory(1e6);
  memory.keep('/a', page(['story:1'], ['latest', 'story:1']));

  memory.touch(['latest']);
  expect(memory.get('/a')?.stale).toBe(true);

  memory.touch(['latest', 'story:1']);
  expect(memory.get('/a')).toBeUndefined();
});

test('a new page takes the place and the tags of the old one', () => {
  const memory = new PageMemory(1e6);
  memory.keep('/a', page(['story:1']));
  memory.keep('/a', page(['story:2']));

  memory.touch(['story:1']);

  expect([memory.size, memory.bytes]).toEqual([1, 4072]);
});

test('what is asked again stays longer', () => {
  const memory = new PageMemory(3 * 4072);
  for (const key of ['/a', '/b', '/c']) memory.keep(key, page([]));
  memory.get('/a');

  memory.keep('/d', page([]));

  expect(['/a', '/b', '/c', '/d'].map((key) => memory.get(key) !== undefined)).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test('an encoding that is made later is weighed, unless the page has gone meanwhile', () => {
  const memory = new PageMemory(1e6);
  const kept = page(['story:1']);
  memory.keep('/a', kept);
  kept.bodies.br = Buffer.alloc(500);

  memory.weighAgain('/a', kept);
  expect(memory.bytes).toBe(4572);

  memory.touch(['story:1']);
  memory.weighAgain('/a', kept);
  expect(memory.bytes).toBe(0);
});

test('what would fill half the memory by itself is not kept', () => {
  const memory = new PageMemory(10_000);

  memory.keep('/a', page([], [], 6000));

  expect(memory.size).toBe(0);
});
