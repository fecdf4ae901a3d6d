import { expect, test } from 'vitest';
import { commenterNotes, comments, stories } from '@/db/schema';
import { aComment, aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { noteCommenter } from './note-commenter';
import { openOrCloseDiscussion } from './open-or-close-discussion';
import { pickComment } from './pick-comment';

const noon = new Date('2026-11-24T06:00:00Z');

test('an editors’ pick is told to readers, and taken away again', async () => {
  const db = newsroom();
  const story = aStory(db);
  aComment(db, { storyId: story.id });
  const sumi = aMember(db, 'moderator');

  expect(await pickComment(db, sumi, { commentId: 1, basedOn: 1, isPick: true }, noon)).toEqual(
    done({ version: 2 }),
  );
  expect(db.select().from(comments).get()).toMatchObject({ pickedAt: noon });
  expect(await pickComment(db, sumi, { commentId: 1, basedOn: 1, isPick: true }, noon)).toEqual(
    refused('stale'),
  );
  await pickComment(db, sumi, { commentId: 1, basedOn: 2, isPick: false }, noon);
  expect(db.select().from(comments).get()).toMatchObject({ pickedAt: null, version: 3 });
  expect(announced(db)).toEqual(Array(2).fill([`discussion:${story.id}`]));
  expect(audited(db)).toEqual(['pick-comment comment:1', 'unpick-comment comment:1']);
});

test('what readers do not see is no pick, and a reporter picks nothing', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, state: 'held' });
  const pick = { commentId: 1, basedOn: 1, isPick: true };
  expect(await pickComment(db, aMember(db, 'moderator'), pick)).toEqual(refused('not-visible'));
  expect(await pickComment(db, aMember(db, 'reporter'), pick)).toEqual(refused('forbidden'));
  expect(announced(db)).toEqual([]);
});

test('a note on a commenter is kept, its words are not in the audit', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id });
  const sumi = aMember(db, 'moderator');
  expect(await noteCommenter(db, sumi, { commenterId: 1, words: ' আগেও সতর্ক করা \n' }, noon)).toMatchObject({
    ok: true,
  });
  expect(db.select().from(commenterNotes).all()).toMatchObject([{ words: 'আগেও সতর্ক করা', staffId: sumi.id }]);
  expect(audited(db)).toEqual(['note-commenter commenter:1']);
});

test.each([
  ['nothing', 1, '\u200b ', 'empty'],
  ['a novel', 1, 'ক'.repeat(1001), 'too-long'],
  ['a megabyte', 1, 'ক'.repeat(1_000_000), 'too-long'],
  ['nobody', 99, 'কথা', 'unknown-commenter'],
] as const)('a note of or on %s is refused', async (_, commenterId, words, code) => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id });
  expect(await noteCommenter(db, aMember(db, 'moderator'), { commenterId, words })).toMatchObject({ code });
});

test('a discussion is closed and opened, and an editor with an older form is told', async () => {
  const db = newsroom();
  const story = aStory(db);
  const sumi = aMember(db, 'moderator');
  await openOrCloseDiscussion(db, sumi, { storyId: story.id, to: 'closed' }, noon);
  expect(db.select().from(stories).get()).toMatchObject({ comments: 'closed', version: 2 });
  await openOrCloseDiscussion(db, sumi, { storyId: story.id, to: 'closed' }, noon);
  expect(announced(db)).toEqual([[`discussion:${story.id}`]]);
  await openOrCloseDiscussion(db, sumi, { storyId: story.id, to: 'open' }, noon);
  expect(audited(db)).toEqual(['close-discussion story:1', 'open-discussion story:1']);
  expect(await openOrCloseDiscussion(db, sumi, { storyId: 99, to: 'open' })).toEqual(
    refused('unknown-story'),
  );
  expect(await openOrCloseDiscussion(db, aMember(db, 'reporter'), { storyId: 1, to: 'closed' })).toEqual(
    refused('forbidden'),
  );
});
