import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { pictures, stories } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { type StoryInput, storyInput } from '../testing/story-input';
import { createStory } from '../workflow/create-story';
import { editStory } from '../workflow/edit-story';
import { fileStory } from '../workflow/file-story';
import { publishStory } from '../workflow/publication/publish-story';
import { scheduleStory } from '../workflow/publication/schedule-story';
import type { StoryDocument } from './document';
import { documentFromOwnNotation } from './notation/document-notation';
import { aDocument, aFigure, aParagraph } from './testing/documents';
import { undescribedPictures } from './undescribed-pictures';

/** The library: picture 1 has a description, picture 2 has none. */
function house() {
  const db = newsroom();
  for (const [sha256, alt] of [
    ['a', 'নদী'],
    ['b', ''],
  ] as const)
    db.insert(pictures)
      .values({
        ...{ sha256, alt, width: 640, height: 427, mime: 'image/webp', bytes: 1, credit: 'রাশেদ' },
        variants: [{ file: `${sha256}-640.webp`, width: 640, height: 427, mime: 'image/webp' }],
        createdAt: new Date(),
      })
      .run();
  return { db, mitu: aMember(db, 'editor') };
}

const words = { file: '', caption: '', credit: '', alt: '' };
const gallery = (...ids: number[]): StoryDocument['content'][number] => ({
  type: 'gallery',
  attrs: { caption: '', pictures: ids.map((pictureId) => ({ ...words, pictureId })) },
});

test.each<[string, StoryDocument, { block: number; pictureId: number | null }[]]>([
  ['a picture that the library describes', aDocument(aFigure({ pictureId: 1 })), []],
  ['one that is described here', aDocument(aFigure({ pictureId: 2, alt: 'ঘাট' })), []],
  [
    'one that nobody describes',
    aDocument(aParagraph('ক'), aFigure({ pictureId: 2 })),
    [{ block: 2, pictureId: 2 }],
  ],
  ['one of a gallery', aDocument(gallery(1, 2)), [{ block: 1, pictureId: 2 }]],
  [
    'a file of an old text',
    aDocument(aFigure({ pictureId: null, file: 'x-640.webp' })),
    [{ block: 1, pictureId: null }],
  ],
  [
    'a card’s thumbnail, which says nothing on purpose',
    aDocument({
      type: 'embed',
      attrs: { provider: 'youtube', url: 'https://youtu.be/x', title: 'ক', pictureId: 2 },
    }),
    [],
  ],
  [
    'a text that was typed as HTML',
    documentFromOwnNotation(
      '<p>ক</p>\n<img src="/media/x.webp" alt="" />\n<img src="/media/y.webp" alt="ঘাট" />',
    ),
    [{ block: 2, pictureId: null }],
  ],
])('%s', (_, document, wanting) => {
  expect(undescribedPictures(house().db, document)).toEqual(wanting);
});

const withPicture = (pictureId: number) => ({
  body: aDocument(aParagraph('ক'), aFigure({ pictureId })),
});
const refusal = { ok: false, code: 'undescribed', field: 'body' };

test('a story whose picture nobody has described is kept, and goes neither to the editors nor to readers', async () => {
  const { db, mitu } = house();
  const made = await createStory(db, mitu, storyInput(withPicture(2)));
  if (!made.ok) throw new Error(made.code);
  const which = { storyId: made.value.storyId, basedOn: 1 };

  expect(await fileStory(db, mitu, which)).toEqual(refusal);
  expect(await publishStory(db, mitu, which)).toEqual(refusal);
  const at = new Date(Date.now() + 3_600_000);
  expect(await scheduleStory(db, mitu, { ...which, at })).toEqual(refusal);
  expect(announced(db)).toEqual([]);

  db.update(pictures).set({ alt: 'ঘাট' }).where(eq(pictures.id, 2)).run();
  expect(await publishStory(db, mitu, which)).toMatchObject({ ok: true });
});

test('such a picture does not get into a public story; one that was there before keeps nobody from mending a word', async () => {
  const { db, mitu } = house();
  const made = await createStory(db, mitu, storyInput(withPicture(1)));
  if (!made.ok) throw new Error(made.code);
  const { storyId } = made.value;
  await publishStory(db, mitu, { storyId, basedOn: 1 });
  expect(await editStory(db, mitu, { ...storyInput(withPicture(2)), storyId, basedOn: 2 })).toEqual(refusal);

  const old = aStory(db, { bodyDoc: withPicture(2).body });
  const mended = {
    ...storyInput({ ...withPicture(2), headline: 'ঠিক করা শিরোনাম' }),
    storyId: old.id,
    basedOn: 1,
  };
  expect(await editStory(db, mitu, mended)).toMatchObject({ ok: true });
  expect(db.select().from(stories).where(eq(stories.id, old.id)).get()?.headline).toBe('ঠিক করা শিরোনাম');
});

test('a film needs no text beside it, and a live story none at all; anything else does', async () => {
  const { db, mitu } = house();
  const publish = async (input: StoryInput) => {
    const made = await createStory(db, mitu, storyInput({ body: '', ...input }));
    if (!made.ok) throw new Error(made.code);
    return publishStory(db, mitu, { storyId: made.value.storyId, basedOn: 1 });
  };
  expect(await publish({ form: 'video', video: '/media/nodi.mp4' })).toMatchObject({ ok: true });
  expect(await publish({ form: 'live' })).toMatchObject({ ok: true });
  expect(await publish({ form: 'video' })).toEqual({ ok: false, code: 'missing', field: 'body' });
  expect(await publish({ form: 'photo' })).toEqual({ ok: false, code: 'missing', field: 'body' });
});
