import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { countMediaUses, mediaListing } from '@/db/queries/media/media';
import { staticPageBySlug } from '@/db/queries/site/site';
import {
  livePosts,
  mediaFiles,
  mediaSubtitles,
  mediaUses,
  nextVersions,
  pictures,
  staticPages,
  stories,
  storyDrafts,
} from '@/db/schema';
import { aFolder } from '@/db/testing/a-folder';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { StaffMember } from '@/lib/people/actor';
import { isPictureUsed, pictureUsesOf, storiesShowing } from '@/lib/pictures/picture-uses';
import { wantedKeys } from '@/lib/pictures/picture-words';
import { done, refused } from '@/lib/result';
import { readPageBody } from '@/lib/site/static-pages/reading';
import { savePage } from '@/lib/site/static-pages/save-page';
import { readLive } from '@/lib/stories/for-readers/live-reading';
import { readStory } from '@/lib/stories/for-readers/reading';
import { postLive } from '@/lib/stories/live/post-live';
import { deleteMedia } from './delete-media';
import { deleteUnusedMediaFiles } from './delete-unused-media';
import { editMedia } from './edit-media';
import { addToMediaLibrary } from './list-media';
import { mediaUsesOf } from './media-uses';
import { takeMedia } from './save-media';

const NOW = new Date('2026-11-24T06:00:00Z');
const mark = '0123456789abcdef0123';
const file = `${mark}.mp4`;
const address = `/media/${file}`;

async function aFilm(db: Connection, actor: StaffMember, of = file) {
  await addToMediaLibrary(db, actor, { file: of, name: 'নদী ভাঙন.MP4', bytes: 5000, seconds: 95 }, NOW);
}
const rowOf = (db: Connection) => db.select().from(mediaFiles).where(eq(mediaFiles.file, file)).get();
const words = { caption: 'পদ্মার ভাঙন', credit: 'মিতু', posterId: null, subtitles: '' };

test('a film is listed once, by the name that it came with and as long as it lasts', async () => {
  const db = newsroom();
  const rafi = aMember(db, 'reporter');
  await aFilm(db, rafi);
  await addToMediaLibrary(db, aMember(db, 'editor'), { file, name: 'other.mp4', bytes: 5000 }, NOW);
  expect(rowOf(db)).toMatchObject({
    kind: 'video',
    name: 'নদী ভাঙন',
    bytes: 5000,
    seconds: 95,
    uploadedBy: rafi.id,
  });
  expect(audited(db)).toEqual([`keep-media media:${file}`]);
});

test.each([[0], [-1], [1.5], [Number.NaN], [86_401]])('%s seconds are no length', async (seconds) => {
  const db = newsroom();
  await addToMediaLibrary(db, aMember(db, 'editor'), { file, name: 'x.mp4', bytes: 1, seconds }, NOW);
  expect(rowOf(db)?.seconds).toBeNull();
});

test('words and length are kept, found and told in the audit; the same again is nothing new', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  await aFilm(db, editor);
  const edit = { file, basedOn: 1, ...words, caption: '  পদ্মার   ভাঙন ', seconds: 96 };
  expect(await editMedia(db, editor, edit, NOW)).toEqual(done({ version: 2 }));
  expect(await editMedia(db, editor, edit, NOW)).toEqual(done({ version: 2 }));
  expect(rowOf(db)).toMatchObject({ caption: words.caption, seconds: 96, version: 2 });
  expect(audited(db)).toEqual([`keep-media media:${file}`, `edit-media media:${file}`]);

  const found = async (query: string) =>
    (await mediaListing(db, { words: wantedKeys(query), limit: 5 })).map((row) => row.file);
  // By its current texts, in an inflected form, and by its original name.
  expect(await found('পদ্মা')).toEqual([file]);
  expect(await found('নদীর')).toEqual([file]);
  expect(await found('পাহাড়')).toEqual([]);
});

test.each([
  ['a stale base', { basedOn: 7 }, refused('stale')],
  ['a caption without end', { caption: 'ক'.repeat(501) }, refused('too-long', 'caption')],
  ['a credit without end', { credit: 'ক'.repeat(121) }, refused('too-long', 'credit')],
  ['no length', { seconds: 'no-duration' as const }, refused('no-duration', 'seconds')],
  ['captions without times', { subtitles: 'এটি ক্যাপশন নয়' }, refused('subtitles-broken', 'subtitles')],
  [
    'captions of more than a megabyte',
    { subtitles: 'ক'.repeat(400_000) },
    refused('subtitles-too-long', 'subtitles'),
  ],
  ['a poster that is in no library', { posterId: 999 }, refused('picture-unknown', 'posterId')],
  ['nothing of that name', { file: `${mark}.webm` }, refused('not-found')],
])('%s changes nothing', async (_, overrides, refusal) => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  await aFilm(db, editor);
  const edit = { file, basedOn: 1, ...words, seconds: 95, ...overrides };
  expect(await editMedia(db, editor, edit, NOW)).toEqual(refusal);
  expect(rowOf(db)).toMatchObject({ caption: '', version: 1 });
  expect(audited(db)).toEqual([`keep-media media:${file}`]);
});

test('a poster stands with its film: the picture is not deleted, and the pages that show the film are told', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  await aFilm(db, editor);
  const [poster] = db
    .insert(pictures)
    .values({
      ...{ sha256: 'ab', width: 1280, height: 720, mime: 'image/jpeg', bytes: 1, createdAt: NOW },
      variants: [{ file: 'poster.webp', width: 640, height: 360, mime: 'image/webp' }],
    })
    .returning({ id: pictures.id })
    .all() as [{ id: number }];
  const withVideo = aStory(db, { video: address, state: 'published' });
  aStory(db, { video: address, state: 'draft' });
  const edit = { file, basedOn: 1, ...words, seconds: 95, posterId: poster.id };
  expect(await editMedia(db, editor, edit, NOW)).toEqual(done({ version: 2 }));
  expect(announced(db).at(-1)).toContain(`story:${withVideo.id}`);
  expect(isPictureUsed(pictureUsesOf(db, poster.id))).toBe(true);
  expect(await tx(db, (t) => storiesShowing(t, pictureUsesOf(t, poster.id)))).toEqual([withVideo.id]);
  const read = await readStory(withVideo.id, db);
  expect(read?.video).toMatchObject({ caption: words.caption, credit: words.credit });
  expect(read?.video?.poster).toMatch(/^\/media\//);

  expect(await editMedia(db, editor, { ...edit, basedOn: 2, posterId: null }, NOW)).toEqual(
    done({ version: 3 }),
  );
  expect(isPictureUsed(pictureUsesOf(db, poster.id))).toBe(false);
  expect((await readStory(withVideo.id, db))?.video?.poster).toMatch(/^\/cover\//);
});

test('a film has the captions that were written for it, in its field and in a text, until they are taken away', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  await aFilm(db, editor);
  const story = aStory(db, {
    video: address,
    state: 'published',
    bodyHtml: `<figure class="player"><video src="${address}" controls="" preload="none"></video></figure>`,
  });
  const vtt = '1\n00:00:01,000 --> 00:00:02,000\nনদীর পাড় ভাঙছে';
  expect(
    await editMedia(db, editor, { file, basedOn: 1, ...words, seconds: 95, subtitles: vtt }, NOW),
  ).toEqual(done({ version: 2 }));
  const stored = db.select().from(mediaSubtitles).get();
  expect(stored?.text).toMatch(/^WEBVTT\n/);
  const read = await readStory(story.id, db);
  const captions = `/media/${file.slice(0, 20)}-${stored?.mark}.vtt`;
  expect(read?.video?.subtitles).toBe(captions);
  expect(read?.bodyHtml).toContain(`<track kind="captions" src="${captions}"`);
  expect(announced(db).at(-1)).toContain(`story:${story.id}`);

  expect(await editMedia(db, editor, { file, basedOn: 2, ...words, seconds: 95 }, NOW)).toEqual(
    done({ version: 3 }),
  );
  expect(db.select().from(mediaSubtitles).all()).toEqual([]);
  expect((await readStory(story.id, db))?.video?.subtitles).toBeNull();
});

test('a film in a live post and in a page that is no story has them too, and both are told', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  await aFilm(db, editor);
  const live = aStory(db, { form: 'live', state: 'published' });
  const post = { headline: '', body: `ঘাটে এখন\n\n${address}`, pictureId: null, isKey: true, isPinned: false };
  await postLive(db, editor, { storyId: live.id, ...post }, NOW);
  const page = {
    slug: 'about',
    title: 'আমরা',
    body: `<a href="${address}">আমাদের "ঘর"</a>`,
    menu: 'none',
  } as const;
  await savePage(db, editor, { id: null, basedOn: 0, ...page }, NOW);

  const subtitles = '1\n00:00:01,000 --> 00:00:02,000\nনদীর পাড় ভাঙছে';
  await editMedia(db, editor, { file, basedOn: 1, ...words, seconds: 95, subtitles }, NOW);
  const [toLive, toPage] = announced(db).slice(-2);
  expect(toLive).toEqual([`story:${live.id}`]);
  expect(toPage).toEqual(['page:about', 'pages']);

  const mark = db.select().from(mediaSubtitles).get()?.mark;
  const track = `<track kind="captions" src="/media/${file.slice(0, 20)}-${mark}.vtt"`;
  const coverage = await readLive(live.id, undefined, db);
  expect(coverage?.posts[0]?.html).toContain(track);
  expect(coverage?.posts[0]?.html).toContain('aria-label="ভিডিও"');
  expect(coverage?.keyPoints[0]?.words).toBe('ঘাটে এখন');
  const body = await readPageBody((await staticPageBySlug(db, 'about')) ?? { bodyHtml: '' }, db);
  expect(body.hasPlayer).toBe(true);
  expect(body.html).toContain(track);
  expect(body.html).toContain('aria-label="আমাদের &quot;ঘর&quot;"');
});

test('reporters mend and delete their own until readers see it, nobody else’s', async () => {
  const db = newsroom();
  const [rafi, sumi, moderator] = [
    aMember(db, 'reporter'),
    aMember(db, 'reporter', 'সুমি'),
    aMember(db, 'moderator'),
  ];
  await aFilm(db, rafi);
  const edit = { file, basedOn: 1, ...words, seconds: 95 };
  for (const other of [sumi, moderator]) {
    expect(await editMedia(db, other, edit, NOW)).toEqual(refused('forbidden'));
    expect(await deleteMedia(db, other, { file, basedOn: 1 }, NOW)).toEqual(refused('forbidden'));
  }
  expect(await editMedia(db, rafi, edit, NOW)).toEqual(done({ version: 2 }));
  aStory(db, { video: address });
  expect(await editMedia(db, rafi, { ...edit, basedOn: 2, credit: 'রহিম' }, NOW)).toEqual(
    refused('forbidden'),
  );
  expect(await deleteMedia(db, rafi, { file, basedOn: 2 }, NOW)).toEqual(refused('forbidden'));
  expect(await editMedia(db, aMember(db, 'editor'), { ...edit, basedOn: 2, credit: 'রহিম' }, NOW)).toEqual(
    done({ version: 3 }),
  );
});

const embed = (url: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'embed', attrs: { provider: 'video', url, title: '"নদী" \\ শেষ', pictureId: null } }],
});

test.each<[string, (db: Connection, member: StaffMember) => void]>([
  ['as a story’s film', (db) => aStory(db, { video: address })],
  ['as the sound of a draft', (db) => aStory(db, { audio: address, state: 'draft' })],
  ['in a text', (db) => aStory(db, { bodyDoc: embed(address) })],
  [
    'in a text by the site’s own address',
    (db) => aStory(db, { bodyDoc: embed(`https://barta.example${address}`) }),
  ],
  [
    'in a text that was typed',
    (db) => aStory(db, { body: `<p class="x">"<a href="${address}">দেখুন</a></p>` }),
  ],
  [
    'in a live post',
    (db) => {
      const body = `<a href="${address}">দেখুন</a>`;
      db.insert(livePosts)
        .values({ storyId: aStory(db, { form: 'live' }).id, body, bodyHtml: body, at: NOW })
        .run();
    },
  ],
  [
    'on a page that is no story',
    (db) => {
      const bodyHtml = `<p><a href="${address}">শুনুন</a></p>`;
      db.insert(staticPages).values({ slug: 'us', title: 'আমরা', bodyHtml, updatedAt: NOW }).run();
    },
  ],
  [
    'in a next version',
    (db) =>
      void db
        .insert(nextVersions)
        .values({
          ...{ storyId: aStory(db).id, basedOn: 1, state: 'draft' as const, updatedAt: NOW },
          fields: { video: address },
        })
        .run(),
  ],
  [
    'in what somebody has typed and not saved',
    (db, member) =>
      void db
        .insert(storyDrafts)
        .values({
          ...{ storyId: 0, staffId: member.id, tab: 'a', basedOn: 0, stroke: 1, savedAt: NOW },
          fields: { video: address },
        })
        .run(),
  ],
])('one that stands %s is not deleted', async (_, use) => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  await aFilm(db, editor);
  use(db, editor);
  expect(await deleteMedia(db, editor, { file, basedOn: 1 }, NOW)).toEqual(refused('in-use'));
  const uses = mediaUsesOf(db, file);
  expect(uses.stories.length + uses.pages.length + uses.drafts).toBe(1);
  expect(rowOf(db)).toBeDefined();
});

test('where it stands follows the story, and a picture’s name is no film’s', async () => {
  const db = newsroom();
  await aFilm(db, aMember(db, 'editor'));
  const story = aStory(db, { video: address, body: `<img src="/media/${mark}-640.jpg">` });
  expect(await countMediaUses(db, [file])).toEqual(new Map([[file, 1]]));
  db.update(stories).set({ headline: 'অন্য' }).where(eq(stories.id, story.id)).run();
  expect(await countMediaUses(db, [file])).toEqual(new Map([[file, 1]]));
  db.update(stories).set({ video: '' }).where(eq(stories.id, story.id)).run();
  expect(await countMediaUses(db, [file])).toEqual(new Map([[file, 0]]));
  db.update(stories)
    .set({ bodyDoc: embed(address) })
    .where(eq(stories.id, story.id))
    .run();
  expect(await countMediaUses(db, [file])).toEqual(new Map([[file, 1]]));
  db.delete(stories).where(eq(stories.id, story.id)).run();
  expect(db.select().from(mediaUses).all()).toEqual([]);
});

test('one that stands nowhere goes with its file, and comes back whole when it is sent again', async () => {
  const db = newsroom();
  const folder = aFolder();
  const editor = aMember(db, 'editor');
  const bytes = Buffer.concat([Buffer.from('\0\0\0\x20ftypisom', 'latin1'), Buffer.alloc(300, 9)]);
  const send = () => takeMedia(db, folder, editor, { name: 'x.mp4', bytes, kind: 'video' });
  const sent = await send();
  const kept = sent.ok ? sent.value.slice('/media/'.length) : '';

  expect(await deleteMedia(db, editor, { file: kept, basedOn: 7 }, NOW)).toEqual(refused('stale'));
  expect(await deleteMedia(db, editor, { file: kept, basedOn: 1 }, NOW)).toEqual(done());
  expect(await deleteMedia(db, editor, { file: kept, basedOn: 1 }, NOW)).toEqual(done());
  expect(await deleteUnusedMediaFiles(db, folder, NOW)).toBe(1);
  expect(existsSync(join(folder, kept))).toBe(false);
  expect(audited(db)).toEqual([`keep-media media:${kept}`, `delete-media media:${kept}`]);

  // Deleted, and uploaded again before the cleanup: the file stays.
  await send();
  await deleteMedia(db, editor, { file: kept, basedOn: 1 }, NOW);
  await send();
  expect(await deleteUnusedMediaFiles(db, folder, NOW)).toBe(0);
  expect(existsSync(join(folder, kept))).toBe(true);
  // The cleanup of the media library deletes no picture files.
  writeFileSync(join(folder, `${mark}-640.jpg`), '');
  expect(await deleteUnusedMediaFiles(db, folder, NOW)).toBe(0);
});

test('what was there before the library is in it: by the audit, or by the story that plays it', async () => {
  const db = newsroom();
  const rafi = aMember(db, 'reporter');
  const ours = 'fedcba9876543210fedc.webm';
  await tx(db, (t) =>
    appendAudit(t, {
      actor: rafi,
      verb: 'keep-media',
      subject: `media:${file}`,
      after: { bytes: 7 },
      at: NOW,
    }),
  );
  aStory(db, { video: address, videoSeconds: 95, bodyDoc: embed(`/media/${ours}`) });
  aStory(db, { video: `/media/${ours}`, videoSeconds: 8 });
  aStory(db, { video: 'https://www.youtube.com/watch?v=x' });
  db.delete(mediaUses).run();
  // Stories as they were when that migration was new.
  db.run(sql`alter table stories add body text default '' not null`);

  const statements = readFileSync('db/migrations/0017_media-library.sql', 'utf8').split(
    '--> statement-breakpoint',
  );
  for (const statement of statements)
    if (/^\s*(--.*\n\s*)*(INSERT|UPDATE)/.test(statement)) db.run(sql.raw(statement));

  expect(db.select().from(mediaFiles).all()).toMatchObject([
    { file, kind: 'video', bytes: 7, seconds: 95, uploadedBy: rafi.id, createdAt: NOW },
    { file: ours, kind: 'video', bytes: null, seconds: 8, uploadedBy: null },
  ]);
  expect([mediaUsesOf(db, file), mediaUsesOf(db, ours)].map((uses) => uses.stories.length)).toEqual([1, 2]);
});
