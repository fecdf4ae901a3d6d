import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { comments, spamWords, staff } from '@/db/schema';
import { aComment, aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { changeCommentState } from '@/lib/comments/desk/change-comment-state';
import { tokensOf } from '../tokens';
import { wordCountsOf } from './word-counts';

const noon = new Date('2026-11-24T06:00:00Z');
const advertisement = 'ঘরে বসে আয় করুন, যোগাযোগ ০১৭১২-৩৪৫৬৭৮, https://taka.example/join';

function learnt(db: Connection) {
  const rows = db.select().from(spamWords).all();
  return {
    all: rows.find(({ word }) => word === ''),
    ad: rows.find(({ word }) => word === 'link:taka.example'),
  };
}

async function turn(db: Connection, to: 'visible' | 'hidden' | 'spam' | 'held', reason = '') {
  const moderator = aMember(db, 'moderator', `${to} ${db.select().from(staff).all().length}`);
  const [comment] = db.select().from(comments).all();
  const basedOn = comment?.version ?? 0;
  return tx(db, (t) =>
    changeCommentState(t, moderator, { commentId: 1, basedOn, to, verb: 'hide-comment', reason }, noon),
  );
}

function anAdvertisement() {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, body: advertisement, state: 'held' });
  return db;
}

test('what a moderator calls spam is learnt, word by word', async () => {
  const db = anAdvertisement();
  await turn(db, 'spam');
  expect(learnt(db)).toMatchObject({ all: { spam: 1, ham: 0 }, ad: { spam: 1, ham: 0 } });
});

test('a decision that is turned round is unlearnt and learnt anew', async () => {
  const db = anAdvertisement();
  await turn(db, 'spam');
  await turn(db, 'visible');
  expect(learnt(db)).toMatchObject({ all: { spam: 0, ham: 1 }, ad: { spam: 0, ham: 1 } });
});

test('a decision that is undone leaves the filter as it was', async () => {
  const db = anAdvertisement();
  await turn(db, 'hidden', 'ad');
  expect(learnt(db)).toMatchObject({ all: { spam: 1 } });
  await turn(db, 'held');
  expect(learnt(db)).toMatchObject({ all: { spam: 0, ham: 0 }, ad: { spam: 0, ham: 0 } });
});

test('an insult teaches nothing of advertisements', async () => {
  const db = anAdvertisement();
  await turn(db, 'hidden', 'abuse');
  expect(learnt(db)).toEqual({ all: undefined, ad: undefined });
});

test('the counts are asked for by the words of a text', async () => {
  const db = anAdvertisement();
  await turn(db, 'spam');
  const words = tokensOf({ name: 'করিম', website: '', body: `${advertisement} আজই` });
  const known = await tx(db, () => wordCountsOf(db, words));
  expect(known).toMatchObject({ comments: { spam: 1, ham: 0 }, days: { spam: 1, ham: 0 } });
  expect(known.words.get('phone:')).toMatchObject({ spam: 1 });
});

test.each([
  ['বিকাশের নম্বর', 'বিকাশ', true],
  ['ＴＡＫＡ', 'taka', true],
  ['বি\u200Bকাশ', 'বিকাশ', true],
  ['বিকাশ', 'from:বিকাশ', false],
  ['ফোন 01812345678', 'phone:', true],
  ['৫০০ টাকা', '#3', true],
])('%j has the word %j: %s', (body, word, has) => {
  expect(tokensOf({ name: 'ক', website: '', body }).includes(word)).toBe(has);
});

test('a text of a hundred thousand words is asked no more than a short one', () => {
  const body = Array.from({ length: 20_000 }, (_, at) => `শব্দ${at}`).join(' ');
  expect(tokensOf({ name: 'ক', website: '', body })).toHaveLength(150);
});
