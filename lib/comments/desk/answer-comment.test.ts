import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { bylines, commenters, comments } from '@/db/schema';
import { aComment, aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { theOperator } from '@/lib/people/actor';
import { refused } from '@/lib/result';
import { postComment } from '../posting/post-comment';
import { answerComment } from './answer-comment';

const noon = new Date('2026-11-24T06:00:00Z');

test('the newsroom answers at once, with name and badge', async () => {
  const db = newsroom();
  const story = aStory(db);
  const comment = aComment(db, { storyId: story.id });
  const sumi = aMember(db, 'moderator', 'সুমি');

  await answerComment(db, sumi, { commentId: comment.id, basedOn: 1, body: 'ধন্যবাদ।' }, noon);

  expect(db.select().from(comments).all().at(-1)).toMatchObject({
    parentId: comment.id,
    rootId: comment.id,
    depth: 1,
    state: 'visible',
    fromNewsroom: true,
    name: 'সুমি',
    body: 'ধন্যবাদ।',
  });
  expect(announced(db)).toEqual([[`discussion:${story.id}`]]);
  expect(audited(db)).toEqual(['answer-comment comment:2']);
});

test('who signs the story answers as its author, and nobody else does', async () => {
  const db = newsroom();
  const story = aStory(db, { bylines: ['sumi'] });
  aComment(db, { storyId: story.id });
  const [sumi, mitu] = [aMember(db, 'editor', 'সুমি'), aMember(db, 'editor', 'মিতু')];
  db.update(bylines).set({ staffId: sumi.id }).run();

  await answerComment(db, sumi, { commentId: 1, basedOn: 1, body: 'আমি লিখেছি।' }, noon);
  await answerComment(db, mitu, { commentId: 1, basedOn: 1, body: 'আমি লিখিনি।' }, noon);

  const answers = db.select().from(comments).where(eq(comments.fromNewsroom, true)).all();
  expect(answers.map(({ fromAuthor }) => fromAuthor)).toEqual([true, false]);
});

test('an answer to a held comment lets it stand', async () => {
  const db = newsroom();
  aStory(db);
  aComment(db, { storyId: 1, state: 'held' });

  await answerComment(db, aMember(db, 'editor'), { commentId: 1, basedOn: 1, body: 'হ্যাঁ।' }, noon);

  expect(db.select().from(comments).where(eq(comments.id, 1)).get()).toMatchObject({
    state: 'visible',
    version: 2,
  });
  expect(audited(db)).toEqual(['approve-comment comment:1', 'answer-comment comment:2']);
});

test('who is second finds the comment changed, and no answer is left behind', async () => {
  const db = newsroom();
  aStory(db);
  aComment(db, { storyId: 1, state: 'hidden', version: 2 });

  const outcome = await answerComment(
    db,
    aMember(db, 'editor'),
    { commentId: 1, basedOn: 1, body: 'হ্যাঁ।' },
    noon,
  );

  expect(outcome).toEqual(refused('stale'));
  expect(db.select().from(comments).all()).toHaveLength(1);
  expect(announced(db)).toEqual([]);
});

test('the second click is the same answer', async () => {
  const db = newsroom();
  aStory(db);
  aComment(db, { storyId: 1, state: 'held' });
  const sumi = aMember(db, 'moderator');
  const answer = { commentId: 1, basedOn: 1, body: 'হ্যাঁ।' };

  expect(await answerComment(db, sumi, answer, noon)).toEqual(await answerComment(db, sumi, answer, noon));
  expect(db.select().from(comments).all()).toHaveLength(2);
});

test('only a moderator with a name answers, and not with nothing', async () => {
  const db = newsroom();
  aStory(db);
  aComment(db, { storyId: 1 });
  const answer = { commentId: 1, basedOn: 1, body: 'হ্যাঁ।' };

  expect(await answerComment(db, aMember(db, 'reporter'), answer)).toEqual(refused('forbidden'));
  expect(await answerComment(db, theOperator, answer)).toEqual(refused('forbidden'));
  const sumi = aMember(db, 'moderator');
  expect(await answerComment(db, sumi, { ...answer, body: '\u200b' })).toEqual(refused('empty', 'body'));
  expect(await answerComment(db, sumi, { ...answer, body: 'ক'.repeat(5001) })).toEqual(
    refused('too-long', 'body'),
  );
});

test('a staff address typed into the reader form is held, though the newsroom has answered with it', async () => {
  const db = newsroom();
  const story = aStory(db);
  aComment(db, { storyId: 1 });
  await answerComment(db, aMember(db, 'moderator', 'sumi'), { commentId: 1, basedOn: 1, body: 'হ্যাঁ।' }, noon);

  const draft = {
    storyId: story.id,
    parentId: null,
    name: 'সুমি',
    email: 'moderator-sumi@barta.test',
    website: '',
    body: 'আমি সুমি',
    trap: '',
  };
  await postComment(db, draft, { network: '' }, noon);

  expect(db.select().from(comments).all().at(-1)).toMatchObject({
    state: 'held',
    heldBecause: ['staff-address', 'first-comment'],
  });
  expect(db.select().from(commenters).all()).toHaveLength(2);
});
