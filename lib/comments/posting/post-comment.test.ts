import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { auditEntries, commenters, comments, settings, stories } from '@/db/schema';
import { aComment, aKnownWriter, aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { decideComments } from '../desk/decide-comments';
import type { CommentDraft } from './comment-draft';
import { postComment } from './post-comment';

const noon = new Date('2026-11-24T06:00:00Z');
const signals = { network: 'a1', device: 'd1' };

const says = (storyId: number, wishes: Partial<CommentDraft> = {}): CommentDraft => ({
  storyId,
  parentId: null,
  name: 'রহিম',
  email: 'rahim@example.com',
  website: '',
  body: 'ভালো লেগেছে।',
  trap: '',
  ...wishes,
});

test('a first comment waits for a moderator and is announced to nobody', async () => {
  const db = newsroom();
  const story = aStory(db);

  const outcome = await postComment(db, says(story.id), signals, noon);

  const address = expect.stringMatching(new RegExp(`^/[a-z-]+/${story.id}$`));
  expect(outcome).toEqual(done({ id: 1, rootId: 1, address, at: noon, isVisible: false, isMailed: false }));
  expect(db.select().from(comments).all()).toMatchObject([
    { state: 'held', heldBecause: ['first-comment'], body: 'ভালো লেগেছে।', network: 'a1', depth: 0 },
  ]);
  expect(announced(db)).toEqual([]);
  expect(audited(db)).toEqual(['post-comment comment:1']);
});

test('a known writer appears at once, and the discussion is announced', async () => {
  const db = newsroom();
  aKnownWriter(db);
  const story = aStory(db);

  const outcome = await postComment(db, says(story.id), signals, noon);

  expect(outcome).toMatchObject({ value: { isVisible: true } });
  expect(announced(db)).toEqual([[`discussion:${story.id}`]]);
  expect(db.select().from(commenters).get()).toMatchObject({ approved: 2 });
});

test('a writer is known from the moment a moderator lets its comment stand', async () => {
  const db = newsroom();
  const story = aStory(db);
  await postComment(db, says(story.id), signals, noon);
  const targets = [{ commentId: 1, basedOn: 1 }];
  await decideComments(db, aMember(db, 'moderator'), { verdict: 'approve', targets }, noon);

  const outcome = await postComment(db, says(story.id, { body: 'আরেকটি কথা' }), signals, noon);

  expect(outcome).toMatchObject({ value: { isVisible: true } });
});

test('a newsroom that reads everything first holds a known writer too', async () => {
  const db = newsroom();
  aKnownWriter(db);
  db.insert(settings).values({ key: 'trustKnownCommenters', value: false }).run();

  await postComment(db, says(aStory(db).id), signals, noon);

  expect(db.select().from(comments).all().at(-1)).toMatchObject({ state: 'held', heldBecause: ['everyone'] });
});

test('the second click is the same comment', async () => {
  const db = newsroom();
  const story = aStory(db);
  const first = await postComment(db, says(story.id), signals, noon);

  const second = await postComment(db, says(story.id, { name: 'রহিম উদ্দিন' }), signals, noon);

  expect(second).toEqual(first);
  expect(db.select().from(comments).all()).toHaveLength(1);
  expect(audited(db)).toHaveLength(1);
});

test('the same words to another person, or under another story, are another comment', async () => {
  const db = newsroom();
  const story = aStory(db);
  const parent = aComment(db, { storyId: story.id, email: 'karim@example.com' });
  await postComment(db, says(story.id), signals, noon);
  await postComment(db, says(story.id, { parentId: parent.id }), signals, noon);
  await postComment(db, says(aStory(db).id), signals, noon);

  expect(db.select().from(comments).all()).toHaveLength(4);
});

test('an answer knows its thread and its true depth', async () => {
  const db = newsroom();
  const story = aStory(db);
  const root = aComment(db, { storyId: story.id });
  const answer = aComment(db, {
    storyId: story.id,
    parentId: root.id,
    rootId: root.id,
    depth: 7,
    body: 'গভীরে',
  });

  const outcome = await postComment(db, says(story.id, { parentId: answer.id }), signals, noon);

  expect(outcome).toMatchObject({ value: { rootId: root.id } });
  expect(db.select().from(comments).all().at(-1)).toMatchObject({
    rootId: root.id,
    parentId: answer.id,
    depth: 8,
  });
});

test.each([
  ['on another story', (db: Connection) => aComment(db, { storyId: aStory(db).id }).id],
  ['that was hidden meanwhile', (db: Connection) => aComment(db, { storyId: 1, state: 'hidden' }).id],
  ['that still waits', (db: Connection) => aComment(db, { storyId: 1, state: 'held' }).id],
  ['that never was', () => 999],
])('an answer to a comment %s is refused and leaves nothing behind', async (_, parentOf) => {
  const db = newsroom();
  const story = aStory(db);
  const parentId = parentOf(db);
  const before = db.select().from(comments).all().length;

  const draft = says(story.id, { parentId, email: 'new@example.com' });

  expect(await postComment(db, draft, signals, noon)).toEqual(refused('parent-gone', 'parentId'));
  expect(db.select().from(comments).all()).toHaveLength(before);
  expect(db.select().from(commenters).where(eq(commenters.email, 'new@example.com')).all()).toEqual([]);
  expect(announced(db)).toEqual([]);
  expect(audited(db)).toEqual([]);
});

test.each([
  [{ state: 'retracted' }, 'retracted'],
  [{ state: 'draft' }, 'unknown-story'],
  [{ state: 'scheduled' }, 'unknown-story'],
  [{ comments: 'closed' }, 'closed'],
] as const)('a story that is %j takes no comment', async (wishes, code) => {
  const db = newsroom();
  const story = aStory(db, wishes);

  expect(await postComment(db, says(story.id), signals, noon)).toEqual(refused(code));
  expect(db.select().from(comments).all()).toEqual([]);
  expect(db.select().from(commenters).all()).toEqual([]);
});

test('a story that does not exist takes no comment', async () => {
  expect(await postComment(newsroom(), says(77), signals, noon)).toEqual(refused('unknown-story'));
});

test('the record keeps the first name; each comment keeps its own', async () => {
  const db = newsroom();
  const story = aStory(db);
  await postComment(db, says(story.id), signals, noon);
  await postComment(db, says(story.id, { name: 'রহিম উদ্দিন', body: 'আবার আমি' }), signals, noon);

  expect(db.select().from(commenters).all()).toMatchObject([{ name: 'রহিম' }]);
  expect(db.select({ name: comments.name }).from(comments).all()).toEqual([
    { name: 'রহিম' },
    { name: 'রহিম উদ্দিন' },
  ]);
});

test('no audit entry and no announcement holds the address', async () => {
  const db = newsroom();
  aKnownWriter(db);
  const story = aStory(db);
  await postComment(db, says(story.id), signals, noon);
  await postComment(db, says(story.id, { email: 'new@example.com' }), signals, noon);

  const written = JSON.stringify([db.select().from(auditEntries).all(), announced(db)]);
  expect(written).not.toMatch(/@|rahim|example\.com/);
});

test('a comment under a story leaves the story itself untouched', async () => {
  const db = newsroom();
  const story = aStory(db);
  await postComment(db, says(story.id), signals, noon);
  expect(db.select().from(stories).get()).toEqual(story);
});
