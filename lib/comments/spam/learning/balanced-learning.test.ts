import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { spamLessons } from '@/db/schema';
import { aComment, aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { isKnownContact } from '../contact-tokens';
import { tokensOf } from '../tokens';
import { learntOdds, listedOdds } from './bayes';
import { learnFrom, unlearn } from './learn';
import { MOST_OF_DAY, MOST_OF_MODERATOR } from './lesson-limits';
import { wordCountsOf } from './word-counts';

const monday = new Date('2026-11-23T06:00:00Z');
const day = (n: number) => new Date(monday.getTime() + n * 86_400_000);

const loan = {
  name: 'সহজ লোন',
  website: '',
  body: 'জামানত ছাড়া লোন নিন, সুদ কম। যোগাযোগ করুন ০১৯১১-২২৩৩৪৪',
};
const good = [
  'চালের দাম কমাতে গুদামে অভিযান চালানো দরকার।',
  'সেতুর কাজ তিন বছরেও শেষ হয়নি, যোগাযোগ ব্যবস্থা ভেঙে পড়েছে।',
  'কৃষকের লোন মওকুফের কথা কেউ বলছেন না।',
  'ব্যাংকের সুদ কমলে ছোট ব্যবসায়ীরা বাঁচেন।',
];

interface Taught {
  text: { name: string; website: string; body: string };
  verdict: 'spam' | 'ham';
  at: Date;
  staffId?: number;
}

/** A newsroom whose moderators have decided these, in this order. */
async function taught(lessons: readonly Taught[]): Promise<Connection> {
  const db = newsroom();
  const storyId = aStory(db).id;
  const staffId = aMember(db, 'moderator').id;
  for (const [n, { text, verdict, at, ...by }] of lessons.entries()) {
    const { id } = aComment(db, { storyId, email: `r${n}@example.com`, bodyHash: `b${n}`, ...text });
    await tx(db, (t) => learnFrom(t, { id, ...text }, { verdict, at, staffId: by.staffId ?? staffId }));
  }
  return db;
}

const approvals = (count: number, at: (n: number) => Date): Taught[] =>
  Array.from({ length: count }, (_, n) => ({
    text: { name: 'রহিম', website: '', body: good[n % good.length] ?? '' },
    verdict: 'ham',
    at: at(n),
  }));

const scoreOf = (db: Connection, text = loan) => {
  const words = tokensOf(text);
  return listedOdds(words, true) + learntOdds(words, wordCountsOf(db, words));
};

test('39 approvals and one spam of a morning take nothing from an obvious advertisement, in whatever order', async () => {
  const before = scoreOf(newsroom());
  expect(before).toBeGreaterThan(2);
  const spam: Taught = { text: { name: 'ক', website: '', body: 'বাজি ধরুন' }, verdict: 'spam', at: monday };
  for (const position of [0, 20, 39]) {
    const lessons = approvals(39, () => monday);
    lessons.splice(position, 0, spam);
    expect(scoreOf(await taught(lessons))).toBeGreaterThanOrEqual(before);
  }
});

test('not even weeks of approvals take more than a bounded part of it', async () => {
  const before = scoreOf(newsroom());
  const spam = Array.from(
    { length: 5 },
    (_, n): Taught => ({
      text: { name: 'ক', website: '', body: `বাজি ধরুন ${n}` },
      verdict: 'spam',
      at: day(n),
    }),
  );
  const db = await taught([...approvals(120, (n) => day(n % 12)), ...spam]);
  expect(scoreOf(db)).toBeGreaterThanOrEqual(before - 1.5);
});

test('what is called spam on several days is known by its words, and by its number at once', async () => {
  const other = { name: 'নতুন অফার', website: '', body: 'পুরোনো কয়েন কিনি, ছবি পাঠান 01911-223344' };
  const lessons = [0, 1, 2, 3].flatMap((n): Taught[] => [
    ...Array.from({ length: 5 }, (): Taught => ({ text: other, verdict: 'spam', at: day(n) })),
    ...approvals(5, () => day(n)),
  ]);
  const db = await taught(lessons);
  const similar = { name: 'কয়েন', website: '', body: 'পুরোনো কয়েন কিনি' };
  expect(learntOdds(tokensOf(similar), wordCountsOf(db, tokensOf(similar)))).toBeGreaterThan(1);
  const fresh = { name: 'অন্য কেউ', website: '', body: 'আলোচনা চাইলে +8801911223344' };
  expect(isKnownContact(tokensOf(fresh), wordCountsOf(db, tokensOf(fresh)))).toBe(true);
  const cited = { name: 'পাঠক', website: '', body: 'সূত্র: https://www.bbc.com/bengali' };
  expect(isKnownContact(tokensOf(cited), wordCountsOf(db, tokensOf(cited)))).toBe(false);
});

test('one moderator and one day teach so much and no more', async () => {
  const lesson = (n: number, at: Date, staffId?: number): Taught => ({
    text: { ...loan, body: `${loan.body} ${n}` },
    verdict: 'spam',
    at,
    ...(staffId && { staffId }),
  });
  const counted = (db: Connection) => wordCountsOf(db, ['phone:']).comments.spam;
  const alone = await taught(Array.from({ length: 30 }, (_, n) => lesson(n, monday)));
  expect(counted(alone)).toBe(MOST_OF_MODERATOR);
  expect(alone.select().from(spamLessons).all()).toHaveLength(30);

  const db = newsroom();
  const storyId = aStory(db).id;
  const staff = ['ক', 'খ', 'গ', 'ঘ'].map((name) => aMember(db, 'moderator', name).id);
  for (let n = 0; n < 80; n += 1) {
    const { text, verdict, at } = lesson(n, monday);
    const { id } = aComment(db, { storyId, email: `r${n}@example.com`, bodyHash: `b${n}`, ...text });
    const staffId = staff[n % staff.length] ?? 0;
    await tx(db, (t) => learnFrom(t, { id, ...text }, { verdict, at, staffId }));
  }
  expect(counted(db)).toBe(MOST_OF_DAY);
});

test('a lesson that is taken back leaves the counts as if it had not been', async () => {
  const db = await taught([...approvals(3, () => monday), { text: loan, verdict: 'spam', at: monday }]);
  const spam = db
    .select()
    .from(spamLessons)
    .all()
    .find(({ verdict }) => verdict === 'spam');
  const lesson = { id: spam?.commentId ?? 0, ...loan };
  await tx(db, (t) => unlearn(t, lesson, 'spam'));
  const { comments, words } = wordCountsOf(db, tokensOf(loan));
  expect(comments).toEqual({ spam: 0, ham: 3 });
  expect(words.get('phone:')).toMatchObject({ spam: 0 });
});
