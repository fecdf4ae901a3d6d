import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { pageEvents, pictures, stories } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { parseStoryForm } from '../fields/story-form';
import { readStory } from '../for-readers/reading';
import { storyInput } from '../testing/story-input';
import { createStory } from '../workflow/create-story';
import { editStory } from '../workflow/edit-story';
import { rerenderBody } from './rerender-body';
import { storedDocument } from './stored-body';
import { aDocument, aFigure, aParagraph } from './testing/documents';

const whole = aDocument(aParagraph('ভোরের কথা।'), aFigure({ caption: 'ঘাট' }), {
  type: 'alsoRead',
  attrs: { storyId: 1 },
});

function house() {
  const db = newsroom();
  db.insert(pictures)
    .values({
      sha256: 'a',
      width: 640,
      height: 427,
      mime: 'image/webp',
      bytes: 1,
      alt: 'নদী',
      credit: 'রাশেদ',
      variants: [{ file: 'nodi-640.webp', width: 640, height: 427, mime: 'image/webp' }],
      createdAt: new Date(),
    })
    .run();
  const other = aStory(db, { headline: 'প্রথম শিরোনাম' });
  const mitu = aMember(db, 'editor');
  const row = (id: number) => db.select().from(stories).where(eq(stories.id, id)).get();
  return { db, mitu, other, row };
}

test('a document is stored as blocks, as HTML and as words, and not in notation', async () => {
  const { db, mitu, row } = house();
  const made = await createStory(db, mitu, storyInput({ body: whole }));
  if (!made.ok) throw new Error(made.code);
  const story = row(made.value.storyId);

  expect(story).toMatchObject({
    bodyDoc: whole,
    bodyText: 'ভোরের কথা।\nঘাট',
  });
  expect(JSON.stringify(story)).not.toContain('[[ব্লক');
  expect(story?.bodyHtml).toContain('<img src="/media/nodi-640.webp"');
  expect(story?.bodyHtml).toContain('data-also="1"');
});

test('a form without script keeps the blocks that its text only names', async () => {
  const { db, mitu, row } = house();
  const made = await createStory(db, mitu, storyInput({ body: whole }));
  if (!made.ok) throw new Error(made.code);
  const form = new FormData();
  form.set('section', 'national');
  form.set('headline', 'শিরোনাম');
  form.set('body', '[[ব্লক ২: ছবি – ঘাট]]\n\nনতুন কথা।');
  form.set('bodyDoc', JSON.stringify(whole));

  const saved = await editStory(db, mitu, {
    ...parseStoryForm(form),
    storyId: made.value.storyId,
    basedOn: 1,
  });

  expect(saved.ok).toBe(true);
  expect(row(made.value.storyId)?.bodyDoc).toEqual(
    aDocument(aFigure({ caption: 'ঘাট' }), aParagraph('নতুন কথা।')),
  );
});

test('a line that names a block which is not there changes nothing and says so at the body', async () => {
  const { db, mitu, row } = house();
  const made = await createStory(db, mitu, storyInput({ body: whole }));
  if (!made.ok) throw new Error(made.code);
  const form = new FormData();
  form.set('section', 'national');
  form.set('headline', 'শিরোনাম');
  form.set('body', '[[ব্লক ৯]]');
  form.set('bodyDoc', JSON.stringify(whole));

  const saved = await editStory(db, mitu, {
    ...parseStoryForm(form),
    storyId: made.value.storyId,
    basedOn: 1,
  });

  expect(saved).toEqual({ ok: false, code: 'unknown-block', field: 'body' });
  expect(row(made.value.storyId)).toMatchObject({ version: 1, bodyDoc: whole });
});

test('saving a story whose body is stored in notation, as the editor opens it, corrects nothing', async () => {
  const { db, mitu, row } = house();
  const body = 'এক\nদুই\n\n## তিন\n\n- চার\n- পাঁচ';
  const story = aStory(db, { headline: 'শিরোনাম', bodyDoc: body });
  const fields = storyInput({ headline: 'শিরোনাম', body: storedDocument(story) });
  const events = db.select().from(pageEvents).all().length;

  const saved = await editStory(db, mitu, { ...fields, storyId: story.id, basedOn: 1 });

  expect(saved).toEqual({ ok: true, value: { version: 1 } });
  expect(row(story.id)).toMatchObject({ version: 1, correctedAt: null, bodyDoc: body });
  expect(db.select().from(pageEvents).all()).toHaveLength(events);
});

test('saving a document’s text as it stood, without script, leaves the document alone', async () => {
  const { db, mitu, row } = house();
  const simple = aDocument(aParagraph('এক'), aParagraph('দুই'));
  const made = await createStory(db, mitu, storyInput({ body: simple }));
  if (!made.ok) throw new Error(made.code);

  const fields = storyInput({ body: 'এক\n\nদুই' });
  const saved = await editStory(db, mitu, { ...fields, storyId: made.value.storyId, basedOn: 1 });

  expect(saved).toEqual({ ok: true, value: { version: 1 } });
  expect(row(made.value.storyId)?.bodyDoc).toEqual(simple);
});

test('an also-read card has the other story’s headline as it now is, and its page is known to show it', async () => {
  const { db, mitu, other } = house();
  const made = await createStory(db, mitu, storyInput({ body: whole }));
  if (!made.ok) throw new Error(made.code);
  db.update(stories)
    .set({ state: 'published', publishedAt: new Date() })
    .where(eq(stories.id, made.value.storyId))
    .run();
  const read = () => readStory(made.value.storyId, db);

  expect((await read())?.bodyHtml).toContain('<a href="/national/1">প্রথম শিরোনাম</a>');
  db.update(stories).set({ headline: 'শুধরানো' }).where(eq(stories.id, other.id)).run();
  expect((await read())?.bodyHtml).toContain('<a href="/national/1">শুধরানো</a>');
  expect((await read())?.alsoRead).toEqual([other.id]);
  db.update(stories).set({ state: 'retracted' }).where(eq(stories.id, other.id)).run();
  expect((await read())?.bodyHtml).not.toContain('আরও পড়ুন');
});

test('a picture that was replaced is the new one in every body that shows it', async () => {
  const { db, mitu, row } = house();
  const made = await createStory(db, mitu, storyInput({ body: whole }));
  if (!made.ok) throw new Error(made.code);
  const file = { file: 'nodi-2-640.webp', width: 640, height: 427, mime: 'image/webp' };
  db.update(pictures)
    .set({ variants: [file] })
    .run();

  await tx(db, (t) => rerenderBody(t, made.value.storyId));

  expect(row(made.value.storyId)?.bodyHtml).toContain('/media/nodi-2-640.webp');
  expect(row(made.value.storyId)?.version).toBe(1);
});
