import { expect, test } from 'vitest';
import { makePage } from './page.ts';
import { PageStore } from './page-store.ts';

const page = (tags: string[], swrTags: string[] = [], bytes = 1000) =>
  makePage({ status: 200, headers: [], body: Buffer.alloc(bytes), tags, swrTags });

test('a page goes when one of its tags is touched, and no other page does', () => {
  const memory = new PageStore(1e6);
  memory.put('/a', page(['story:1', 'site']));
  memory.put('/b', page(['story:2', 'site']));

  memory.invalidate(['story:1']);
  expect([memory.get('/a'), memory.get('/b')?.stale]).toEqual([undefined, false]);

  memory.invalidate(['site']);
  expect([memory.size, memory.bytes]).toEqual([0, 0]);
});

test('a page whose choice is touched grows stale; what it shows still makes it go', () => {
  const memory = new PageStore(1e6);
  memory.put('/a', page(['story:1'], ['latest', 'story:1']));

  memory.invalidate(['latest']);
  expect(memory.get('/a')?.stale).toBe(true);

  memory.invalidate(['latest', 'story:1']);
  expect(memory.get('/a')).toBeUndefined();
});

test('a new page takes the place and the tags of the old one', () => {
  const memory = new PageStore(1e6);
  memory.put('/a', page(['story:1']));
  memory.put('/a', page(['story:2']));

  memory.invalidate(['story:1']);

  expect([memory.size, memory.bytes]).toEqual([1, 4072]);
});

test('what is asked again stays longer', () => {
  const memory = new PageStore(3 * 4072);
  for (const key of ['/a', '/b', '/c']) memory.put(key, page([]));
  memory.get('/a');

  memory.put('/d', page([]));

  expect(['/a', '/b', '/c', '/d'].map((key) => memory.get(key) !== undefined)).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test('an encoding that is made later is weighed, unless the page has gone meanwhile', () => {
  const memory = new PageStore(1e6);
  const kept = page(['story:1']);
  memory.put('/a', kept);
  kept.bodies.br = Buffer.alloc(500);

  memory.updateSize('/a', kept);
  expect(memory.bytes).toBe(4572);

  memory.invalidate(['story:1']);
  memory.updateSize('/a', kept);
  expect(memory.bytes).toBe(0);
});

test('what would fill half the memory by itself is not kept', () => {
  const memory = new PageStore(10_000);

  memory.put('/a', page([], [], 6000));

  expect(memory.size).toBe(0);
});
