import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { countUses, libraryListing } from '@/db/queries/media/pictures';
import { auditEntries, bylines, pictureRemains, pictures, stories } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import type { Actor } from '@/lib/people/actor';
import { done, refused } from '@/lib/result';
import { aDocument, aFigure } from '@/lib/stories/body/testing/documents';
import { deleteUnusedPictureFiles } from '../cleanup/delete-unused-files';
import { imageWorkerPool } from '../image-worker/image-worker-pool';
import type { PictureStore } from '../picture-store';
import { pictureUsesOf } from '../picture-uses';
import { wantedKeys } from '../picture-words';
import { aJpeg, aStore } from '../testing/a-picture';
import { acceptReaderPicture } from './accept-reader-picture';
import { deletePicture } from './delete-picture';
import { editPicture } from './edit-picture';
import { replacePicture } from './replace-picture';
import { savePicture } from './save-picture';
import { saveReaderPicture } from './save-reader-picture';

afterAll(() => imageWorkerPool().close());
const NOW = new Date('2026-11-24T06:00:00Z');

async function aKeptPicture(db: Connection, store: PictureStore, actor: Actor, above = '#ff0000') {
  const bytes = await aJpeg({ above });
  const kept = await savePicture(db, store, actor, { bytes, caption: 'ঘাট', credit: 'মিতু', alt: 'নৌকা' }, NOW);
  if (!kept.ok) throw new Error(kept.code);
  return { id: kept.value.pictureId, bytes };
}
const rowOf = (db: Connection, id: number) => db.select().from(pictures).where(eq(pictures.id, id)).get();
const words = { caption: 'পদ্মার ঘাট', credit: 'রহিম', alt: 'তিনটি নৌকা', focalX: 20, focalY: 80 };

test('new words and a focal point are kept, told in the audit and to the pages that show it', async () => {
  const db = newsroom();
  const { store } = aStore();
  const editor = aMember(db, 'editor');
  const { id } = await aKeptPicture(db, store, editor);
  const shown = aStory(db, { pictureId: id });
  aStory(db, { pictureId: id, state: 'draft' });

  const edit = { pictureId: id, basedOn: 1, ...words, caption: '  পদ্মার   ঘাট ' };
  expect(await editPicture(db, editor, edit, NOW)).toEqual(done({ version: 2 }));
  expect(await editPicture(db, editor, edit, NOW)).toEqual(done({ version: 2 }));

  expect(rowOf(db, id)).toMatchObject({ ...words, version: 2 });
  expect(announced(db)).toEqual([[`story:${shown.id}`]]);
  expect(audited(db)).toEqual([`keep-picture picture:${id}`, `edit-picture picture:${id}`]);
  expect(db.select().from(auditEntries).all()[1]).toMatchObject({
    before: { caption: 'ঘাট', focalX: 50 },
    after: { caption: 'পদ্মার ঘাট', focalX: 20 },
  });
});

test.each([
  ['a stale base', { basedOn: 7 }, refused('stale')],
  ['a picture that is not there', { pictureId: 99 }, refused('not-found')],
  ['a credit of 121 letters', { credit: 'ক'.repeat(121) }, refused('too-long', 'credit')],
  ['a point beside the picture', { focalX: 101 }, refused('focal', 'focalX')],
  ['half a per cent', { focalY: 0.5 }, refused('focal', 'focalY')],
  ['no number', { focalY: Number.NaN }, refused('focal', 'focalY')],
])('%s changes nothing', async (_, overrides, expected) => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const { id } = await aKeptPicture(db, aStore().store, editor);
  aStory(db, { pictureId: id });

  expect(await editPicture(db, editor, { pictureId: id, basedOn: 1, ...words, ...overrides })).toEqual(
    expected,
  );

  expect(rowOf(db, id)).toMatchObject({ caption: 'ঘাট', version: 1 });
  expect(announced(db)).toEqual([]);
});

test('a reporter mends their own picture until readers see it, and nobody else’s', async () => {
  const db = newsroom();
  const { store } = aStore();
  const [mitu, rahim] = [aMember(db, 'reporter'), aMember(db, 'reporter', 'রহিম')];
  const { id } = await aKeptPicture(db, store, mitu);
  const edit = { pictureId: id, basedOn: 1, ...words };

  expect(await editPicture(db, rahim, edit)).toEqual(refused('forbidden'));
  expect(await deletePicture(db, rahim, { pictureId: id, basedOn: 1 })).toEqual(refused('forbidden'));
  expect(await editPicture(db, mitu, edit)).toEqual(done({ version: 2 }));

  aStory(db, { pictureId: id });
  expect(await editPicture(db, mitu, { ...edit, basedOn: 2, caption: 'অন্য' })).toEqual(refused('forbidden'));
  const bytes = await aJpeg({ above: '#00ff00' });
  expect(await replacePicture(db, store, mitu, { pictureId: id, basedOn: 2, bytes })).toEqual(
    refused('forbidden'),
  );
});

test('another file takes a picture’s place: its number and words stay, its pages are told, its old files go a day later', async () => {
  const db = newsroom();
  const { folder, store } = aStore();
  const editor = aMember(db, 'editor');
  const { id } = await aKeptPicture(db, store, editor);
  const story = aStory(db, { pictureId: id, bylines: ['nahida'] });
  const signed = aStory(db, { bylines: ['nahida'] });
  db.update(bylines).set({ portraitId: id }).run();
  await editPicture(db, editor, { pictureId: id, basedOn: 1, ...words }, NOW);
  const former = rowOf(db, id);
  const bytes = await aJpeg({ above: '#00ff00', width: 40, height: 60 });

  const outcome = await replacePicture(db, store, editor, { pictureId: id, basedOn: 2, bytes }, NOW);

  expect(outcome).toEqual(done({ version: 3 }));
  const now = rowOf(db, id);
  expect(now).toMatchObject({ width: 40, height: 60, caption: 'পদ্মার ঘাট', focalX: 50, version: 3 });
  expect(announced(db).slice(-2)).toEqual([
    [`story:${story.id}`, `story:${signed.id}`],
    ['byline:nahida', 'bylines'],
  ]);
  for (const { file } of [...(former?.variants ?? []), ...(now?.variants ?? [])])
    expect(existsSync(join(folder, file))).toBe(true);

  expect(await deleteUnusedPictureFiles(db, store, NOW)).toBe(0);
  expect(await deleteUnusedPictureFiles(db, store, new Date(NOW.getTime() + 25 * 3_600_000))).toBe(3);
  for (const { file } of former?.variants ?? []) expect(existsSync(join(folder, file))).toBe(false);
  for (const { file } of now?.variants ?? []) expect(existsSync(join(folder, file))).toBe(true);
});

test('a file that comes back into the library before its day is over is not swept', async () => {
  const db = newsroom();
  const { folder, store } = aStore();
  const editor = aMember(db, 'editor');
  const { id, bytes } = await aKeptPicture(db, store, editor);
  await replacePicture(
    db,
    store,
    editor,
    { pictureId: id, basedOn: 1, bytes: await aJpeg({ above: '#00ff00' }) },
    NOW,
  );
  const again = await savePicture(db, store, editor, { bytes }, NOW);

  expect(await deleteUnusedPictureFiles(db, store, new Date(NOW.getTime() + 25 * 3_600_000))).toBe(0);

  const row = rowOf(db, again.ok ? again.value.pictureId : 0);
  expect(row?.variants).toHaveLength(3);
  for (const { file } of row?.variants ?? []) expect(existsSync(join(folder, file))).toBe(true);
  expect(db.select().from(pictureRemains).all()).toEqual([]);
});

test('in place of a picture stands no other of the library, no broken file, and the same file changes nothing', async () => {
  const db = newsroom();
  const { store } = aStore();
  const editor = aMember(db, 'editor');
  const { id, bytes } = await aKeptPicture(db, store, editor);
  const other = await aKeptPicture(db, store, editor, '#00ff00');
  aStory(db, { pictureId: id });
  const replace = (file: Buffer, basedOn = 1) =>
    replacePicture(db, store, editor, { pictureId: id, basedOn, bytes: file }, NOW);

  expect(await replace(bytes)).toEqual(done({ version: 1 }));
  expect(await replace(other.bytes)).toEqual(refused('known', 'picture'));
  expect(await replace(Buffer.from('<svg/>'))).toEqual(refused('picture-svg', 'picture'));
  expect(await replace(await aJpeg({ above: '#123456' }), 5)).toEqual(refused('stale'));
  expect([announced(db), rowOf(db, id)?.version]).toEqual([[], 1]);
});

test('only a picture that stands nowhere is deleted, and its files with it', async () => {
  const db = newsroom();
  const { folder, store } = aStore();
  const editor = aMember(db, 'editor');
  const { id } = await aKeptPicture(db, store, editor);
  const story = aStory(db, { pictureId: id, state: 'draft' });
  const remove = (basedOn = 1) => deletePicture(db, editor, { pictureId: id, basedOn }, NOW);

  expect(await remove()).toEqual(refused('in-use'));
  db.update(stories)
    .set({ pictureId: null, bodyDoc: { content: [{ type: 'gallery', pictures: [{ pictureId: id }] }] } })
    .where(eq(stories.id, story.id))
    .run();
  expect(await remove()).toEqual(refused('in-use'));
  db.update(stories).set({ bodyDoc: null }).where(eq(stories.id, story.id)).run();
  expect(await remove(2)).toEqual(refused('stale'));

  const files = rowOf(db, id)?.variants ?? [];
  expect(await remove()).toEqual(done());
  expect(await remove()).toEqual(done());
  expect(rowOf(db, id)).toBeUndefined();
  expect(audited(db).at(-1)).toBe(`delete-picture picture:${id}`);
  expect(await deleteUnusedPictureFiles(db, store, NOW)).toBe(3);
  for (const { file } of files) expect(existsSync(join(folder, file))).toBe(false);
});

test('a picture in a body counts as a use at any depth, and no longer when it is taken out', () => {
  const db = newsroom();
  const doc = {
    type: 'doc',
    content: [{ type: 'picture', attrs: { pictureId: 7 } }, { items: [{ pictureId: 8 }] }],
  };
  const story = aStory(db, { bodyDoc: doc });
  const shown = (id: number) => pictureUsesOf(db, id).stories.map((use) => [use.id, use.isLead]);

  expect([shown(7), shown(8), shown(9)]).toEqual([[[story.id, false]], [[story.id, false]], []]);
  db.update(stories)
    .set({ bodyDoc: { content: [{ attrs: { pictureId: 8 } }] } })
    .run();
  expect([shown(7), shown(8)]).toEqual([[], [[story.id, false]]]);
});

test('the library is searched by the words’ forms, by what is missing, by whose it is and by day', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'reporter');
  const { store } = aStore();
  const keep = async (above: string, given: object, at: string, by: Actor = mitu) =>
    savePicture(db, store, by, { bytes: await aJpeg({ above }), ...given }, new Date(at));
  await keep(
    '#010101',
    { caption: 'নদীর ঘাটে ভিড়', credit: 'রহিম উদ্দিন', alt: 'নৌকা' },
    '2026-11-20T06:00:00Z',
  );
  await keep('#020202', { caption: 'বইমেলা', credit: 'বাসস' }, '2026-11-22T19:00:00Z', aMember(db, 'editor'));
  await keep('#030303', { alt: 'মাঠে ধান' }, '2026-11-23T06:00:00Z');
  const found = async (asked: object) =>
    (await libraryListing(db, { origin: 'desk', limit: 10, ...asked })).map(({ id }) => id);
  const withWords = (query: string) => found({ words: wantedKeys(query) });

  expect(await found({})).toEqual([3, 2, 1]);
  expect(await withWords('নদী')).toEqual([1]);
  expect(await withWords('ঘাট রহিম')).toEqual([1]);
  expect(await withWords('নৌকায়')).toEqual([1]);
  expect(await withWords('বইমে')).toEqual([2]);
  expect(await withWords('নদী বাসস')).toEqual([]);
  expect(await withWords('!?')).toEqual([3, 2, 1]);
  expect(await found({ isUnfinished: true })).toEqual([3, 2]);
  expect(await found({ uploadedBy: mitu.id })).toEqual([3, 1]);
  expect(await found({ before: 3, limit: 1 })).toEqual([2]);
  expect(await found({ origin: 'reader' })).toEqual([]);
  // 19:00 UTC on the 22nd is the 23rd in Dhaka.
  const [from, to] = [new Date('2026-11-22T18:00:00Z'), new Date('2026-11-23T18:00:00Z')];
  expect(await found({ from, to })).toEqual([3, 2]);
  aStory(db, { pictureId: 2 });
  aStory(db, { pictureId: 2, bodyDoc: { pictureId: 1 } });
  // A portrait stands on its writer's page, and is not told to stand nowhere.
  aStory(db, { bylines: ['তাসনুভা'] });
  db.update(bylines).set({ portraitId: 3 }).run();
  expect([...(await countUses(db, [1, 2, 3]))].sort()).toEqual([
    [1, 1],
    [2, 2],
    [3, 1],
  ]);
});

test('a body that shows a replaced picture names its new files, and its own version stays', async () => {
  const db = newsroom();
  const { store } = aStore();
  const editor = aMember(db, 'editor');
  const { id } = await aKeptPicture(db, store, editor);
  const story = aStory(db, { bodyDoc: aDocument(aFigure({ pictureId: id })), bodyHtml: '<p>পুরোনো</p>' });
  const bodyNow = () => db.select().from(stories).where(eq(stories.id, story.id)).get();

  const bytes = await aJpeg({ above: '#00ff00' });
  await replacePicture(db, store, editor, { pictureId: id, basedOn: 1, bytes }, NOW);

  const webp = rowOf(db, id)?.variants.find(({ mime }) => mime === 'image/webp');
  expect(bodyNow()?.bodyHtml).toContain(`srcset="/media/${webp?.file} 60w"`);
  expect(bodyNow()?.bodyHtml).not.toContain('.avif');
  expect(bodyNow()?.version).toBe(story.version);
  expect(announced(db)).toEqual([[`story:${story.id}`]]);
});

test('a reader’s picture is taken into the library once, by whoever keeps pictures', async () => {
  const db = newsroom();
  const shelves = { waiting: aStore().store, library: aStore().store };
  const sent = await saveReaderPicture(db, shelves.waiting, await aJpeg());
  const pictureId = sent.ok ? sent.value.pictureId : 0;

  expect(await acceptReaderPicture(db, shelves, aMember(db, 'moderator'), { pictureId })).toEqual(
    refused('forbidden'),
  );
  const mitu = aMember(db, 'reporter');
  expect(await acceptReaderPicture(db, shelves, mitu, { pictureId: 99 })).toEqual(refused('not-found'));
  const file = rowOf(db, pictureId)?.variants[0]?.file ?? '';
  expect([await shelves.waiting.open(file), await shelves.library.open(file)]).toEqual([
    expect.any(Uint8Array),
    null,
  ]);
  const taking = { pictureId, credit: 'পাঠকের পাঠানো' };
  expect(await acceptReaderPicture(db, shelves, mitu, taking)).toEqual(done());
  expect(await acceptReaderPicture(db, shelves, mitu, taking)).toEqual(done());
  expect([await shelves.waiting.open(file), await shelves.library.open(file)]).toEqual([
    null,
    expect.any(Uint8Array),
  ]);
  expect(rowOf(db, pictureId)?.credit).toBe('পাঠকের পাঠানো');
  expect(rowOf(db, pictureId)?.origin).toBe('desk');
  expect(audited(db)).toEqual([`keep-picture picture:${pictureId}`, `take-picture picture:${pictureId}`]);
});
