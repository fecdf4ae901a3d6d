import { expect, test } from 'vitest';
import { commentLikes, comments } from '@/db/schema';
import { aComment, aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { likeComment } from './like-comment';

const now = new Date('2026-11-24T06:00:00Z');

test('a device likes, and no longer likes; the count is told each time', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const { id: commentId } = aComment(db, { storyId });

  expect(await likeComment(db, { storyId, commentId, device: 'a' }, now)).toEqual(
    done({ likes: 1, isLiked: true }),
  );
  expect(await likeComment(db, { storyId, commentId, device: 'b' }, now)).toEqual(
    done({ likes: 2, isLiked: true }),
  );
  expect(await likeComment(db, { storyId, commentId, device: 'a' }, now)).toEqual(
    done({ likes: 1, isLiked: false }),
  );
  expect(announced(db)).toEqual(Array(3).fill([`discussion:${storyId}`]));
});

test('fifty at once are fifty, and the count is the rows', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const { id: commentId } = aComment(db, { storyId });
  await Promise.all(
    Array.from({ length: 50 }, (_, at) => likeComment(db, { storyId, commentId, device: `d${at}` }, now)),
  );

  expect(db.select().from(comments).get()?.likes).toBe(50);
  expect(db.select().from(commentLikes).all()).toHaveLength(50);
});

test.each([
  ['held', { state: 'held' as const }],
  ['hidden', { state: 'hidden' as const }],
  ['withdrawn', { state: 'withdrawn' as const }],
])('a comment that is %s is not there to be liked', async (_, wishes) => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const { id: commentId } = aComment(db, { storyId, ...wishes });
  expect(await likeComment(db, { storyId, commentId, device: 'a' }, now)).toEqual(refused('unknown-comment'));
  expect(announced(db)).toEqual([]);
});

test('nor is one of another story, or of one that was retracted', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db, { state: 'retracted' });
  const { id: commentId } = aComment(db, { storyId });
  const other = aStory(db).id;
  expect(await likeComment(db, { storyId: other, commentId, device: 'a' }, now)).toEqual(
    refused('unknown-comment'),
  );
  expect(await likeComment(db, { storyId, commentId, device: 'a' }, now)).toEqual(refused('unknown-comment'));
});
