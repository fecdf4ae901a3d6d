import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '@/db/testing/a-folder';
import { aMember } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { maxMediaMegabytes } from './media-kinds';
import { saveMediaChunk, takeMedia } from './save-media';

const film = Buffer.concat([Buffer.from('\0\0\0\x20ftypisom', 'latin1'), Buffer.alloc(5000, 7)]);
const upload = 'abcdef0123456789';

test('a film comes in pieces, goes on where the line broke, and is one file under the name of its content', async () => {
  const [db, folder] = [newsroom(), aFolder()];
  const rafi = aMember(db, 'reporter');
  const piece = (at: number, to: number) =>
    saveMediaChunk(db, folder, rafi, {
      upload,
      name: 'নদী ভাঙন.MP4',
      at,
      total: film.length,
      bytes: film.subarray(at, to),
    });

  expect(await piece(0, 2000)).toEqual(done({ at: 2000, address: null }));
  // Its response was lost, so it is sent again; and one is skipped. Both are answered with the received size.
  expect(await piece(0, 2000)).toEqual(done({ at: 2000, address: null }));
  expect(await piece(4000, film.length)).toEqual(done({ at: 2000, address: null }));
  expect(await piece(2000, 4000)).toEqual(done({ at: 4000, address: null }));
  const taken = await piece(4000, film.length);

  const address = taken.ok ? (taken.value.address ?? '') : '';
  expect(address).toMatch(/^\/media\/[0-9a-f]{20}\.mp4$/);
  expect(readFileSync(join(folder, address.replace('/media/', '')))).toEqual(film);
  expect(readdirSync(join(folder, 'unfinished'))).toEqual([]);
  expect(audited(db)).toEqual([`keep-media ${address.replace('/media/', 'media:')}`]);

  expect(await takeMedia(db, folder, rafi, { name: 'x.mp4', bytes: film, kind: 'video' })).toEqual(
    done(address),
  );
  expect(audited(db)).toHaveLength(1);
});

test.each([
  ['mp3', 'ID3\x04', true],
  ['mp3', '\xff\xfb\x90', true],
  ['mp3', '<html>', false],
  ['wav', 'RIFF\x10\0\0\0WAVEfmt ', true],
  ['wav', 'RIFF\x10\0\0\0AVI fmt ', false],
  ['ogg', 'OggS\0', true],
  ['webm', '\x1a\x45\xdf\xa3', true],
  ['webm', 'ID3\x04', false],
  ['m4a', '\0\0\0\x20ftypM4A ', true],
])('what is called %s and begins with %j is taken: %s', async (end, head, is) => {
  const [db, folder] = [newsroom(), aFolder()];
  const bytes = Buffer.from(head, 'latin1');
  const kind = end === 'webm' ? 'video' : 'audio';
  const taken = await takeMedia(db, folder, aMember(db, 'editor'), { name: `x.${end}`, bytes, kind });
  expect(taken.ok ? taken.ok : taken).toEqual(is ? true : refused('media-broken'));
});

test('what is no sound or film, too long, empty or nobody’s to send leaves nothing behind', async () => {
  const [db, folder] = [newsroom(), aFolder()];
  const editor = aMember(db, 'editor');
  const piece = { upload, name: 'x.mp4', at: 0, total: film.length, bytes: film };
  const send = (overrides: Partial<typeof piece>, actor = editor) =>
    saveMediaChunk(db, folder, actor, { ...piece, ...overrides });

  expect(await send({}, aMember(db, 'moderator'))).toEqual(refused('forbidden'));
  expect(await send({ name: 'x.exe' })).toEqual(refused('media-kind'));
  expect(await send({ name: 'mp4' })).toEqual(refused('media-kind'));
  expect(await send({ total: maxMediaMegabytes * 1024 * 1024 + 1 })).toEqual(refused('media-too-heavy'));
  expect(await send({ bytes: Buffer.alloc(0) })).toEqual(refused('media-none'));
  expect(await send({ upload: '../../etc/x' })).toEqual(refused('media-none'));
  for (const at of [-1, film.length, Number.NaN]) expect(await send({ at })).toEqual(refused('media-broken'));
  expect(await takeMedia(db, folder, editor, { name: 'x.mp4', bytes: film, kind: 'audio' })).toEqual(
    refused('media-kind'),
  );
  expect(existsSync(join(folder, 'unfinished'))).toBe(false);
  expect(audited(db)).toEqual([]);
});

test('a name without a point is of no kind, and what was begun and left is swept a day later', async () => {
  const [db, folder] = [newsroom(), aFolder()];
  const editor = aMember(db, 'editor');
  const begin = (name: string, now: Date) =>
    saveMediaChunk(
      db,
      folder,
      editor,
      { upload: name, name: 'x.mp4', at: 0, total: film.length, bytes: film.subarray(0, 100) },
      now,
    );
  const now = new Date();
  await begin('leftbehind', now);
  const left = join(folder, 'unfinished', readdirSync(join(folder, 'unfinished'))[0] ?? '');
  utimesSync(left, now, now);
  await begin('thenextone', new Date(now.getTime() + 23 * 3_600_000));
  expect(existsSync(left)).toBe(true);
  await begin('muchlater', new Date(now.getTime() + 25 * 3_600_000));
  expect(existsSync(left)).toBe(false);
});

test('a folder that is a file is said to take nothing', async () => {
  const db = newsroom();
  const folder = join(aFolder(), 'file');
  writeFileSync(folder, '');
  expect(
    await takeMedia(db, folder, aMember(db, 'editor'), { name: 'x.mp4', bytes: film, kind: 'video' }),
  ).toEqual(refused('media-not-stored'));
});
