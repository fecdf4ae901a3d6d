import { expect, test } from 'vitest';
import { latestComments } from '@/db/queries/discussion/moderation-rules';
import { auditEntries, moderationRules, sections } from '@/db/schema';
import { aComment, aMember, aStory } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { refused } from '@/lib/result';
import { previewRule } from './preview-rule';
import { type RuleDraft, ruleDraftIn, ruleFault } from './rule-form';
import { saveRule } from './save-rule';
import { setStrictness } from './set-strictness';

const now = new Date('2026-11-24T06:00:00Z');
const draft = (more: Partial<RuleDraft> = {}): RuleDraft => ({
  id: null,
  basedOn: 0,
  kind: 'words',
  name: 'গালি',
  pattern: 'চোর\nবাটপার',
  effect: 'hold',
  sectionId: null,
  isOn: true,
  ...more,
});

test('a rule is made and changed, and the audit has it before and after', async () => {
  const db = newsroom();
  const sumi = aMember(db, 'moderator');
  expect(await saveRule(db, sumi, draft(), now)).toMatchObject({ value: { id: 1 } });
  const changed = draft({ id: 1, basedOn: 1, effect: 'hide', isOn: false });
  expect(await saveRule(db, sumi, changed, now)).toMatchObject({ ok: true });

  expect(db.select().from(moderationRules).all()).toMatchObject([
    { effect: 'hide', isOn: false, version: 2 },
  ]);
  expect(audited(db)).toEqual(['make-rule rule:1', 'change-rule rule:1']);
  expect(db.select().from(auditEntries).all()[1]).toMatchObject({
    before: { effect: 'hold', isOn: true },
    after: { effect: 'hide', isOn: false },
  });
});

test('who changes an older rule is told, and what stands stays', async () => {
  const db = newsroom();
  const sumi = aMember(db, 'moderator');
  await saveRule(db, sumi, draft(), now);
  await saveRule(db, sumi, draft({ id: 1, basedOn: 1, pattern: 'ঠগ' }), now);
  const late = draft({ id: 1, basedOn: 1, pattern: 'অন্য' });
  expect(await saveRule(db, sumi, late, now)).toEqual(refused('stale'));
  expect(db.select().from(moderationRules).get()).toMatchObject({ pattern: 'ঠগ', version: 2 });
});

const manyWords = Array.from({ length: 2001 }, (_, n) => `শব্দ${n}`).join('\n');

test.each<[string, Partial<RuleDraft>, object]>([
  ['no name', { name: '' }, { code: 'no-name', field: 'name' }],
  ['no words', { pattern: '# শুধু টীকা' }, { code: 'no-words', field: 'pattern' }],
  ['signs for words', { pattern: '!!!' }, { code: 'no-words' }],
  ['too many words', { pattern: manyWords }, { code: 'too-many-words' }],
  ['a word as long as a book', { pattern: 'ক'.repeat(101) }, { code: 'word-too-long' }],
  ['links, in words', { kind: 'links', pattern: 'দুই' }, { code: 'no-number' }],
  ['an hour that is none', { kind: 'quiet-hours', pattern: '23-25' }, { code: 'no-hours' }],
  ['no such rule', { id: 99, basedOn: 1 }, { code: 'unknown-rule' }],
  ['no such section', { sectionId: 99 }, { code: 'unknown-section', field: 'sectionId' }],
])('%s: refused, and nothing kept', async (_, more, refusal) => {
  const db = newsroom();
  expect(await saveRule(db, aMember(db, 'moderator'), draft(more), now)).toMatchObject(refusal);
  expect(db.select().from(moderationRules).all()).toEqual([]);
});

test('a reporter makes no rule and is no judge of strictness', async () => {
  const db = newsroom();
  const reporter = aMember(db, 'reporter');
  const wish = { sectionId: 1, strictness: 'strict' };
  expect(await saveRule(db, reporter, draft(), now)).toEqual(refused('forbidden'));
  expect(await setStrictness(db, reporter, wish)).toEqual(refused('forbidden'));
});

test('the form is read as it would be saved: Bengali digits, long dashes, blanks', () => {
  const form = new FormData();
  const typed = { kind: 'quiet-hours', name: ' রাত ', pattern: '২৩–৬', isOn: '1' };
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  const read = ruleDraftIn(form);
  expect(read).toMatchObject({
    kind: 'quiet-hours',
    name: 'রাত',
    pattern: '23-6',
    effect: 'hold',
    isOn: true,
  });
  expect(ruleFault(read)).toBeNull();
});

test('a preview counts what the rule would have held or hidden, and what it would have wronged', async () => {
  const db = newsroom();
  const story = aStory(db, { section: 'sports' });
  const said = (body: string, more = {}) => aComment(db, { storyId: story.id, body, ...more });
  said('রেফারি চোর', { email: 'a@example.com' });
  said('চোরদের বিচার চাই', { state: 'hidden', email: 'b@example.com' });
  said('ভালো খেলা', { email: 'a@example.com' });
  said('বার্তাকক্ষ: চোর ধরা পড়েছে', { fromNewsroom: true, email: 'c@example.com' });
  const past = await latestComments(db, 1000);
  const tried = (rule: RuleDraft, before: RuleDraft | null = null) =>
    previewRule({ ...rule, id: 1 }, before && { ...before, id: 1 }, past);

  const preview = tried(draft());
  expect(preview).toMatchObject({ looked: 3, held: 2, hidden: 0, visibleToday: 1 });
  expect(preview.met.map(({ words }) => words)).toEqual([['চোর'], ['চোর']]);

  expect(tried(draft({ kind: 'first-timers', pattern: '' }))).toMatchObject({ held: 2 });
  expect(tried(draft({ pattern: 'বাটপার' }), draft())).toMatchObject({ held: 0, freed: 2 });
  expect(tried(draft({ sectionId: 1 }), draft())).toMatchObject({ held: 0, freed: 2 });
  expect(tried(draft({ effect: 'hide', isOn: false }))).toMatchObject({ hidden: 2 });
});

test('a section’s strictness is set, once, with its audit', async () => {
  const db = newsroom();
  const sumi = aMember(db, 'moderator');
  const set = (sectionId: number, strictness: string) =>
    setStrictness(db, sumi, { sectionId, strictness }, now);
  expect(await set(3, 'strict')).toMatchObject({ ok: true });
  await set(3, 'strict');
  expect(db.select().from(sections).all()[2]).toMatchObject({ strictness: 'strict' });
  expect(audited(db)).toEqual(['set-strictness section:sports']);
  expect(await set(3, 'harsh')).toMatchObject({ code: 'unknown-strictness' });
  expect(await set(99, 'usual')).toMatchObject({ code: 'unknown-section' });
});
