import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntries, pictures, stories, storyBylines, storyTopics } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { storyInput } from '../testing/story-input';
import { editStory } from './edit-story';

const now = new Date('2026-11-24T07:00:00Z');

test('a corrected headline is announced wherever the story stood and stands', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const story = aStory(db, { section: 'sports', topics: ['ফুটবল'], bylines: ['মিতু'] });

  const outcome = await editStory(
    db,
    editor,
    {
      ...storyInput({
        section: 'international',
        headline: 'নতুন শিরোনাম',
        topics: ['ফাইনাল'],
        bylines: ['রহিম'],
      }),
      storyId: story.id,
      basedOn: 1,
    },
    now,
  );

  expect(outcome).toEqual({ ok: true, value: { version: 2 } });
  expect(announced(db)).toEqual([
    [
      'archive:2026-11-24',
      'byline:মিতু',
      'byline:রহিম',
      'bylines',
      'front',
      'latest',
      'section:international',
      'section:sports',
      `story:${story.id}`,
      'topic:ফাইনাল',
      'topic:ফুটবল',
    ],
  ]);
  expect(db.select().from(stories).get()).toMatchObject({
    headline: 'নতুন শিরোনাম',
    version: 2,
    updatedAt: now,
    correctedAt: now,
    publishedAt: story.publishedAt,
  });
  expect(db.select().from(storyTopics).all()).toMatchObject([
    { position: 0, publishedAt: story.publishedAt },
  ]);
  expect(db.select().from(storyBylines).all()).toMatchObject([
    { position: 0, publishedAt: story.publishedAt },
  ]);
  const entry = db.select().from(auditEntries).get();
  expect(entry).toMatchObject({
    verb: 'edit-story',
    actorId: editor.id,
    before: { headline: story.headline, section: 'sports', topics: ['ফুটবল'] },
    after: { headline: 'নতুন শিরোনাম', section: 'international', topics: ['ফাইনাল'] },
  });
  expect(JSON.stringify(entry)).not.toContain('আগামী মাস');
});

test('a draft is saved without a word to readers', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'reporter');
  const story = aStory(db, { state: 'draft', createdBy: mitu.id });

  await editStory(db, mitu, { ...storyInput({ body: '' }), storyId: story.id, basedOn: 1 }, now);

  expect(db.select().from(stories).get()).toMatchObject({ bodyText: '', version: 2, correctedAt: null });
  expect(announced(db)).toEqual([]);
});

test('what was written on an older version is refused as stale, and changes nothing', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const story = aStory(db);
  await editStory(db, editor, { ...storyInput({ headline: 'প্রথম' }), storyId: story.id, basedOn: 1 }, now);

  const late = await editStory(
    db,
    editor,
    { ...storyInput({ headline: 'দ্বিতীয়' }), storyId: story.id, basedOn: 1 },
    now,
  );

  expect(late).toEqual({ ok: false, code: 'stale' });
  expect(db.select().from(stories).get()).toMatchObject({ headline: 'প্রথম', version: 2 });
  expect(announced(db)).toHaveLength(1);
});

test('the same text sent twice is one save', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const story = aStory(db);
  const edit = { ...storyInput({ topics: ['সেতু'] }), storyId: story.id, basedOn: 1 };

  await editStory(db, editor, edit, now);
  const second = await editStory(db, editor, edit, now);

  expect(second).toEqual({ ok: true, value: { version: 2 } });
  expect(announced(db)).toHaveLength(1);
  expect(audited(db)).toEqual([`edit-story story:${story.id}`]);
});

test.each([
  ['reporter', 'published', true],
  ['reporter', 'filed', true],
  ['reporter', 'draft', false],
  ['moderator', 'draft', true],
] as const)('a %s may not edit a %s story (own: %s)', async (role, state, isOwn) => {
  const db = newsroom();
  const member = aMember(db, role);
  const other = aMember(db, 'editor', 'চিফ');
  const story = aStory(db, { state, createdBy: isOwn ? member.id : other.id });

  const outcome = await editStory(db, member, { ...storyInput(), storyId: story.id, basedOn: 1 }, now);

  expect(outcome).toEqual({ ok: false, code: 'forbidden' });
  expect(announced(db)).toEqual([]);
  expect(audited(db)).toEqual([]);
});

test.each(['published', 'scheduled'] as const)(
  'a %s story keeps its text, and its picture a name and a description',
  async (state) => {
    const db = newsroom();
    const editor = aMember(db, 'editor');
    db.insert(pictures)
      .values({
        sha256: 'a',
        width: 6,
        height: 4,
        mime: 'image/webp',
        bytes: 1,
        variants: [],
        createdAt: now,
      })
      .run();
    const story = aStory(db, { state });
    const base = { storyId: story.id, basedOn: 1 };

    expect(await editStory(db, editor, { ...storyInput({ body: ' ' }), ...base }, now)).toMatchObject({
      code: 'missing',
      field: 'body',
    });
    expect(
      await editStory(db, editor, { ...storyInput({ pictureId: 1, pictureAlt: 'নদী' }), ...base }, now),
    ).toMatchObject({
      code: 'missing',
      field: 'pictureCredit',
    });
    expect(announced(db)).toEqual([]);
  },
);

test('another picture brings its own words, and keeps what was typed for this story', async () => {
  const db = newsroom();
  const [former, next] = ['ভোর', 'সন্ধ্যা'].map((caption, n) =>
    db
      .insert(pictures)
      .values({
        sha256: caption,
        width: 6,
        height: 4,
        mime: 'image/webp',
        bytes: 1,
        caption,
        credit: `আলোকচিত্রী ${n}`,
        alt: `নদী ${n}`,
        variants: [],
        createdAt: now,
      })
      .returning()
      .get(),
  );
  const words = { pictureCaption: 'ভোর', pictureCredit: 'নিজের লেখা', pictureAlt: 'নদী 0' };
  const story = aStory(db, { pictureId: former?.id, ...words });

  await editStory(
    db,
    aMember(db, 'editor'),
    { ...storyInput({ pictureId: next?.id ?? 0, ...words }), storyId: story.id, basedOn: 1 },
    now,
  );

  expect(db.select().from(stories).get()).toMatchObject({
    pictureId: next?.id,
    pictureCaption: 'সন্ধ্যা',
    pictureCredit: 'নিজের লেখা',
    pictureAlt: 'নদী 1',
  });
});

test('a retracted story stays as it was retracted, and an unknown one is not found', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const story = aStory(db, { state: 'retracted' });

  expect(await editStory(db, editor, { ...storyInput(), storyId: story.id, basedOn: 1 }, now)).toMatchObject({
    code: 'wrong-state',
  });
  expect(await editStory(db, editor, { ...storyInput(), storyId: 99, basedOn: 1 }, now)).toMatchObject({
    code: 'not-found',
  });
});

test('nothing that is typed anywhere can run', async () => {
  const db = newsroom();
  const story = aStory(db);
  const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>';

  await editStory(
    db,
    aMember(db, 'editor'),
    {
      ...storyInput({ headline: hostile, body: `${hostile}\n\nপাঠ`, topics: [hostile] }),
      storyId: story.id,
      basedOn: 1,
    },
    now,
  );

  const row = db.select().from(stories).where(eq(stories.id, story.id)).get();
  expect(row?.bodyHtml).toBe('<p>পাঠ</p>');
  expect(row?.headline).toBe(hostile);
});
