import { expect, test } from 'vitest';
import { stories } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { saveDraft } from '../versions/drafts/save-draft';
import { presentForMs, reportPresence } from '../versions/presence/report-presence';
import { assignStory } from './assign-story';
import { fileStory } from './file-story';
import { remarkOnStory } from './remark-on-story';
import { returnStory } from './return-story';
import { mayTakeBack, takeBackStory } from './take-back-story';

const now = new Date('2026-11-24T07:00:00Z');
const after = (ms: number) => new Date(now.getTime() + ms);

async function aFiledStory() {
  const db = newsroom();
  const mitu = aMember(db, 'reporter', 'মিতু');
  const editor = aMember(db, 'editor', 'চিফ');
  const { id } = aStory(db, { state: 'draft', createdBy: mitu.id });
  await fileStory(db, mitu, { storyId: id, basedOn: 1 }, now);
  const stored = () => db.select().from(stories).get() as typeof stories.$inferSelect;
  return { db, mitu, editor, which: { storyId: id, basedOn: 2 }, stored };
}

test('who filed a story has it back, once, and files it again', async () => {
  const { db, mitu, which, stored } = await aFiledStory();
  expect(mayTakeBack(db, mitu, stored(), now)).toBe(true);
  expect(await takeBackStory(db, mitu, which, now)).toMatchObject({ value: { version: 3 } });
  expect(await takeBackStory(db, mitu, which, now)).toMatchObject({ value: { version: 3 } });
  expect(stored().state).toBe('draft');
  expect(mayTakeBack(db, mitu, stored(), now)).toBe(false);
  expect(audited(db)).toEqual([
    `file-story story:${which.storyId}`,
    `take-back-story story:${which.storyId}`,
  ]);
  await fileStory(db, mitu, { ...which, basedOn: 3 }, now);
  expect(mayTakeBack(db, mitu, stored(), now)).toBe(true);
});

test('nobody else takes it back, and no other state is gone back from', async () => {
  const { db, editor, which } = await aFiledStory();
  const rahim = aMember(db, 'reporter', 'রহিম');
  for (const other of [rahim, editor])
    expect(await takeBackStory(db, other, which, now)).toMatchObject({ code: 'forbidden' });
  const mine = aStory(db, { state: 'published', createdBy: rahim.id });
  expect(await takeBackStory(db, rahim, { storyId: mine.id, basedOn: 1 }, now)).toMatchObject({
    code: 'wrong-state',
  });
  expect(audited(db)).toHaveLength(1);
});

test('an editor who has it open keeps it; who has only looked does not', async () => {
  const { db, mitu, editor, which, stored } = await aFiledStory();
  await reportPresence(db, editor, which.storyId, now);
  expect(mayTakeBack(db, mitu, stored(), after(1000))).toBe(false);
  expect(await takeBackStory(db, mitu, which, after(1000))).toMatchObject({ code: 'in-other-hands' });
  const later = after(presentForMs + 500);
  expect(await takeBackStory(db, mitu, which, later)).toMatchObject({ ok: true });
});

test('what an editor has done to it since keeps it with them; the writer’s own remark does not', async () => {
  const { db, mitu, editor, which, stored } = await aFiledStory();
  await remarkOnStory(db, mitu, { storyId: which.storyId, words: 'একটি সংখ্যা ভুল।', formKey: '' }, now);
  expect(mayTakeBack(db, mitu, stored(), now)).toBe(true);
  const mine = { storyId: which.storyId, assigneeId: editor.id, dueAt: null };
  expect(await assignStory(db, editor, mine, now)).toMatchObject({ ok: true });
  expect(mayTakeBack(db, mitu, stored(), now)).toBe(false);
  expect(await takeBackStory(db, mitu, which, now)).toMatchObject({ code: 'in-other-hands' });
});

test('what an editor has typed in it and not saved keeps it with them; what was typed before it was filed does not', async () => {
  const { db, mitu, editor, which, stored } = await aFiledStory();
  const draft = { storyId: which.storyId, tab: 'ক', stroke: 1, basedOn: 2, fields: {} };
  await saveDraft(db, mitu, draft, after(1000));
  await saveDraft(db, editor, { ...draft, basedOn: 1 }, after(-1000));
  expect(mayTakeBack(db, mitu, stored(), after(2000))).toBe(true);

  await saveDraft(db, editor, { ...draft, stroke: 2 }, after(3000));
  const later = after(presentForMs * 2);
  expect(mayTakeBack(db, mitu, stored(), later)).toBe(false);
  expect(await takeBackStory(db, mitu, which, later)).toMatchObject({ code: 'in-other-hands' });
});

test('what an editor has filed in its writer’s name stays with them', async () => {
  const { db, mitu, editor, which, stored } = await aFiledStory();
  await returnStory(db, editor, which, now);
  await fileStory(db, editor, { ...which, basedOn: 3 }, now);
  expect(mayTakeBack(db, mitu, stored(), now)).toBe(false);
  expect(await takeBackStory(db, mitu, { ...which, basedOn: 4 }, now)).toMatchObject({
    code: 'in-other-hands',
  });
});
