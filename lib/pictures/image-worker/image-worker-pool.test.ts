import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { refused } from '@/lib/result';
import { aJpeg } from '../testing/a-picture';
import {
  createImageWorkerPool,
  type ImageWorkerPool,
  type ImageWorkerPoolOptions,
} from './image-worker-pool';

let room: ImageWorkerPool;
const limits = { waitMs: 60_000, workMs: 60_000, cpuSeconds: 60, megabytes: 700, niceness: 0 };
afterEach(() => room.close());

function aRoom(wishes: Partial<ImageWorkerPoolOptions> = {}) {
  room = createImageWorkerPool({ presses: 1, waiting: 8, ...limits, ...wishes });
  return room;
}

test('a press that takes too long is ended, and the next picture is made by another', async () => {
  const { process: press } = aRoom({ workMs: 1 });
  expect(await press('jpeg', await aJpeg())).toEqual(refused('picture-too-hard'));
  room.close();

  expect(await aRoom().process('jpeg', await aJpeg())).toMatchObject({ ok: true, value: { width: 60 } });
});

test('a picture that takes too much of the processor ends its press', async () => {
  const { process: press } = aRoom({ cpuSeconds: 0.3 });
  const heavy = await sharp({ create: { width: 4000, height: 4000, channels: 3, background: '#345' } })
    .composite([{ input: await aJpeg({ width: 4000, height: 4000 }), blend: 'overlay' }])
    .webp()
    .toBuffer();
  expect(await press('webp', heavy)).toEqual(refused('picture-too-hard'));
});

test('a picture that fills the memory ends its press and nobody else', { timeout: 60_000 }, async () => {
  const { process: press } = aRoom({ megabytes: 150 });
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

test('who comes when the bench is full is told to come back; who sits there gets a turn', async () => {
  const { process: press } = aRoom({ waiting: 2 });
  const small = await aJpeg();

  const outcomes = await Promise.all(Array.from({ length: 5 }, () => press('jpeg', small)));

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
  expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(2).fill(refused('picture-busy')));
});

test('what says it is one kind and is another is not opened', async () => {
  const { process: press } = aRoom();
  expect(await press('png', await aJpeg())).toEqual(refused('picture-broken'));
  expect(await press('jpeg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual(
    refused('picture-broken'),
  );
});
