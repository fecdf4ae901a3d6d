import { expect, test } from 'vitest';
import { pictures, stories, storyTopics } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import type { Actor } from '@/lib/people/actor';
import { fileStory } from './file-story';
import type { StoryAt } from './move-story';
import { publishStory } from './publication/publish-story';
import { retractStory } from './publication/retract-story';
import { scheduleStory } from './publication/schedule-story';
import { returnStory } from './return-story';

const now = new Date('2026-11-24T07:00:00Z');
const tomorrow = new Date('2026-11-25T03:30:00Z');

type Command = (db: ReturnType<typeof newsroom>, actor: Actor, which: StoryAt) => Promise<{ ok: boolean }>;
const file: Command = (db, actor, which) => fileStory(db, actor, which, now);
const publish: Command = (db, actor, which) => publishStory(db, actor, which, now);
const giveBack: Command = (db, actor, which) => returnStory(db, actor, which, now);
const schedule: Command = (db, actor, which) => scheduleStory(db, actor, { ...which, at: tomorrow }, now);
const retract: Command = (db, actor, which) =>
  retractStory(db, actor, { ...which, note: 'তথ্য ভুল ছিল।' }, now);

test('a reporter files, an editor publishes, and every page that lists it hears of it', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'reporter');
  const editor = aMember(db, 'editor', 'চিফ');
  const story = aStory(db, { state: 'draft', createdBy: mitu.id, topics: ['সেতু'], bylines: ['মিতু'] });

  expect(await fileStory(db, mitu, { storyId: story.id, basedOn: 1 }, now)).toMatchObject({
    value: { version: 2 },
  });
  expect(announced(db)).toEqual([]);
  expect(await publishStory(db, editor, { storyId: story.id, basedOn: 2 }, now)).toMatchObject({
    value: { version: 3 },
  });

  expect(db.select().from(stories).get()).toMatchObject({ state: 'published', publishedAt: now });
  expect(db.select().from(storyTopics).get()).toMatchObject({ publishedAt: now });
  expect(announced(db)).toEqual([
    [
      'archive:2026-11-24',
      'byline:মিতু',
      'bylines',
      'front',
      'latest',
      'section:national',
      `story:${story.id}`,
      'topic:সেতু',
    ],
  ]);
  expect(audited(db)).toEqual([`file-story story:${story.id}`, `publish-story story:${story.id}`]);
});

test('a retracted story leaves its listings, and its note stays', async () => {
  const db = newsroom();
  const story = aStory(db, { topics: ['সেতু'] });

  await retract(db, aMember(db, 'editor'), { storyId: story.id, basedOn: 1 });

  expect(db.select().from(stories).get()).toMatchObject({
    state: 'retracted',
    retractedAt: now,
    retractionNote: 'তথ্য ভুল ছিল।',
  });
  expect(db.select().from(storyTopics).get()).toMatchObject({ publishedAt: null });
  expect(announced(db)).toEqual([
    ['archive:2026-11-24', 'front', 'latest', 'section:national', `story:${story.id}`, 'topic:সেতু'],
  ]);
});

test('readers are owed a reason', async () => {
  const db = newsroom();
  const story = aStory(db);
  const which = { storyId: story.id, basedOn: 1 };
  const editor = aMember(db, 'editor');

  expect(await retractStory(db, editor, { ...which, note: ' \n' }, now)).toEqual({
    ok: false,
    code: 'missing',
    field: 'retractionNote',
  });
  expect(await retractStory(db, editor, { ...which, note: 'ক'.repeat(1001) }, now)).toMatchObject({
    code: 'too-long',
  });
  expect(announced(db)).toEqual([]);
});

test('a scheduled story can be given another time, and back to the desk', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const story = aStory(db, { state: 'filed' });
  const later = new Date('2026-11-26T03:30:00Z');

  await schedule(db, editor, { storyId: story.id, basedOn: 1 });
  await scheduleStory(db, editor, { storyId: story.id, basedOn: 2, at: later }, now);
  expect(db.select().from(stories).get()).toMatchObject({
    state: 'scheduled',
    scheduledAt: later,
    version: 3,
  });

  await giveBack(db, editor, { storyId: story.id, basedOn: 3 });
  expect(db.select().from(stories).get()).toMatchObject({ state: 'draft', scheduledAt: null, version: 4 });
  expect(announced(db)).toEqual([]);
});

test.each([
  ['no time', null, 'missing'],
  ['nonsense', new Date(Number.NaN), 'missing'],
  ['now', now, 'not-ahead'],
])('%s is no time to publish at', async (_, at, code) => {
  const db = newsroom();
  const story = aStory(db, { state: 'filed' });
  const outcome = await scheduleStory(db, aMember(db, 'editor'), { storyId: story.id, basedOn: 1, at }, now);
  expect(outcome).toEqual({ ok: false, code, field: 'scheduledAt' });
});

test.each([
  ['file', file, 'draft'],
  ['publish', publish, 'filed'],
  ['schedule', schedule, 'filed'],
  ['return', giveBack, 'filed'],
  ['retract', retract, 'published'],
] as const)(
  '%s: not by a moderator, not on an older version, not of an unknown story',
  async (_, command, state) => {
    const db = newsroom();
    const story = aStory(db, { state });

    const moderator = aMember(db, 'moderator');
    const chief = aMember(db, 'chief');
    expect(await command(db, moderator, { storyId: story.id, basedOn: 1 })).toEqual({
      ok: false,
      code: 'forbidden',
    });
    expect(await command(db, chief, { storyId: story.id, basedOn: 0 })).toEqual({ ok: false, code: 'stale' });
    expect(await command(db, chief, { storyId: 99, basedOn: 1 })).toEqual({ ok: false, code: 'not-found' });

    expect(db.select().from(stories).get()).toMatchObject({ state, version: 1 });
    expect(announced(db)).toEqual([]);
    expect(audited(db)).toEqual([]);
  },
);

test.each([
  ['publish', publish],
  ['schedule', schedule],
  ['return', giveBack],
  ['retract', retract],
] as const)('a reporter may not %s', async (_, command) => {
  const db = newsroom();
  const mitu = aMember(db, 'reporter');
  const story = aStory(db, { state: 'draft', createdBy: mitu.id });
  expect(await command(db, mitu, { storyId: story.id, basedOn: 1 })).toEqual({
    ok: false,
    code: 'forbidden',
  });
});

test("a reporter does not file another's story", async () => {
  const db = newsroom();
  const other = aMember(db, 'reporter', 'রহিম');
  const story = aStory(db, { state: 'draft', createdBy: other.id });
  const outcome = await file(db, aMember(db, 'reporter'), { storyId: story.id, basedOn: 1 });
  expect(outcome).toEqual({ ok: false, code: 'forbidden' });
});

test.each([
  ['file', file, 'draft'],
  ['publish', publish, 'filed'],
  ['return', giveBack, 'filed'],
  ['retract', retract, 'published'],
] as const)('a second click on %s does nothing more', async (_, command, state) => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const story = aStory(db, { state });

  await command(db, editor, { storyId: story.id, basedOn: 1 });
  const before = [announced(db), audited(db)];
  const second = await command(db, editor, { storyId: story.id, basedOn: 1 });

  expect(second).toEqual({ ok: true, value: { version: 2 } });
  expect([announced(db), audited(db)]).toEqual(before);
});

test.each([
  ['file', file, 'published'],
  ['publish', publish, 'retracted'],
  ['schedule', schedule, 'published'],
  ['return', giveBack, 'published'],
  ['retract', retract, 'draft'],
] as const)('%s: not from where it does not lead', async (_, command, state) => {
  const db = newsroom();
  const story = aStory(db, { state });
  const outcome = await command(db, aMember(db, 'editor'), { storyId: story.id, basedOn: 1 });
  expect(outcome).toEqual({ ok: false, code: 'wrong-state' });
  expect(announced(db)).toEqual([]);
});

test.each([
  ['file', file],
  ['publish', publish],
  ['schedule', schedule],
] as const)(
  '%s: not without a text, nor with a picture that nobody made, described or captioned',
  async (_, command) => {
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
    const empty = aStory(db, { state: 'draft', body: '' });
    const undescribed = aStory(db, { state: 'draft', pictureId: 1, pictureCredit: 'ইমরান' });
    const unsigned = aStory(db, { state: 'draft', pictureId: 1, pictureAlt: 'নদী' });
    const words = { pictureAlt: 'নদী', pictureCredit: 'ইমরান' };
    const uncaptioned = aStory(db, { state: 'draft', pictureId: 1, ...words });

    const outcomes = [];
    for (const { id } of [empty, undescribed, unsigned, uncaptioned]) {
      outcomes.push(await command(db, editor, { storyId: id, basedOn: 1 }));
    }

    expect(outcomes).toEqual([
      { ok: false, code: 'missing', field: 'body' },
      { ok: false, code: 'missing', field: 'pictureAlt' },
      { ok: false, code: 'missing', field: 'pictureCredit' },
      { ok: false, code: 'missing', field: 'pictureCaption' },
    ]);
    expect(announced(db)).toEqual([]);
  },
);
