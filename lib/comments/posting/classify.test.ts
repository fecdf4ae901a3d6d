import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { bans, commenters, comments, moderationRules, sections, settings } from '@/db/schema';
import { aComment, aKnownWriter, aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { appealBan } from '../bans/appeal-ban';
import type { CommentDraft } from './comment-draft';
import { keyedHash } from './keyed-hash';
import { postComment } from './post-comment';
import type { CommentSignals } from './signals';

const noon = new Date('2026-11-24T06:00:00Z');
const days = (count: number) => new Date(noon.getTime() + count * 86_400_000);
const advertisement =
  'ঘরে বসে ইনকাম করুন, রেজিস্ট্রেশন বোনাস ৫০০ টাকা। টেলিগ্রাম t.me/income ক্লিক https://a.example https://b.example';
/** Some weight, not much: one number to call. */
const grey = 'হাটের ইজারাদারের নম্বর ০১৭১২-৩৪৫৬৭৮, তাঁকেই জিজ্ঞেস করুন।';

function withKnownWriter() {
  const db = newsroom();
  const story = aStory(db);
  aKnownWriter(db);
  return { db, story };
}
const says = (storyId: number, body: string, wishes: Partial<CommentDraft> = {}): CommentDraft => ({
  storyId,
  parentId: null,
  name: 'রহিম',
  email: 'rahim@example.com',
  website: '',
  body,
  trap: '',
  ...wishes,
});
const sent: CommentSignals = { network: 'a1', device: 'd1', form: { kind: 'right', ageMs: 60_000 } };
const last = (db: Connection) => db.select().from(comments).all().at(-1);

test('an advertisement goes to the spam, with all that spoke for it, and its writer is told nothing of it', async () => {
  const { db, story } = withKnownWriter();
  expect(await postComment(db, says(story.id, advertisement), sent, noon)).toMatchObject({
    value: { isVisible: false },
  });
  expect(last(db)).toMatchObject({ state: 'spam', device: 'd1' });
  expect(last(db)?.heldBecause).toContain('suspicious');
  expect(last(db)?.signals.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['words', 'links', 'contact']),
  );
  expect(db.select().from(commenters).get()).toMatchObject({ approved: 1, hidden: 1 });
});

test('in the grey: held without a script, asked for a sum with one, let through when it is done', async () => {
  const { db, story } = withKnownWriter();
  db.insert(settings).values({ key: 'spamGreyFrom', value: 1 }).run();
  const before = db.select().from(comments).all().length;

  expect(await postComment(db, says(story.id, grey), { ...sent, proofOfWork: 'offered' }, noon)).toEqual(
    refused('work'),
  );
  expect(db.select().from(comments).all()).toHaveLength(before);
  expect(await postComment(db, says(story.id, grey), { ...sent, proofOfWork: 'done' }, noon)).toMatchObject({
    value: { isVisible: true },
  });
  await postComment(db, says(story.id, `${grey} আবার`), sent, noon);
  expect(last(db)).toMatchObject({ state: 'held', heldBecause: ['unproven'] });
});

test('no sum lets an advertisement through', async () => {
  const { db, story } = withKnownWriter();
  await postComment(db, says(story.id, advertisement), { ...sent, proofOfWork: 'done' }, noon);
  expect(last(db)?.state).toBe('spam');
});

test.each([
  ['lenient', 'visible', []],
  ['usual', 'held', ['first-comment']],
  ['strict', 'held', ['strict-section', 'first-comment']],
] as const)(
  "a stranger's comment in a section that is %s stands %s",
  async (strictness, state, heldBecause) => {
    const db = newsroom();
    db.update(sections).set({ strictness }).run();
    await postComment(db, says(aStory(db).id, 'ভালো লেগেছে।'), sent, noon);
    expect(last(db)).toMatchObject({ state, heldBecause });
  },
);

test("the newsroom's rules hold, and hide", async () => {
  const { db, story } = withKnownWriter();
  const rule = { kind: 'words', name: 'গালি', isOn: true } as const;
  db.insert(moderationRules)
    .values({ ...rule, pattern: 'দালাল', effect: 'hold' })
    .run();
  db.insert(moderationRules)
    .values({ ...rule, pattern: 'চোর', effect: 'hide' })
    .run();
  await postComment(db, says(story.id, 'সব দালালদের কাজ'), sent, noon);
  expect(last(db)).toMatchObject({ state: 'held', heldBecause: ['rule-words'] });
  await postComment(db, says(story.id, 'ওরা চোর'), sent, noon);
  expect(last(db)).toMatchObject({ state: 'hidden', heldBecause: ['rule-words'] });
});

test.each(['wrong', 'old'] as const)('a form that is %s is refused, and nothing is kept', async (kind) => {
  const { db, story } = withKnownWriter();
  expect(
    await postComment(
      db,
      says(story.id, 'নতুন', { email: 'x@example.com' }),
      { ...sent, form: { kind } },
      noon,
    ),
  ).toEqual(refused('form-old'));
  expect(db.select().from(commenters).all()).toHaveLength(1);
});

test('words that another address has said already are held under a lenient section too', async () => {
  const { db, story } = withKnownWriter();
  db.update(sections).set({ strictness: 'lenient' }).run();
  const body = 'এই এলাকার সব ফ্ল্যাট বিক্রি করছে একটি মাত্র কোম্পানি, দেখতে আসুন আমাদের অফিসে আজকেই সবাই।';
  await postComment(db, says(story.id, body, { email: 'a@example.com' }), { ...sent, device: 'd2' }, noon);
  await postComment(db, says(story.id, body, { email: 'b@example.com' }), { ...sent, device: 'd3' }, noon);
  expect(last(db)?.signals).toContainEqual({ code: 'copy-of-other', weight: 4 });
  expect(last(db)).toMatchObject({ state: 'held', heldBecause: ['unproven'] });
});

test('the sixty-first within ten minutes is refused, from one address, device or network alike', async () => {
  const { db, story } = withKnownWriter();
  const many = (wishes: object, count: number) => {
    for (let at = 0; at < count; at += 1)
      aComment(db, {
        storyId: story.id,
        bodyHash: `${JSON.stringify(wishes)}${at}`,
        body: `${at}`,
        createdAt: noon,
        email: `m${at}@example.com`,
        ...wishes,
      });
  };
  many({ email: 'rahim@example.com' }, 60);
  const strange = { ...sent, device: 'd5' };
  expect(await postComment(db, says(story.id, 'আরও'), strange, noon)).toEqual(refused('too-many'));
  // Strangers who type its address do not silence a known writer.
  expect(await postComment(db, says(story.id, 'আমি নিজে'), sent, noon)).toMatchObject({ ok: true });
  many({ device: 'd9' }, 60);
  const other = says(story.id, 'আরও', { email: 'new@example.com' });
  expect(await postComment(db, other, { ...sent, device: 'd9' }, noon)).toEqual(refused('too-many'));
  many({ network: 'crowd' }, 600);
  const crowd = { network: 'crowd', device: 'd7' };
  expect(await postComment(db, other, crowd, noon)).toEqual(refused('too-many'));
  expect(await postComment(db, other, { ...crowd, isLocal: true }, noon)).toMatchObject({ ok: true });
  expect(
    await postComment(db, says(story.id, 'পরে', { email: 'new@example.com' }), crowd, days(1)),
  ).toMatchObject({ ok: true });
});

test.each([
  ['fourteen days by the settings', {}, 14],
  ['as many as its section says', { section: 2 }, 2],
  ['until its own day', { until: days(30) }, 30],
  ['not at all in a section of no days', { section: 0 }, 0],
])('a story takes comments for %s', async (_, wishes: { section?: number; until?: Date }, open) => {
  const db = newsroom();
  if (wishes.section !== undefined) db.update(sections).set({ commentsDays: wishes.section }).run();
  const { id } = aStory(db, { publishedAt: noon, commentsUntil: wishes.until ?? null });
  const at = (when: Date) => postComment(db, says(id, `কথা ${when.getTime()}`), { network: '' }, when);
  expect(await at(new Date(days(open).getTime()))).toEqual(refused('closed'));
  if (open > 0) expect(await at(new Date(days(open).getTime() - 1))).toMatchObject({ ok: true });
});

test('who is banned is refused and may say once why that is wrong', async () => {
  const { db, story } = withKnownWriter();
  const address = keyedHash('address', 'rahim@example.com', 'key');
  const staffId = aMember(db, 'moderator').id;
  db.insert(bans)
    .values({ kind: 'address', value: address, reason: 'abuse', until: days(7), staffId, createdAt: noon })
    .run();
  const signals = { ...sent, address };

  expect(await postComment(db, says(story.id, 'নতুন'), signals, noon)).toEqual(refused('banned'));
  expect(await appealBan(db, { words: ' ', signals }, noon)).toEqual(refused('empty', 'appeal'));
  expect(await appealBan(db, { words: 'আমি লিখিনি', signals }, noon)).toEqual(done());
  expect(await appealBan(db, { words: 'আবার', signals }, noon)).toEqual(refused('appealed'));
  expect(await appealBan(db, { words: 'আমিও', signals: { network: 'z' } }, noon)).toEqual(
    refused('not-banned'),
  );
  expect(db.select().from(bans).where(eq(bans.value, address)).get()).toMatchObject({
    appeal: 'আমি লিখিনি',
    appealedAt: noon,
  });
  expect(await postComment(db, says(story.id, 'নতুন'), signals, days(7))).toMatchObject({ ok: true });
});
