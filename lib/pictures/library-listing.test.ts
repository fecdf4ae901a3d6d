import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { type LibraryListing, libraryListing } from '@/db/queries/media/pictures';
import { pictures } from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { queryPlans } from '@/db/testing/query-plans';
import { searchKeysOf, wantedKeys } from './picture-words';

const DAY = 86_400_000;
const at = (day: number) => new Date(Date.UTC(2026, 10, day));

function aPicture(db: Connection, overrides: Partial<typeof pictures.$inferInsert> = {}) {
  const words = { caption: 'নদীর ঘাট', credit: 'মিতু', alt: 'ঘাটে নৌকা' };
  return db
    .insert(pictures)
    .values({
      sha256: crypto.randomUUID(),
      ...{ width: 1600, height: 900, mime: 'image/jpeg', bytes: 1, variants: [] },
      ...{ ...words, searchKeys: searchKeysOf(words), createdAt: at(20) },
      ...overrides,
    })
    .returning({ id: pictures.id })
    .all()[0]?.id as number;
}

const idsOf = async (db: Connection, asked: Omit<LibraryListing, 'origin' | 'limit'>, limit = 10) =>
  (await libraryListing(db, { origin: 'desk', limit, ...asked })).map(({ id }) => id);

test('a picture is found by its words as soon as they are said, changed or gone', async () => {
  const db = newsroom();
  const river = aPicture(db);
  const both = { caption: 'নদীতে সেতু', credit: 'মিতু', alt: '' };
  const bridge = aPicture(db, { ...both, searchKeys: searchKeysOf(both) });
  aPicture(db, { origin: 'reader' });
  const words = (text: string) => ({ words: wantedKeys(text) });

  expect(await idsOf(db, words('নদী'))).toEqual([bridge, river]);
  expect(await idsOf(db, words('সেতুর'))).toEqual([bridge]);
  expect(await idsOf(db, words('নদী সেতু'))).toEqual([bridge]);
  expect(await idsOf(db, words('নৌ'))).toEqual([river]);
  expect(await idsOf(db, { ...words('নদী'), before: bridge })).toEqual([river]);
  expect(await idsOf(db, words('"'))).toEqual([bridge, river]);

  const anew = { caption: 'পাহাড়', credit: 'মিতু', alt: '' };
  db.update(pictures)
    .set({ ...anew, searchKeys: searchKeysOf(anew) })
    .where(eq(pictures.id, bridge))
    .run();
  expect(await idsOf(db, words('সেতু'))).toEqual([]);
  expect(await idsOf(db, words('পাহাড়'))).toEqual([bridge]);
  db.delete(pictures).where(eq(pictures.id, bridge)).run();
  expect(await idsOf(db, words('পাহাড়'))).toEqual([]);
  db.run("insert into picture_search(picture_search, rank) values ('integrity-check', 1)");
});

test('words that fill a page are meant as they stand; fewer may be beginnings', async () => {
  const db = newsroom();
  const member = aMember(db, 'editor');
  const said = (caption: string, more: Partial<typeof pictures.$inferInsert> = {}) =>
    aPicture(db, { caption, searchKeys: searchKeysOf({ caption, credit: '', alt: '' }), ...more });
  const rivers = Array.from({ length: 47 }, () => said('নদীর ছবি'));
  const port = said('নদীবন্দর', { uploadedBy: member.id });
  const words = { words: wantedKeys('নদী') };
  expect(await idsOf(db, words, 50)).toEqual([port, ...rivers.toReversed()]);

  const last = said('নদীতে নৌকা');
  expect(await idsOf(db, words, 50)).toEqual([last, ...rivers.toReversed()]);
  expect(await idsOf(db, { words: wantedKeys('নদীবন্দ') })).toEqual([port]);
  // Among one's own there are not as many.
  expect(await idsOf(db, { ...words, uploadedBy: member.id })).toEqual([port]);
});

test('within days they stand in the order of when they were taken, page after page', async () => {
  const db = newsroom();
  const first = aPicture(db, { takenAt: at(12) });
  const second = aPicture(db, { takenAt: at(14) });
  const third = aPicture(db, { createdAt: at(13) });
  const fourth = aPicture(db, { takenAt: at(12) });
  aPicture(db, { takenAt: at(16) });
  const days = { from: at(12), to: new Date(at(15).getTime()) };

  expect(await idsOf(db, days)).toEqual([second, third, fourth, first]);
  expect(await idsOf(db, { ...days, before: third }, 1)).toEqual([fourth]);
  expect(await idsOf(db, { ...days, before: fourth })).toEqual([first]);
  expect(await idsOf(db, { ...days, to: new Date(at(12).getTime() + DAY) })).toEqual([fourth, first]);
});

test('a member finds their own, and what lacks words', async () => {
  const db = newsroom();
  const member = aMember(db, 'editor');
  const bare = aPicture(db, { uploadedBy: member.id, alt: '' });
  const whole = aPicture(db, { uploadedBy: member.id });
  aPicture(db);

  expect(await idsOf(db, { uploadedBy: member.id })).toEqual([whole, bare]);
  expect(await idsOf(db, { isUnfinished: true })).toEqual([bare]);
  expect(await idsOf(db, { isUnfinished: true, uploadedBy: member.id })).toEqual([bare]);
});

test.each<[string, Omit<LibraryListing, 'origin' | 'limit'>, string]>([
  ['all', {}, 'pictures_by_origin (origin=?)'],
  ['words', { words: [['নদী']] }, 'SCAN picture_search VIRTUAL TABLE'],
  ['one’s own', { uploadedBy: 1 }, 'pictures_of_uploader (uploaded_by=?)'],
  ['unfinished', { isUnfinished: true }, 'pictures_unfinished (origin=?)'],
  ['days', { from: at(1), to: at(2) }, 'pictures_by_moment (<expr>>? AND <expr><?)'],
])('%s: a walk along an index, nothing is sorted', async (_, asked, walk) => {
  const db = newsroom();
  const plan = (await queryPlans(db, () => libraryListing(db, { origin: 'desk', limit: 10, ...asked }))).at(
    -1,
  );
  expect(plan).toContain(walk);
  expect(plan).not.toContain('TEMP B-TREE');
});
