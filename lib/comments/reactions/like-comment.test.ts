import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commentLikes, comments } from '@/db/schema';
import { aComment, aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import type { CommentSignals } from '../posting/signals';
import { likeComment } from './like-comment';

const now = new Date('2026-11-24T06:00:00Z');
/** A reader whom the site has known for two days. */
const by = (device: string, network = '') => ({
  ...{ device, network },
  deviceMadeAt: new Date('2026-11-20T06:00:00Z'),
});
/** A browser that came without a cookie. */
const anonymous = (device: string, network: string) => ({ device, network, deviceMadeAt: now });

test('a device likes, and no longer likes; the count is told each time', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const { id: commentId } = aComment(db, { storyId });

  expect(await likeComment(db, { storyId, commentId, signals: by('a') }, now)).toEqual(
    done({ likes: 1, isLiked: true }),
  );
  expect(await likeComment(db, { storyId, commentId, signals: by('b') }, now)).toEqual(
    done({ likes: 2, isLiked: true }),
  );
  expect(await likeComment(db, { storyId, commentId, signals: by('a') }, now)).toEqual(
    done({ likes: 1, isLiked: false }),
  );
  expect(announced(db)).toEqual(Array(3).fill([`discussion:${storyId}`]));
});

test('fifty at once are fifty, and the count is the rows', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const { id: commentId } = aComment(db, { storyId });
  await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      likeComment(db, { storyId, commentId, signals: by(`d${at}`) }, now),
    ),
  );

  expect(db.select().from(comments).get()?.likes).toBe(50);
  expect(db.select().from(commentLikes).all()).toHaveLength(50);
});

test('a script that drops its cookie gets no further than a network may in an hour, and the count is the rows', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const { id: commentId } = aComment(db, { storyId });
  const script = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      likeComment(db, { storyId, commentId, signals: by(`d${at}`, 'n') }, now),
    ),
  );
  expect(script.filter(({ ok }) => ok)).toHaveLength(20);
  expect(script.at(-1)).toEqual(refused('too-many'));
  expect(announced(db)).toHaveLength(20);

  // Who is in may go out, another network and another comment have their own limits, and so has the next hour.
  expect(await likeComment(db, { storyId, commentId, signals: by('d0', 'n') }, now)).toMatchObject({
    ok: true,
  });
  expect(await likeComment(db, { storyId, commentId, signals: by('x', 'm') }, now)).toMatchObject({
    ok: true,
  });
  const other = aComment(db, { storyId, body: 'অন্য' }).id;
  expect(await likeComment(db, { storyId, commentId: other, signals: by('x', 'n') }, now)).toMatchObject({
    ok: true,
  });
  const later = new Date(now.getTime() + 3_600_000);
  expect(await likeComment(db, { storyId, commentId, signals: by('y', 'n') }, later)).toMatchObject({
    ok: true,
  });
  const counts = db
    .select()
    .from(comments)
    .all()
    .map(({ id, likes }) => [id, likes]);
  expect(counts).toEqual([
    [commentId, 21],
    [other, 1],
  ]);
  expect(db.select().from(commentLikes).all()).toHaveLength(22);
});

test('thirty likes without cookies from one network count for three, and nobody is told', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const { id: commentId } = aComment(db, { storyId });
  const likes = () => db.select().from(comments).where(eq(comments.id, commentId)).get()?.likes;
  for (let at = 0; at < 20; at += 1)
    expect(
      await likeComment(db, { storyId, commentId, signals: anonymous(`a${at}`, 'n') }, now),
    ).toMatchObject({ value: { isLiked: true } });
  expect(likes()).toBe(3);
  const nextHour = new Date(now.getTime() + 3_600_000);
  for (let at = 20; at < 30; at += 1)
    await likeComment(db, { storyId, commentId, signals: anonymous(`a${at}`, 'n') }, nextHour);
  expect(likes()).toBe(3);
  expect(announced(db)).toHaveLength(3);

  // What was not counted takes nothing with it; another network and a reader of two days count as ever.
  await likeComment(db, { storyId, commentId, signals: anonymous('a10', 'n') }, nextHour);
  expect(likes()).toBe(3);
  await likeComment(db, { storyId, commentId, signals: anonymous('a0', 'n') }, nextHour);
  expect(likes()).toBe(2);
  await likeComment(db, { storyId, commentId, signals: anonymous('b', 'm') }, nextHour);
  await likeComment(db, { storyId, commentId, signals: by('c', 'n') }, nextHour);
  expect(likes()).toBe(4);
});

test('a device that has written what stands is not anonymous', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const { id: commentId } = aComment(db, { storyId });
  for (let at = 0; at < 5; at += 1) {
    aComment(db, { storyId, body: `কথা ${at}`, device: `w${at}` });
    await likeComment(db, { storyId, commentId, signals: anonymous(`w${at}`, 'n') }, now);
  }
  expect(db.select().from(comments).get()?.likes).toBe(5);
});

test('all of a network’s likes together have a limit as well; a machine that hides everyone behind it has none', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const ids = Array.from({ length: 41 }, (_, at) => aComment(db, { storyId, body: `কথা ${at}` }).id);
  const from = async (signals: CommentSignals) => {
    let likes = 0;
    for (const commentId of ids)
      for (let at = 0; at < 20; at += 1) {
        const device = `${signals.network}${commentId}-${at}`;
        if ((await likeComment(db, { storyId, commentId, signals: { ...signals, device } }, now)).ok)
          likes += 1;
      }
    return likes;
  };
  expect(await from({ network: 'n' })).toBe(600);
  expect(await from({ network: 'here', isLocal: true })).toBe(820);
});

test.each([
  ['held', { state: 'held' as const }],
  ['hidden', { state: 'hidden' as const }],
  ['withdrawn', { state: 'withdrawn' as const }],
])('a comment that is %s is not there to be liked', async (_, wishes) => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const { id: commentId } = aComment(db, { storyId, ...wishes });
  expect(await likeComment(db, { storyId, commentId, signals: by('a') }, now)).toEqual(
    refused('unknown-comment'),
  );
  expect(announced(db)).toEqual([]);
});

test('nor is one of another story, or of one that was retracted', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db, { state: 'retracted' });
  const { id: commentId } = aComment(db, { storyId });
  const other = aStory(db).id;
  expect(await likeComment(db, { storyId: other, commentId, signals: by('a') }, now)).toEqual(
    refused('unknown-comment'),
  );
  expect(await likeComment(db, { storyId, commentId, signals: by('a') }, now)).toEqual(
    refused('unknown-comment'),
  );
});
