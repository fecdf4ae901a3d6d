import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { bulkChanges, stories, storyTopics, topics } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { refused } from '@/lib/result';
import { type BulkAction, chosenIn, chosenValue, MOST_CHOSEN, parseBulkAction } from './bulk-action';
import { changeMany, editFields } from './change-many';
import { lastUndoable, undoMany, undoMinutes } from './undo-many';

const now = new Date('2026-11-24T08:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const rowOf = (db: Connection, id: number) => {
  const row = db.select().from(stories).where(eq(stories.id, id)).get();
  if (!row) throw new Error(`no story ${id}`);
  return row;
};

/** The stories in their current state, as selected checkboxes. */
const ticked = (db: Connection, ids: readonly number[]) =>
  ids.map((storyId) => ({
    storyId,
    basedOn: rowOf(db, storyId).version,
    assigneeId: rowOf(db, storyId).assigneeId,
  }));

const sectionsOf = (db: Connection, ids: readonly number[]) => ids.map((id) => rowOf(db, id).sectionId);

const topicsOf = (db: Connection, storyId: number) =>
  db
    .select({ name: topics.name })
    .from(storyTopics)
    .innerJoin(topics, eq(topics.id, storyTopics.topicId))
    .where(eq(storyTopics.storyId, storyId))
    .orderBy(storyTopics.position)
    .all()
    .map(({ name }) => name);

async function bulkOf(
  db: Connection,
  actor: ReturnType<typeof aMember>,
  ids: readonly number[],
  action: BulkAction,
  at = now,
) {
  const outcome = await changeMany(db, actor, { chosen: ticked(db, ids), action }, at);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

test('many stories go to another section, each with its audit and with both sections announced', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const ids = [aStory(db), aStory(db), aStory(db, { section: 'sports' })].map(({ id }) => id);

  const outcome = await bulkOf(db, mitu, ids, { kind: 'section', section: 'sports' });

  expect(outcome).toMatchObject({ done: 2, same: 1, refused: [] });
  expect(sectionsOf(db, ids)).toEqual([3, 3, 3]);
  expect(audited(db)).toEqual([
    `edit-story story:${ids[0]}`,
    `edit-story story:${ids[1]}`,
    `change-many-stories bulk:${outcome.bulkId}`,
  ]);
  expect(announced(db)).toHaveLength(2);
  for (const tags of announced(db))
    expect(tags).toEqual(expect.arrayContaining(['section:national', 'section:sports']));
});

test('one that is refused keeps the others from nothing, and is named with its reason', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const [good, gone, stale] = [aStory(db), aStory(db, { state: 'retracted' }), aStory(db)];
  const chosen = ticked(db, [good.id, gone.id, stale.id]);
  await editFields(db, mitu, { story: rowOf(db, stale.id), change: { headline: 'অন্য শিরোনাম' } }, now);

  const outcome = await changeMany(
    db,
    mitu,
    {
      chosen: [...chosen, { storyId: 99, basedOn: 1, assigneeId: null }],
      action: { kind: 'section', section: 'sports' },
    },
    now,
  );

  expect(outcome).toMatchObject({
    ok: true,
    value: {
      done: 1,
      refused: [
        { storyId: gone.id, code: 'wrong-state' },
        { storyId: stale.id, headline: 'অন্য শিরোনাম', code: 'stale' },
        { storyId: 99, code: 'not-found' },
      ],
    },
  });
  expect(sectionsOf(db, [good.id, gone.id, stale.id])).toEqual([3, 1, 1]);
});

test('an undo brings back what nobody has changed since, and names the rest', async () => {
  const db = newsroom();
  const [mitu, chief] = [aMember(db, 'editor', 'মিতু'), aMember(db, 'chief', 'চিফ')];
  const correctedAt = new Date('2026-11-01T00:00:00Z');
  const [a, b] = [aStory(db, { correctedAt }), aStory(db)];
  const outcome = await bulkOf(db, mitu, [a.id, b.id], { kind: 'section', section: 'sports' });
  await editFields(db, chief, { story: rowOf(db, b.id), change: { headline: 'পরের শিরোনাম' } }, later(1));

  expect(lastUndoable(db, mitu, later(2))).toMatchObject({ id: outcome.bulkId, kind: 'section', count: 2 });
  expect(lastUndoable(db, chief, later(2))).toBeNull();
  const undone = await undoMany(db, mitu, { bulkId: outcome.bulkId ?? 0 }, later(2));

  expect(undone).toMatchObject({
    ok: true,
    value: { done: 1, refused: [{ storyId: b.id, headline: 'পরের শিরোনাম', code: 'stale' }] },
  });
  expect(sectionsOf(db, [a.id, b.id])).toEqual([1, 3]);
  expect(rowOf(db, a.id).correctedAt).toEqual(correctedAt);
  expect(await undoMany(db, mitu, { bulkId: outcome.bulkId ?? 0 }, later(3))).toEqual(
    refused('nothing-to-undo'),
  );
});

test('nobody undoes what another has done, nor what is too long ago', async () => {
  const db = newsroom();
  const [mitu, chief] = [aMember(db, 'editor', 'মিতু'), aMember(db, 'chief', 'চিফ')];
  const story = aStory(db);
  const { bulkId } = await bulkOf(db, mitu, [story.id], { kind: 'close-comments' });
  const nothing = refused('nothing-to-undo');

  expect(await undoMany(db, chief, { bulkId: bulkId ?? 0 }, later(1))).toEqual(nothing);
  expect(await undoMany(db, mitu, { bulkId: bulkId ?? 0 }, later(undoMinutes))).toEqual(nothing);
  expect(rowOf(db, story.id).comments).toBe('closed');
  expect(await undoMany(db, mitu, { bulkId: bulkId ?? 0 }, later(undoMinutes - 1))).toMatchObject({
    value: { done: 1 },
  });
  expect(rowOf(db, story.id).comments).toBe('open');
});

test('of two who change the same story at once, the second is told and overwrites nothing', async () => {
  const db = newsroom();
  const [mitu, chief] = [aMember(db, 'editor', 'মিতু'), aMember(db, 'chief', 'চিফ')];
  const story = aStory(db, { state: 'draft' });
  const seen = ticked(db, [story.id]);

  await changeMany(db, mitu, { chosen: seen, action: { kind: 'section', section: 'sports' } }, now);
  const second = await changeMany(
    db,
    chief,
    { chosen: seen, action: { kind: 'section', section: 'international' } },
    now,
  );
  expect(second).toMatchObject({ value: { bulkId: null, done: 0, refused: [{ code: 'stale' }] } });
  expect(sectionsOf(db, [story.id])).toEqual([3]);

  const again = ticked(db, [story.id]);
  await changeMany(db, mitu, { chosen: again, action: { kind: 'assign', assigneeId: mitu.id } }, now);
  const third = await changeMany(
    db,
    chief,
    { chosen: again, action: { kind: 'assign', assigneeId: chief.id } },
    now,
  );
  expect(third).toMatchObject({ value: { done: 0, refused: [{ code: 'stale' }] } });
  expect(rowOf(db, story.id).assigneeId).toBe(mitu.id);
});

test('topics are added and taken away, and come back in their order', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const [one, other] = [aStory(db, { topics: ['ফুটবল', 'নারী'] }), aStory(db, { topics: ['নারী'] })];

  expect(await bulkOf(db, mitu, [one.id, other.id], { kind: 'add-topic', topic: 'ফুটবল' })).toMatchObject({
    done: 1,
    same: 1,
  });
  expect(topicsOf(db, other.id)).toEqual(['নারী', 'ফুটবল']);
  const { bulkId } = await bulkOf(db, mitu, [one.id, other.id], { kind: 'remove-topic', topic: 'ফুটবল' });
  expect([topicsOf(db, one.id), topicsOf(db, other.id)]).toEqual([['নারী'], ['নারী']]);
  await undoMany(db, mitu, { bulkId: bulkId ?? 0 }, later(1));
  expect([topicsOf(db, one.id), topicsOf(db, other.id)]).toEqual([
    ['ফুটবল', 'নারী'],
    ['নারী', 'ফুটবল'],
  ]);
});

test('what was published or scheduled goes back to where it stood with the desk', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const at = later(600);
  const [draft, filed, planned] = [
    aStory(db, { state: 'draft' }),
    aStory(db, { state: 'filed' }),
    aStory(db, { state: 'scheduled', scheduledAt: at }),
  ];
  const ids = [draft.id, filed.id, planned.id];
  const statesOf = () => ids.map((id) => rowOf(db, id).state);

  for (const action of [{ kind: 'publish' }, { kind: 'schedule', at: later(60) }] as const) {
    const { bulkId, done } = await bulkOf(db, mitu, ids, action);
    expect(done).toBe(3);
    expect(new Set(statesOf())).toEqual(new Set([action.kind === 'publish' ? 'published' : 'scheduled']));
    await undoMany(db, mitu, { bulkId: bulkId ?? 0 }, later(1));
    expect(statesOf()).toEqual(['draft', 'filed', 'scheduled']);
    expect(rowOf(db, planned.id).scheduledAt).toEqual(at);
  }
});

test('what was taken down comes back to its old place, with its old time', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const publishedAt = new Date('2026-10-01T00:00:00Z');
  const story = aStory(db, {
    publishedAt,
    firstPublishedAt: publishedAt,
    unpublishAt: later(9000),
    topics: ['ফুটবল'],
  });

  const { bulkId } = await bulkOf(db, mitu, [story.id], { kind: 'unpublish' });
  expect(rowOf(db, story.id)).toMatchObject({ state: 'draft', publishedAt: null });
  await undoMany(db, mitu, { bulkId: bulkId ?? 0 }, later(1));
  expect(rowOf(db, story.id)).toMatchObject({ state: 'published', publishedAt, unpublishAt: later(9000) });
  expect(db.select().from(storyTopics).get()).toMatchObject({ publishedAt });
});

test('drafts go into the bin and out of it, what readers have seen does not', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const [draft, live] = [aStory(db, { state: 'draft' }), aStory(db)];
  const { bulkId, refused: left } = await bulkOf(db, mitu, [draft.id, live.id], { kind: 'bin' });
  expect(left).toMatchObject([{ storyId: live.id, code: 'wrong-state' }]);
  expect(rowOf(db, draft.id).binnedAt).toEqual(now);
  await undoMany(db, mitu, { bulkId: bulkId ?? 0 }, later(1));
  expect(rowOf(db, draft.id).binnedAt).toBeNull();

  await bulkOf(db, mitu, [draft.id], { kind: 'bin' }, later(2));
  const out = await bulkOf(db, mitu, [draft.id, live.id], { kind: 'restore' }, later(3));
  expect(out).toMatchObject({ done: 1, same: 1 });
});

test('a reporter changes their own drafts only, and a moderator nothing', async () => {
  const db = newsroom();
  const [rafi, mira] = [aMember(db, 'reporter', 'রাফি'), aMember(db, 'moderator', 'মীরা')];
  const [own, other] = [aStory(db, { state: 'draft', createdBy: rafi.id }), aStory(db, { state: 'draft' })];

  const outcome = await bulkOf(db, rafi, [own.id, other.id], { kind: 'section', section: 'sports' });
  expect(outcome).toMatchObject({ done: 1, refused: [{ storyId: other.id, code: 'forbidden' }] });
  for (const action of [{ kind: 'publish' }, { kind: 'assign', assigneeId: rafi.id }] as const)
    expect(await bulkOf(db, rafi, [own.id], action)).toMatchObject({
      done: 0,
      refused: [{ code: 'forbidden' }],
    });
  expect(db.select().from(bulkChanges).all()).toHaveLength(1);

  const before = audited(db);
  const chosen = ticked(db, [own.id]);
  expect(await changeMany(db, mira, { chosen, action: { kind: 'bin' } }, now)).toEqual(refused('forbidden'));
  expect(await changeMany(db, rafi, { chosen: [], action: { kind: 'bin' } }, now)).toEqual(
    refused('none-chosen'),
  );
  expect(audited(db)).toEqual(before);
});

test('a form says what is to be done and with which stories, each once, and no more than a page has', () => {
  const form = new FormData();
  expect(parseBulkAction(form)).toEqual(refused('no-action', 'deed'));
  form.set('deed', 'section');
  expect(parseBulkAction(form)).toEqual(refused('missing', 'toSection'));
  form.set('toSection', 'sports');
  expect(parseBulkAction(form)).toMatchObject({ value: { kind: 'section', section: 'sports' } });
  form.set('deed', 'schedule');
  form.set('at', '2026-11-25T10:00');
  expect(parseBulkAction(form)).toMatchObject({
    value: { kind: 'schedule', at: new Date('2026-11-25T04:00:00Z') },
  });

  for (const value of ['7:3:0', '7:3:0', '8:1:2', '8', '0:1:0', 'x:1:1']) form.append('chosen', value);
  for (let id = 100; id < 300; id++) form.append('chosen', `${id}:1:0`);
  const chosen = chosenIn(form);
  expect(chosen.slice(0, 2)).toEqual([
    { storyId: 7, basedOn: 3, assigneeId: null },
    { storyId: 8, basedOn: 1, assigneeId: 2 },
  ]);
  expect(chosen).toHaveLength(MOST_CHOSEN);
  expect(chosen.slice(0, 2).map(chosenValue)).toEqual(['7:3:0', '8:1:2']);
});
