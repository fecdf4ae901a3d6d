import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { mediaFiles, pictures, staticPages, stories } from '@/db/schema';
import { aFolder } from '@/db/testing/a-folder';
import { aMember } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { theOperator } from '@/lib/people/actor';
import { imageWorkerPool } from '@/lib/pictures/image-worker/image-worker-pool';
import { aJpeg, aStore } from '@/lib/pictures/testing/a-picture';
import { oldPostNumber } from '@/lib/redirects/old-path';
import { readOldAddress } from '@/lib/redirects/reading';
import { savePage } from '@/lib/site/static-pages/save-page';
import { fieldsOf } from '@/lib/stories/fields/store-fields';
import { editStory } from '@/lib/stories/workflow/edit-story';
import { splitCaption } from './files/import-file';
import { openUploadsFolder } from './files/uploads-folder';
import type { ImportFiles } from './import-context';
import { defaultImportOptions } from './import-options';
import type { ImportNote } from './import-report';
import { importSite } from './import-site';

const now = new Date('2026-11-30T08:00:00Z');
const U = 'https://old.example/wp-content/uploads';
let db: Connection;
let folder: string;
let files: ImportFiles;

beforeEach(async () => {
  db = newsroom();
  folder = aFolder();
  const { store, folder: mediaFolder } = aStore();
  files = { uploads: openUploadsFolder(folder), store, mediaFolder };
  mkdirSync(join(folder, '2020/01'), { recursive: true });
});
afterAll(() => imageWorkerPool().close());

const lay = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes);
const element = ([name, text]: [string, string]) => `<${name}><![CDATA[${text}]]></${name}>`;
const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;

function anItem(id: number, overrides: Record<string, string>, more = ''): string {
  const said = {
    title: `খবর ${id}`,
    link: `https://old.example/post-${id}/`,
    'dc:creator': 'mitu',
    'wp:post_id': String(id),
    'wp:post_type': 'post',
    'wp:status': 'publish',
    'wp:post_date_gmt': '2020-01-02 03:00:00',
    ...overrides,
  };
  return `<item>${Object.entries(said).map(element).join('')}${more}</item>`;
}

const aFile = (id: number, file: string, overrides: Record<string, string> = {}, alt = '') =>
  anItem(
    id,
    {
      'wp:post_type': 'attachment',
      'wp:status': 'inherit',
      link: `https://old.example/post-1/file-${id}/`,
      'wp:attachment_url': `${U}/${file}`,
      ...overrides,
    },
    meta('_wp_attached_file', file) + (alt && meta('_wp_attachment_image_alt', alt)),
  );

async function move(items: readonly string[], has: ImportFiles | null) {
  const notes: ImportNote[] = [];
  const text = `<rss><channel><title>পুরোনো কাগজ</title><link>https://old.example</link>${items.join('')}</channel></rss>`;
  const outcome = await importSite(
    db,
    theOperator,
    {
      read: () => [new TextEncoder().encode(text)],
      options: defaultImportOptions,
      files: has,
      addNote: (one) => notes.push(one),
    },
    now,
  );
  if (!outcome.ok) throw new Error(outcome.code);
  return { ...outcome.value, notes };
}

async function leadsTo(address: string): Promise<string | null> {
  const post = oldPostNumber(address);
  const found = await readOldAddress(post === null ? { path: address } : { post }, db);
  return found?.status === 301 ? found.location : null;
}

const storyOf = (id: number) => {
  const story = db
    .select()
    .from(stories)
    .where(eq(stories.externalId, `wp:old.example:${id}`))
    .get();
  if (!story) throw new Error(`${id} is not here`);
  return story;
};

const captioned = `[caption id="attachment_5"]<img class="wp-image-5" src="${U}/2020/01/b-300x200.jpg" alt="">সেতু[/caption]`;
const items = [
  aFile(4, '2020/01/a.jpg', { 'wp:post_parent': '1', 'excerpt:encoded': 'ভোরের নদী। ছবি: ইমরান' }, 'নদী'),
  anItem(
    1,
    {
      'content:encoded': `আগে\n\n${captioned}\n\n<img src="${U}/2020/01/c-150x150.jpg">\n\n[gallery]\n\n[audio mp3="${U}/2020/01/s.mp3"]`,
    },
    meta('_thumbnail_id', '4'),
  ),
  // After the post that shows it.
  aFile(5, '2020/01/b.jpg', { 'wp:post_parent': '1' }),
];

async function layAll() {
  lay('2020/01/a.jpg', await aJpeg({ above: '#ff0000' }));
  lay('2020/01/b.jpg', await aJpeg({ above: '#00ff00' }));
  // On the disk and not in the export.
  lay('2020/01/c.jpg', await aJpeg({ above: '#0000ff', below: '#ffffff' }));
  lay('2020/01/s.mp3', Buffer.from('ID3 sound'));
}

function expectPictures() {
  const [a, b, c] = db.select().from(pictures).orderBy(asc(pictures.id)).all();
  const story = storyOf(1);
  expect(story).toMatchObject({
    pictureId: a?.id,
    pictureCaption: 'ভোরের নদী।',
    pictureCredit: 'ইমরান',
    pictureAlt: 'নদী',
    state: 'published',
    version: 1,
  });
  expect(fieldsOf(db, story).body).toMatchObject({
    content: [
      { type: 'paragraph' },
      { type: 'figure', attrs: { pictureId: b?.id, caption: 'সেতু' } },
      { type: 'figure', attrs: { pictureId: c?.id } },
      { type: 'gallery', attrs: { pictures: [{ pictureId: a?.id }, { pictureId: b?.id }] } },
      {
        type: 'embed',
        attrs: { provider: 'audio', url: `/media/${db.select().from(mediaFiles).get()?.file}` },
      },
    ],
  });
  expect(story.bodyHtml).toContain(`/media/${b?.variants.at(-1)?.file}`);
}

test('pictures come with their words to where they stood, and their old addresses lead to them', async () => {
  await layAll();
  const report = await move(items, files);

  expectPictures();
  expect(report).toMatchObject({ pictures: { kept: 3, alreadyHere: 0, missing: 0 }, media: 1, refused: 0 });
  const [a, b] = db.select().from(pictures).orderBy(asc(pictures.id)).all();
  const whole = (picture: typeof a) => `/media/${picture?.variants.at(-1)?.file}`;
  expect(await leadsTo('/wp-content/uploads/2020/01/a.jpg')).toBe(whole(a));
  expect(await leadsTo('/wp-content/uploads/2020/01/b-1024x683.jpg')).toBe(whole(b));
  expect(await leadsTo('/wp-content/uploads/2020/01/s.mp3')).toMatch(/^\/media\/[0-9a-f]{20}\.mp3$/);
  expect(await leadsTo('/post-1/file-4/')).toBe('/others/1');
  expect(await leadsTo('/?attachment_id=5')).toBe('/others/1');
});

test('moved in first without, the stories get their pictures by a second run, and a third changes nothing', async () => {
  await layAll();
  const without = await move(items, null);
  expect(without).toMatchObject({ pictures: { kept: 0, missing: 2 }, stories: { published: 1 } });
  expect(storyOf(1)).toMatchObject({ pictureId: null, bodyText: 'আগে' });
  const events = announced(db).length;

  const withThem = await move(items, files);
  expectPictures();
  expect(withThem).toMatchObject({
    alreadyHere: 1,
    withNewPictures: 1,
    leftUnchanged: 0,
    pictures: { kept: 3 },
  });
  expect(announced(db).slice(events)).toContainEqual(['story:1']);

  const before = [db.select().from(stories).all(), db.select().from(pictures).all()];
  const third = await move(items, files);
  expect([db.select().from(stories).all(), db.select().from(pictures).all()]).toEqual(before);
  expect(third).toMatchObject({
    withNewPictures: 0,
    pictures: { kept: 0, alreadyHere: 3, missing: 0 },
    oldAddresses: 0,
  });
});

test('a page that came without its pictures gets them too, unless it was worked on; never twice', async () => {
  await layAll();
  const aPage = (id: number, name: string) =>
    anItem(id, {
      'wp:post_type': 'page',
      'wp:post_name': name,
      link: `https://old.example/${name}/`,
      'content:encoded': `আমরা <img src="${U}/2020/01/a.jpg"> <a href="https://old.example/post-9/">ক</a>`,
    });
  const all = [aPage(7, 'about'), aPage(8, 'team'), anItem(9, { 'content:encoded': 'ক' })];
  await move(all, null);
  const pageOf = (slug: string) => db.select().from(staticPages).where(eq(staticPages.slug, slug)).get();
  const team = pageOf('team');
  if (!team) throw new Error('not here');
  const options = { ...team, basedOn: 1, body: 'ডেস্কের কথা' };
  expect((await savePage(db, aMember(db, 'chief'), options, now)).ok).toBe(true);

  expect(await move(all, files)).toMatchObject({ pages: 0, withNewPictures: 1 });
  expect(pageOf('about')?.bodyHtml).toMatch(/<img src="\/media\/[^"]+".*href="\/others\/1"/s);
  expect(pageOf('team')?.body).toBe('ডেস্কের কথা');
  const before = db.select().from(staticPages).all();
  expect(await move(all, files)).toMatchObject({ withNewPictures: 0 });
  expect(await move(all, null)).toMatchObject({ withNewPictures: 0 });
  expect(db.select().from(staticPages).all()).toEqual(before);
});

test('a story that the newsroom has worked on since is left as it is, and that is said', async () => {
  await layAll();
  await move(items, null);
  const story = storyOf(1);
  const changed = { ...fieldsOf(db, story), storyId: story.id, basedOn: 1, headline: 'ডেস্কের' };
  expect((await editStory(db, aMember(db, 'editor'), changed, now)).ok).toBe(true);

  const report = await move(items, files);
  expect(storyOf(1)).toMatchObject({ pictureId: null, headline: 'ডেস্কের', bodyText: 'আগে' });
  expect(report).toMatchObject({ withNewPictures: 0, leftUnchanged: 1 });
  expect(report.notes).toContainEqual({
    post: 1,
    grade: 'changed',
    reason: 'was worked on here since it came: its pictures were not added',
  });
});

test('a picture that says nothing is signed by the old site and described by the headline', async () => {
  lay('2020/01/a.jpg', await aJpeg());
  await move(
    [aFile(4, '2020/01/a.jpg'), anItem(1, { 'content:encoded': 'ক' }, meta('_thumbnail_id', '4'))],
    files,
  );
  expect(storyOf(1)).toMatchObject({
    pictureId: 1,
    pictureCredit: 'পুরোনো কাগজ',
    pictureAlt: 'খবর 1',
    state: 'published',
  });
});

test('what is missing, broken, no picture or outside the folder is named, and nothing else is opened', async () => {
  const outside = aFolder();
  writeFileSync(join(outside, 'secret.jpg'), await aJpeg());
  symlinkSync(join(outside, 'secret.jpg'), join(folder, 'link.jpg'));
  lay('broken.jpg', Buffer.from('\xff\xd8\xff no picture', 'latin1'));
  lay('paper.pdf', Buffer.from('%PDF-1.4'));
  const names = [
    'missing.jpg',
    'broken.jpg',
    'paper.pdf',
    '../secret.jpg',
    'link.jpg',
    '/etc/passwd',
    '2020/01',
    '',
  ];
  const report = await move(
    [
      ...names.map((name, at) => aFile(10 + at, name)),
      anItem(1, { 'content:encoded': 'ক' }, meta('_thumbnail_id', '10')),
    ],
    files,
  );
  expect(db.select().from(pictures).all()).toEqual([]);
  expect(report.notes.map(({ post, reason }) => [post, reason])).toEqual([
    [10, 'the file missing.jpg is not in the uploads folder'],
    [11, 'the file broken.jpg cannot be shown as a picture (picture-broken)'],
    [12, 'the file paper.pdf cannot be shown as a picture (picture-kind)'],
    ...[13, 14, 15, 16, 17].map((id, at) => [id, `the file ${names[at + 3]} is not in the uploads folder`]),
  ]);
  expect(storyOf(1)).toMatchObject({ state: 'published', pictureId: null });
});

test.each([
  ['ভোরের নদী। ছবি: ইমরান', { caption: 'ভোরের নদী।', credit: 'ইমরান' }],
  ['A bridge (Photo: Jane Roe)', { caption: 'A bridge', credit: 'Jane Roe' }],
  ['ছবি: রয়টার্স', { caption: '', credit: 'রয়টার্স' }],
  ['ছবিটি গতকালের', { caption: 'ছবিটি গতকালের', credit: '' }],
  ['', { caption: '', credit: '' }],
])('the words %j are %j', (words, parted) => {
  expect(splitCaption(words)).toEqual(parted);
});
