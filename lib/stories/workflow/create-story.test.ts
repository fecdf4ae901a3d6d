import { expect, test } from 'vitest';
import { bylines, pictures, stories, topics } from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { storyInput } from '../testing/story-input';
import { createStory } from './create-story';

const now = new Date('2026-11-24T07:00:00Z');

test('a reporter begins a draft, which no reader is told of', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'reporter');

  const outcome = await createStory(
    db,
    mitu,
    storyInput({ body: 'প্রথম।\n\nদ্বিতীয়।', topics: ['সেতু', 'টোল', 'সেতু'], bylines: ['ফারহান কবির'] }),
    now,
  );

  expect(outcome).toEqual({ ok: true, value: { storyId: 1, version: 1 } });
  expect(db.select().from(stories).get()).toMatchObject({
    state: 'draft',
    headline: 'সেতুর টোলের হিসাব প্রকাশ হবে',
    bodyHtml: '<p>প্রথম।</p>\n<p>দ্বিতীয়।</p>',
    createdBy: mitu.id,
    publishedAt: null,
  });
  expect(
    db
      .select()
      .from(topics)
      .all()
      .map(({ slug }) => slug),
  ).toEqual(['সেতু', 'টোল']);
  expect(db.select().from(bylines).all()).toMatchObject([{ slug: 'ফারহান-কবির', name: 'ফারহান কবির' }]);
  expect(announced(db)).toEqual([]);
  expect(audited(db)).toEqual(['create-story story:1']);
});

test('letters are repaired and space is folded before they are stored', async () => {
  const db = newsroom();
  await createStory(db, aMember(db, 'editor'), storyInput({ headline: '  খালের\u200B   জল\n ' }), now);
  expect(db.select().from(stories).get()?.headline).toBe('খালের জল');
});

test.each([
  [{ headline: '  ' }, 'missing', 'headline'],
  [{ section: 'nowhere' }, 'unknown', 'section'],
  [{ district: 'atlantis' }, 'unknown', 'district'],
  [{ pictureId: 9 }, 'unknown', 'pictureId'],
  [{ headline: 'ক'.repeat(201) }, 'too-long', 'headline'],
  [{ kicker: 'ক'.repeat(61) }, 'too-long', 'kicker'],
  [{ standfirst: 'ক'.repeat(501) }, 'too-long', 'standfirst'],
  [{ body: 'x'.repeat(400_001) }, 'too-long', 'body'],
  [{ topics: ['ক'.repeat(61)] }, 'too-long', 'topics'],
  [{ topics: Array.from({ length: 21 }, (_, n) => `বিষয় ${n}`) }, 'too-many', 'topics'],
  [{ bylines: Array.from({ length: 9 }, (_, n) => `লেখক ${n}`) }, 'too-many', 'bylines'],
])('%j is refused at its field, and nothing is written', async (overrides, code, field) => {
  const db = newsroom();

  const outcome = await createStory(db, aMember(db, 'editor'), storyInput(overrides), now);

  expect(outcome).toEqual({ ok: false, code, field });
  expect(db.select().from(stories).all()).toEqual([]);
  expect(db.select().from(topics).all()).toEqual([]);
  expect(audited(db)).toEqual([]);
});

test('a headline is measured in letters as they are read: 200 conjuncts fit', async () => {
  const db = newsroom();
  const outcome = await createStory(
    db,
    aMember(db, 'editor'),
    storyInput({ headline: 'ক্ষি'.repeat(200) }),
    now,
  );
  expect(outcome.ok).toBe(true);
});

test('a moderator writes no stories', async () => {
  const db = newsroom();
  expect(await createStory(db, aMember(db, 'moderator'), storyInput(), now)).toEqual({
    ok: false,
    code: 'forbidden',
  });
  expect(audited(db)).toEqual([]);
});

test('a double click is one story, and the same form with other words is another', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const form = { ...storyInput({ topics: ['সেতু'], bylines: ['মিতু'] }), formKey: 'f1' };

  await createStory(db, mitu, form, now);
  const second = await createStory(db, mitu, form, now);
  const other = await createStory(db, mitu, { ...form, headline: 'অন্য শিরোনাম' }, now);

  expect(second).toMatchObject({ value: { storyId: 1 } });
  expect(other).toMatchObject({ value: { storyId: 2 } });
  expect(db.select().from(stories).all()).toHaveLength(2);
});

test("a picture's own words stand in where the story says none", async () => {
  const db = newsroom();
  db.insert(pictures)
    .values({
      sha256: 'a',
      width: 600,
      height: 400,
      mime: 'image/webp',
      bytes: 1,
      caption: 'ভোরের সেতু',
      credit: 'ইমরান সাঈদ',
      alt: 'কুয়াশায় সেতু',
      variants: [],
      createdAt: now,
    })
    .run();

  await createStory(
    db,
    aMember(db, 'editor'),
    storyInput({ pictureId: 1, pictureCaption: 'সেতু, আজ ভোরে' }),
    now,
  );

  expect(db.select().from(stories).get()).toMatchObject({
    pictureId: 1,
    pictureCaption: 'সেতু, আজ ভোরে',
    pictureCredit: 'ইমরান সাঈদ',
    pictureAlt: 'কুয়াশায় সেতু',
  });
});
