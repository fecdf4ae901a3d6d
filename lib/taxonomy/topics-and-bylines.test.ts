import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { bylines, storyTopics, topics } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { done, refused } from '@/lib/result';
import { indexStory } from '@/lib/search/indexing/index-story';
import { searchStories } from '@/lib/search/search-stories';
import { linkNames } from '@/lib/stories/fields/store-fields';
import { storyInput } from '@/lib/stories/testing/story-input';
import { editByline } from './edit-byline';
import { editTopic } from './edit-topic';
import { mergeTopics } from './merge-topics';

/** A published story that is about these topics and signed by Rahima. */
async function storyAbout(db: Connection, ...names: string[]): Promise<number> {
  const story = aStory(db, { state: 'published' });
  await tx(db, (t) => {
    linkNames(t, story.id, storyInput({ topics: names, bylines: ['রহিমা খাতুন'] }));
    t.update(storyTopics).set({ publishedAt: story.publishedAt }).run();
    indexStory(t, story.id);
    return done();
  });
  return story.id;
}

const topicNamed = (db: Connection, name: string) =>
  db.select().from(topics).where(eq(topics.name, name)).get();
const found = async (db: Connection, q: string) =>
  (await searchStories(db, { q })).stories.map(({ id }) => id);

test('a topic renamed keeps its address and is found by its new name', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const id = await storyAbout(db, 'ডেঙ্গু');

  const outcome = await editTopic(db, editor, { id: 1, basedOn: 1, name: 'ডেঙ্গুজ্বর', description: 'এডিস মশা' });

  expect(outcome).toEqual(done({ version: 2 }));
  expect(topicNamed(db, 'ডেঙ্গুজ্বর')).toMatchObject({ slug: 'ডেঙ্গু', description: 'এডিস মশা', version: 2 });
  expect(await found(db, 'ডেঙ্গুজ্বর')).toEqual([id]);
  expect(announced(db)).toEqual([['topic:ডেঙ্গু']]);
  expect(await editTopic(db, editor, { id: 1, basedOn: 1, name: 'ক', description: '' })).toEqual(
    refused('stale'),
  );
});

test('merged topics: the stories go over, each once, and no address takes two steps', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const one = await storyAbout(db, 'নদীভাঙন');
  const both = await storyAbout(db, 'নদীভাঙন', 'নদী ভাঙন');
  await storyAbout(db, 'ভাঙন');
  const from = topicNamed(db, 'নদীভাঙন')?.id ?? 0;

  expect(await mergeTopics(db, editor, { from, into: 'নদী-ভাঙন' })).toEqual(
    done({ stories: 2, name: 'নদী ভাঙন' }),
  );
  const target = topicNamed(db, 'নদী ভাঙন')?.id;
  const about = db
    .select()
    .from(storyTopics)
    .where(eq(storyTopics.topicId, target ?? 0))
    .all();
  expect(about.map(({ storyId }) => storyId)).toEqual([one, both]);
  expect(about.every(({ publishedAt }) => publishedAt !== null)).toBe(true);

  expect(await mergeTopics(db, editor, { from: target ?? 0, into: 'ভাঙন' })).toMatchObject({ ok: true });
  expect(topicNamed(db, 'নদীভাঙন')?.mergedInto).toBe(topicNamed(db, 'ভাঙন')?.id);
  expect(audited(db)).toEqual([`merge-topics topic:${from}`, `merge-topics topic:${target}`]);

  // Whoever types the former name afterwards means the topic that it has become.
  const later = await storyAbout(db, 'নদীভাঙন');
  expect(
    db
      .select()
      .from(storyTopics)
      .where(eq(storyTopics.storyId, later))
      .all()
      .map(({ topicId }) => topicId),
  ).toEqual([topicNamed(db, 'ভাঙন')?.id]);
});

test.each([
  ['itself', 'ডেঙ্গু', refused('own-parent', 'into')],
  ['nothing', '', refused('unknown', 'into')],
  ['a topic that is none', 'অজানা', refused('unknown', 'into')],
])('a topic is not merged into %s', async (_, into, answer) => {
  const db = newsroom();
  await storyAbout(db, 'ডেঙ্গু');
  expect(await mergeTopics(db, aMember(db, 'chief'), { from: 1, into })).toEqual(answer);
});

test('a byline gets a role and a new name, and its stories are found by it', async () => {
  const db = newsroom();
  const id = await storyAbout(db, 'ডেঙ্গু');
  const rahima = {
    id: 1,
    basedOn: 1,
    name: 'রহিমা বেগম',
    kind: 'person',
    role: 'স্টাফ রিপোর্টার',
    bio: '',
  } as const;
  const none = { portraitId: null, staffId: null };

  expect(await editByline(db, aMember(db, 'editor'), { ...rahima, ...none })).toEqual(done({ version: 2 }));

  expect(db.select().from(bylines).get()).toMatchObject({
    name: 'রহিমা বেগম',
    role: 'স্টাফ রিপোর্টার',
    version: 2,
  });
  expect(await found(db, 'রহিমা বেগম')).toEqual([id]);
  const again = { ...rahima, basedOn: 2 };
  const wrong = await editByline(db, aMember(db, 'chief'), { ...again, ...none, portraitId: 99 });
  expect(wrong).toEqual(refused('unknown', 'portraitId'));
  expect(await editByline(db, aMember(db, 'moderator'), { ...again, ...none })).toEqual(refused('forbidden'));
});
