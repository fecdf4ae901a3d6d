import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { stories } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { changeMany } from '../bulk/change-many';
import { fieldsOf } from '../fields/store-fields';
import { storyById } from '../story-row';
import { addRevision } from '../versions/revisions/add-revision';
import { restoreRevision } from '../versions/revisions/restore-revision';
import { createStory } from './create-story';
import { editStory } from './edit-story';
import { fileStory } from './file-story';
import { importStories } from './import-stories';
import { saveNextVersion } from './next-version';
import { publishDue } from './publication/publish-due-stories';
import { publishStory } from './publication/publish-story';
import { scheduleStory } from './publication/schedule-story';

const now = new Date('2026-11-24T07:00:00Z');

test('a draft is in no section until somebody chooses one, and goes nowhere before', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'reporter');
  const model = fieldsOf(db, aStory(db));
  const begun = await createStory(db, mitu, { ...model, section: '', headline: 'ফেরি আটকা' }, now);
  const { storyId = 0 } = begun.ok ? begun.value : {};
  const stored = () => db.select().from(stories).where(eq(stories.id, storyId)).get();
  const fields = () => fieldsOf(db, stored() as NonNullable<ReturnType<typeof stored>>);
  expect(fields().section).toBe('');

  const missing = { code: 'missing', field: 'section' };
  expect(await fileStory(db, mitu, { storyId, basedOn: 1 }, now)).toMatchObject(missing);
  expect(await publishStory(db, aMember(db, 'editor'), { storyId, basedOn: 1 }, now)).toMatchObject(missing);
  expect(announced(db)).toEqual([]);

  const kept = await editStory(db, mitu, { ...fields(), kicker: 'নদী', storyId, basedOn: 1 }, now);
  expect(kept).toMatchObject({ ok: true });
  expect(fields()).toMatchObject({ section: '', kicker: 'নদী' });
  await editStory(db, mitu, { ...fields(), section: 'sports', storyId, basedOn: 2 }, now);
  expect(fields().section).toBe('sports');
  expect(await fileStory(db, mitu, { storyId, basedOn: 3 }, now)).toMatchObject({ ok: true });
});

test('by no other way either: by many at once, by the clock, from a file', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const { id: storyId } = aStory(db, { state: 'draft', isSectionOpen: true });
  const missing = { code: 'missing', field: 'section' };
  const chosen = [{ storyId, basedOn: 1, assigneeId: null }];
  const at = new Date(now.getTime() + 60_000);
  for (const action of [{ kind: 'publish' }, { kind: 'schedule', at }] as const)
    expect(await changeMany(db, editor, { chosen, action }, now)).toMatchObject({
      value: { done: 0, refused: [missing] },
    });
  expect(await scheduleStory(db, editor, { storyId, basedOn: 1, at }, now)).toMatchObject(missing);

  const due = aStory(db, { state: 'scheduled', scheduledAt: at, section: 'sports' });
  const emptied = { ...fieldsOf(db, due), section: '', storyId: due.id, basedOn: 1 };
  expect(await editStory(db, editor, emptied, now)).toMatchObject(missing);
  expect(await publishDue(db, at)).toEqual([due.id]);
  expect(await saveNextVersion(db, editor, { ...emptied, basedOn: 2, nextBasedOn: 0 }, at)).toMatchObject(
    missing,
  );
  const row = { id: 'ক', section: '', headline: 'ফেরি', body: 'আটকা।', publishedAt: now.toISOString() };
  expect(await importStories(db, [row], now)).toMatchObject({ imported: 0, refused: [{ id: 'ক' }] });

  const toFirst = { chosen, action: { kind: 'section', section: 'national' } } as const;
  expect(await changeMany(db, editor, toFirst, now)).toMatchObject({ value: { done: 1, same: 0 } });
  expect(await publishStory(db, editor, { storyId, basedOn: 2 }, now)).toMatchObject({ ok: true });
});

test('what readers have keeps its section', async () => {
  const db = newsroom();
  const story = aStory(db);
  const { storyId, ...typed } = { storyId: story.id, ...fieldsOf(db, story) };
  const edit = { ...typed, storyId, section: '', basedOn: 1 };
  expect(await editStory(db, aMember(db, 'editor'), edit, now)).toMatchObject({
    code: 'missing',
    field: 'section',
  });
});

test('a revision from before the section was chosen brings its words back, and leaves the section', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const story = aStory(db, { section: 'sports' });
  const former = { ...fieldsOf(db, story), section: '', headline: 'আগের শিরোনাম' };
  db.transaction((t) => addRevision(t, story, former, { reason: 'hour', staffId: editor.id, at: now }));
  expect(
    await restoreRevision(db, editor, { storyId: story.id, number: 1, basedOn: story.version }, now),
  ).toMatchObject({ ok: true });
  const restored = storyById(db, story.id);
  expect(restored).toMatchObject({ headline: 'আগের শিরোনাম', isSectionOpen: false, state: 'published' });
  expect(fieldsOf(db, restored ?? story).section).toBe('sports');
});

test('without any section there is none to begin in', async () => {
  const db = newsroom();
  const model = fieldsOf(db, aStory(db));
  db.delete(stories).run();
  db.$client.exec('pragma foreign_keys = off; delete from sections');
  expect(await createStory(db, aMember(db, 'reporter'), { ...model, section: '' }, now)).toMatchObject({
    code: 'unknown',
    field: 'section',
  });
  expect(storyById(db as never, 1)).toBeUndefined();
});
