import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { refused } from '@/lib/result';
import { aJpeg } from '../testing/a-picture';
import {
  createImageWorkerPool,
  type ImageWorkerPool,
  type ImageWorkerPoolOptions,
} from './image-worker-pool';

let pool: ImageWorkerPool;
const limits = { queueTimeoutMs: 60_000, jobTimeoutMs: 60_000, cpuSeconds: 60, megabytes: 700, niceness: 0 };
afterEach(() => pool.close());

function aPool(options: Partial<ImageWorkerPoolOptions> = {}) {
  pool = createImageWorkerPool({ workers: 1, maxQueued: 8, ...limits, ...options });
  return pool;
}

test('a worker that takes too long is ended, and another processes the next picture', async () => {
  const { process: press } = aPool({ jobTimeoutMs: 1 });
  expect(await press('jpeg', await aJpeg())).toEqual(refused('picture-too-hard'));
  pool.close();

  expect(await aPool().process('jpeg', await aJpeg())).toMatchObject({ ok: true, value: { width: 60 } });
});

test('a picture that takes too much CPU time ends its worker', async () => {
  const { process: press } = aPool({ cpuSeconds: 0.3 });
  const heavy = await sharp({ create: { width: 4000, height: 4000, channels: 3, background: '#345' } })
    .composite([{ input: await aJpeg({ width: 4000, height: 4000 }), blend: 'overlay' }])
    .webp()
    .toBuffer();
  expect(await press('webp', heavy)).toEqual(refused('picture-too-hard'));
});

test('a picture that fills the memory ends only its own worker', { timeout: 60_000 }, async () => {
  const { process: press } = aPool({ megabytes: 150 });
  // Interlaced, so that it must be unpacked whole: 25 million pixels of three bytes.
  const heavy = await sharp({ create: { width: 5000, height: 5000, channels: 3, background: '#345' } })
    .png({ progressive: true, compressionLevel: 3 })
    .toBuffer();

  const [outcome, next] = await Promise.all([
    press('png', heavy),
    aJpeg().then((small) => press('jpeg', small)),
  ]);

  expect(outcome).toEqual(refused('picture-too-hard'));
  expect(next).toMatchObject({ ok: true });
});

test('a picture is refused when the queue is full; those in the queue are processed', async () => {
  const { process: press } = aPool({ maxQueued: 2 });
  const small = await aJpeg();

  const outcomes = await Promise.all(Array.from({ length: 5 }, () => press('jpeg', small)));

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
  expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(2).fill(refused('picture-busy')));
});

test('a file of another kind than declared is not decoded', async () => {
  const { process: press } = aPool();
  expect(await press('png', await aJpeg())).toEqual(refused('picture-broken'));
  expect(await press('jpeg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual(
    refused('picture-broken'),
  );
});
