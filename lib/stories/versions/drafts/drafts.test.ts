import { expect, test } from 'vitest';
import { storyDrafts } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { storyFormValues } from '@/lib/stories/fields/story-form';
import { type StoryInput, storyInput } from '@/lib/stories/testing/story-input';
import { editStory } from '@/lib/stories/workflow/edit-story';
import { deleteDrafts, parseDraftRefs } from './delete-drafts';
import { parseDraftInput } from './draft-input';
import { recoverableDrafts } from './recoverable-drafts';
import { saveDraft } from './save-draft';

const now = new Date('2026-11-24T07:00:00Z');
const tab = 'aaaaaaaa';
const written = storyInput({ body: 'প্রথম।\n\nদ্বিতীয়।' });
const formValues = (input: StoryInput) => storyFormValues(storyInput({ body: 'প্রথম।\n\nদ্বিতীয়।', ...input }));

async function aNewsroom() {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const { id: storyId } = aStory(db, { state: 'draft', createdBy: mitu.id });
  await editStory(db, mitu, { ...written, storyId, basedOn: 1 }, now);
  const draft = { storyId, tab, basedOn: 2, stroke: 1, fields: formValues({ headline: 'না-রাখা শিরোনাম' }) };
  return { db, mitu, storyId, draft };
}

test('what was typed and not saved is offered back to whoever typed it, with where it differs', async () => {
  const { db, mitu, storyId, draft } = await aNewsroom();
  await saveDraft(db, mitu, draft, now);

  expect(await recoverableDrafts(db, mitu, storyId)).toEqual([
    {
      tab,
      stroke: 1,
      basedOn: 2,
      savedAt: now,
      values: expect.objectContaining({ headline: 'না-রাখা শিরোনাম' }),
      differences: [{ field: 'headline', before: written.headline, after: 'না-রাখা শিরোনাম' }],
    },
  ]);
});

test('a draft is nobody else’s: not the chief’s, nor anybody’s who may edit the story', async () => {
  const { db, mitu, storyId, draft } = await aNewsroom();
  await saveDraft(db, mitu, draft, now);
  for (const role of ['chief', 'editor', 'reporter'] as const) {
    const other = aMember(db, role, 'রহিম');
    expect(await recoverableDrafts(db, other, storyId)).toEqual([]);
    await saveDraft(db, other, { ...draft, fields: formValues({ headline: 'অন্যের' }), stroke: 9 }, now);
    await deleteDrafts(db, other, { storyId, drafts: [{ tab, stroke: 99 }] });
  }
  expect(await recoverableDrafts(db, mitu, storyId)).toMatchObject([{ values: { headline: 'না-রাখা শিরোনাম' } }]);
});

test('the last stroke counts, whenever it arrives and whatever the clocks say', async () => {
  const { db, mitu, storyId, draft } = await aNewsroom();
  const anHourAgo = new Date(now.getTime() - 3_600_000);
  await saveDraft(db, mitu, { ...draft, stroke: 5, fields: formValues({ headline: 'পঞ্চম' }) }, now);
  await saveDraft(db, mitu, { ...draft, stroke: 4, fields: formValues({ headline: 'চতুর্থ' }) }, now);
  expect(await recoverableDrafts(db, mitu, storyId)).toMatchObject([{ values: { headline: 'পঞ্চম' } }]);

  await saveDraft(db, mitu, { ...draft, stroke: 6, fields: formValues({ headline: 'ষষ্ঠ' }) }, anHourAgo);
  expect(await recoverableDrafts(db, mitu, storyId)).toMatchObject([{ values: { headline: 'ষষ্ঠ' } }]);
});

test('two tabs of one person keep a text each', async () => {
  const { db, mitu, storyId, draft } = await aNewsroom();
  await saveDraft(db, mitu, draft, now);
  await saveDraft(db, mitu, { ...draft, tab: 'bbbbbbbb', fields: formValues({ kicker: 'ঘাট' }) }, now);
  expect(await recoverableDrafts(db, mitu, storyId)).toHaveLength(2);
});

test('a draft that the story holds by now is dropped, one that was typed on since is not', async () => {
  const { db, mitu, storyId, draft } = await aNewsroom();
  await saveDraft(db, mitu, draft, now);
  await editStory(db, mitu, { ...written, headline: 'না-রাখা শিরোনাম', storyId, basedOn: 2 }, now);
  await editStory(db, mitu, { ...written, headline: 'না-রাখা শিরোনাম', kicker: 'পরে', storyId, basedOn: 3 }, now);
  expect(await recoverableDrafts(db, mitu, storyId)).toEqual([]);
  expect(db.select().from(storyDrafts).all()).toEqual([]);

  await saveDraft(db, mitu, { ...draft, stroke: 7 }, now);
  await deleteDrafts(db, mitu, { storyId, drafts: [{ tab, stroke: 6 }] });
  expect(db.select().from(storyDrafts).all()).toHaveLength(1);
});

test('a name that was added to a list which another has changed meanwhile is offered too', async () => {
  const { db, mitu, storyId, draft } = await aNewsroom();
  await saveDraft(db, mitu, { ...draft, fields: formValues({ topics: ['ফেরি', 'আমার বিষয়'] }) }, now);
  await editStory(
    db,
    aMember(db, 'editor', 'রহিম'),
    { ...written, topics: ['তাঁর বিষয়'], storyId, basedOn: 2 },
    now,
  );
  const [offer] = await recoverableDrafts(db, mitu, storyId);
  expect(offer?.differences).toMatchObject([{ field: 'topics', before: 'তাঁর বিষয়' }]);
  expect(offer?.differences[0]?.after).toContain('আমার বিষয়');
});

test.each([
  ['a block that nobody knows', JSON.stringify({ type: 'doc', content: [{ type: 'odd', text: 'কথা আছে' }] })],
  ['half a document', '{"type":"doc","content":[{"text":"কথা আছে'],
])('words in %s are offered and never dropped, though no story could hold them', async (_, bodyDoc) => {
  const { db, mitu } = await aNewsroom();
  await saveDraft(db, mitu, { storyId: 0, tab, basedOn: 0, stroke: 1, fields: { bodyDoc } }, now);
  for (const _look of [1, 2]) {
    const [offer] = await recoverableDrafts(db, mitu, 0);
    expect(offer?.values.bodyDoc).toBe(bodyDoc);
    expect(offer?.differences[0]?.after).toContain('কথা আছে');
  }
});

test('a story that is not made yet has its drafts too, an empty form none', async () => {
  const { db, mitu } = await aNewsroom();
  const blank = {
    storyId: 0,
    tab,
    basedOn: 0,
    stroke: 1,
    fields: { headline: '', body: ' \n', comments: 'open' },
  };
  await saveDraft(db, mitu, blank, now);
  expect(await recoverableDrafts(db, mitu, 0)).toEqual([]);

  await saveDraft(db, mitu, { ...blank, fields: { headline: 'নতুন খবর' } }, now);
  expect(await recoverableDrafts(db, mitu, 0)).toMatchObject([
    { differences: [{ field: 'headline', before: '', after: 'নতুন খবর' }] },
  ]);
});

test('a moderator, who writes no stories, keeps none', async () => {
  const { db, draft } = await aNewsroom();
  expect(await saveDraft(db, aMember(db, 'moderator'), draft, now)).toMatchObject({ code: 'forbidden' });
});

test.each([
  [null],
  ['text'],
  [{}],
  [{ member: 1, storyId: 1, tab: '../x', basedOn: 1, stroke: 1, fields: {} }],
  [{ member: 1, storyId: -1, tab, basedOn: 1, stroke: 1, fields: {} }],
  [{ member: 1, storyId: 1, tab, basedOn: 1, stroke: 0, fields: {} }],
  [{ member: 1, storyId: 1, tab, basedOn: 1, stroke: 1.5, fields: {} }],
  [{ member: 1, storyId: 1, tab, basedOn: 1, stroke: 1, fields: { headline: 7 } }],
  [{ member: 1, storyId: 1, tab, basedOn: 1, stroke: 1, fields: { [`${'x'.repeat(61)}`]: '' } }],
])('%j is nothing to keep', (sent) => {
  expect(parseDraftInput(sent)).toBeNull();
});

test('references to drafts are read out of a form, and nothing else is', () => {
  expect(parseDraftRefs(`${tab}.7  bbbbbbbb.12 x.1 ${tab}.0 ${tab}.`)).toEqual([
    { tab, stroke: 7 },
    { tab: 'bbbbbbbb', stroke: 12 },
  ]);
});
