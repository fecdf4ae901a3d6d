import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { livePostsOf } from '@/db/queries/stories/live-posts';
import { auditEntries, livePosts, pictures, stories } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { queryPlans } from '@/db/testing/query-plans';
import { POSTS_PER_PAGE, readLive, readLiveVersions } from '../for-readers/live-reading';
import { editLivePost } from './edit-live-post';
import { endLive, resumeLive } from './end-live';
import type { LivePostFields } from './live-post-fields';
import { postLive } from './post-live';
import { removeLivePost } from './remove-live-post';

const noon = new Date('2026-11-24T06:00:00Z');
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const aPost = (overrides: Partial<LivePostFields> = {}): LivePostFields => ({
  headline: '',
  body: 'পানি নামছে।',
  pictureId: null,
  isKey: false,
  isPinned: false,
  ...overrides,
});

function house(overrides: Parameters<typeof aStory>[1] = {}) {
  const db = newsroom();
  const story = aStory(db, { form: 'live', ...overrides });
  const mitu = aMember(db, 'editor');
  const post = (overrides: Partial<LivePostFields> = {}, minutes = 0) =>
    postLive(db, mitu, { storyId: story.id, ...aPost(overrides) }, minutesLater(minutes));
  return { db, story, storyId: story.id, mitu, post };
}

async function posted(outcome: ReturnType<typeof postLive>): Promise<number> {
  const made = await outcome;
  if (!made.ok) throw new Error(made.code);
  return made.value.postId;
}

const rowOf = (db: Connection, id: number) => db.select().from(livePosts).where(eq(livePosts.id, id)).get();

test('a post is there for readers at once, sanitised, with its entry in the audit; no other page is told', async () => {
  const { db, storyId, post } = house();
  const id = await posted(
    post({ headline: ' ফেরি  চলছে ', body: 'ক\n\n<script>x</script>- খ', isKey: true }),
  );

  expect(await readLive(storyId, undefined, db)).toMatchObject({
    posts: [{ id, headline: 'ফেরি চলছে', isKey: true, at: noon, editedAt: null }],
    keyPoints: [{ id, words: 'ফেরি চলছে' }],
    olderFrom: null,
    startedAt: noon,
  });
  expect(rowOf(db, id)?.bodyHtml).not.toContain('script');
  expect(announced(db)).toEqual([[`live:${storyId}`]]);
  expect(audited(db)).toEqual([`post-live story:${storyId}`]);
  expect(db.select().from(stories).get()).toMatchObject({ version: 1, correctedAt: noon });
});

test('the second click is the same post; the same words later are another', async () => {
  const { db, post } = house();
  const first = await posted(post());
  expect(await posted(post({}, 0.5))).toBe(first);
  expect(announced(db)).toHaveLength(1);
  expect(await posted(post({}, 5))).not.toBe(first);
});

test.each([
  ['nothing at all', aPost({ body: ' \n ' }), 'empty', 'body'],
  ['tags and no words', aPost({ body: '<p></p>' }), 'empty', 'body'],
  ['a headline without end', aPost({ headline: 'ক'.repeat(201) }), 'too-long', 'headline'],
  ['a text without end', aPost({ body: 'ক'.repeat(20_001) }), 'too-long', 'body'],
  ['a picture that is not there', aPost({ pictureId: 99 }), 'picture-unknown', 'pictureId'],
  ['a picture that nobody described', aPost({ pictureId: 1 }), 'picture-undescribed', 'pictureId'],
])('%s is refused at its field and announces nothing', async (_, fields, code, field) => {
  const { db, storyId, mitu } = house();
  db.insert(pictures)
    .values({
      ...{ sha256: 'a', width: 640, height: 427, mime: 'image/webp', bytes: 1, alt: '' },
      variants: [{ file: 'a-640.webp', width: 640, height: 427, mime: 'image/webp' }],
      createdAt: noon,
    })
    .run();
  expect(await postLive(db, mitu, { storyId, ...fields })).toEqual({ ok: false, code, field });
  expect(announced(db)).toEqual([]);
  expect(db.select().from(livePosts).all()).toEqual([]);
});

test('a headline alone is a post, and so is a picture', async () => {
  const { db, post } = house();
  db.insert(pictures)
    .values({
      ...{ sha256: 'a', width: 640, height: 427, mime: 'image/webp', bytes: 1, alt: 'নদী' },
      variants: [{ file: 'a-640.webp', width: 640, height: 427, mime: 'image/webp' }],
      createdAt: noon,
    })
    .run();
  expect(await post({ headline: 'ফেরি চলছে', body: '' })).toMatchObject({ ok: true });
  expect(await post({ body: '', pictureId: 1 }, 5)).toMatchObject({ ok: true });
});

test('whoever may edit the story writes its posts, and nobody else', async () => {
  const { db, storyId } = house();
  const fields = { storyId, ...aPost() };
  for (const role of ['reporter', 'moderator'] as const)
    expect(await postLive(db, aMember(db, role), fields)).toEqual({ ok: false, code: 'forbidden' });
  const rahim = aMember(db, 'reporter', 'রহিম');
  const own = aStory(db, { form: 'live', state: 'draft', createdBy: rahim.id });
  expect(await postLive(db, rahim, { ...fields, storyId: own.id })).toMatchObject({ ok: true });
  // What no reader sees is not announced.
  expect(announced(db)).toEqual([]);
});

test.each([
  ['a report', { form: 'report' as const }, 'wrong-state'],
  ['one that was taken back', { state: 'retracted' as const }, 'wrong-state'],
  ['one that has ended', { liveEndedAt: noon }, 'ended'],
])('%s takes no posts', async (_, overrides, code) => {
  const { db, post } = house(overrides);
  expect(await post()).toEqual({ ok: false, code });
  expect(announced(db)).toEqual([]);
});

test('an edit keeps the time, says that it was one, and is refused on an older version', async () => {
  const { db, storyId, mitu, post } = house();
  const postId = await posted(post());
  const edit = (overrides: Partial<LivePostFields>, basedOn: number) =>
    editLivePost(db, mitu, { storyId, postId, basedOn, ...aPost(overrides) }, minutesLater(9));

  expect(await edit({ body: 'পানি বাড়ছে।' }, 1)).toEqual({ ok: true, value: { version: 2 } });
  expect(rowOf(db, postId)).toMatchObject({ at: noon, editedAt: minutesLater(9), version: 2 });
  expect(await edit({ body: 'অন্য কথা' }, 1)).toEqual({ ok: false, code: 'stale' });
  // The same form submitted twice is saved once.
  expect(await edit({ body: 'পানি বাড়ছে।' }, 1)).toEqual({ ok: true, value: { version: 2 } });
  expect(announced(db)).toHaveLength(2);
});

test('to pin a post is no correction of it, and puts it on top', async () => {
  const { db, storyId, mitu, post } = house();
  const [old, young] = [await posted(post({ body: 'ক' })), await posted(post({ body: 'খ' }, 5))];
  await editLivePost(db, mitu, { storyId, postId: old, basedOn: 1, ...aPost({ body: 'ক', isPinned: true }) });

  const live = await readLive(storyId, undefined, db);
  expect(live?.pinned.map(({ id }) => id)).toEqual([old]);
  expect(live?.posts.map(({ id }) => id)).toEqual([young]);
  expect(rowOf(db, old)?.editedAt).toBeNull();
});

test('a post that was removed is gone for readers, its words are in the audit, its address still leads on', async () => {
  const { db, storyId, mitu, post } = house();
  const [old, gone] = [await posted(post({ body: 'ক' })), await posted(post({ body: 'খ' }, 5))];
  expect(await removeLivePost(db, mitu, { storyId, postId: gone, basedOn: 7 })).toEqual({
    ok: false,
    code: 'stale',
  });
  expect(await removeLivePost(db, mitu, { storyId, postId: gone, basedOn: 1 })).toMatchObject({ ok: true });
  expect(await removeLivePost(db, mitu, { storyId, postId: gone, basedOn: 1 })).toMatchObject({ ok: true });

  const live = await readLive(storyId, gone, db);
  expect(live?.posts.map(({ id }) => id)).toEqual([old]);
  expect(db.select().from(auditEntries).all().at(-1)?.before).toMatchObject({ post: gone, body: 'খ' });
  expect(announced(db)).toHaveLength(3);
});

test('the end is told to the story’s pages and its listings, and can be taken back', async () => {
  const { db, storyId, mitu } = house();
  expect(await endLive(db, mitu, { storyId }, noon)).toMatchObject({ ok: true });
  expect(await endLive(db, mitu, { storyId }, noon)).toMatchObject({ ok: true });
  expect(announced(db)).toEqual([
    expect.arrayContaining(['front', 'section:national', `story:${storyId}`]),
    [`live:${storyId}`],
  ]);
  expect(await readLiveVersions(storyId, 'national', db)).toEqual({ ended: true, posts: [] });
  await resumeLive(db, mitu, { storyId });
  expect(await readLiveVersions(storyId, 'national', db)).toEqual({ ended: false, posts: [] });
});

test('five hundred posts are read a page at a time, each once, by one seek', async () => {
  const { db, storyId } = house();
  for (let n = 0; n < 500; n += 1)
    db.insert(livePosts)
      // Two posts in one minute: the time alone does not distinguish them.
      .values({ storyId, body: `${n}`, bodyHtml: `<p>${n}</p>`, at: minutesLater(Math.floor(n / 2)) })
      .run();

  const seen: number[] = [];
  let from: number | undefined;
  for (let page = 0; page < 100; page += 1) {
    const live = await readLive(storyId, from, db);
    seen.push(...(live?.posts.map(({ id }) => id) ?? []));
    expect(live?.posts.length).toBeLessThanOrEqual(POSTS_PER_PAGE);
    if (!live?.olderFrom) break;
    from = live.olderFrom;
  }
  expect(seen).toEqual(Array.from({ length: 500 }, (_, at) => 500 - at));
  expect((await readLiveVersions(storyId, 'national', db))?.posts).toHaveLength(POSTS_PER_PAGE);

  const [plan = ''] = await queryPlans(db, () =>
    livePostsOf(db, storyId, { from: { at: noon, id: 7 }, limit: 20 }),
  );
  expect(plan).toContain('live_posts_of_story (story_id=? AND at<?)');
  expect(plan).not.toContain('TEMP B-TREE');
});

test.each([
  ['another section', { section: 'sports' }, {}],
  ['a draft', { section: 'national' }, { state: 'draft' as const }],
  ['a report', { section: 'national' }, { form: 'report' as const }],
])('%s has no updates to ask for', async (_, { section }, overrides) => {
  const { db, storyId } = house(overrides);
  expect(await readLiveVersions(storyId, section, db)).toBeNull();
  expect(await readLive(storyId, 999, db)).toBeNull();
});
