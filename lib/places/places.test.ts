import { gzipSync } from 'node:zlib';
import { count, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { districtChoices } from '@/db/queries/stories/desk-stories';
import { districts, storyDistricts } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { queryPlans, statementsIn } from '@/db/testing/query-plans';
import { readSitemapPart } from '@/lib/feeds/sitemap/sitemap-reading';
import { deskSearch } from '@/lib/search/desk-search';
import { parseSearchQuery, readSearch } from '@/lib/search/reading';
import { searchStories } from '@/lib/search/search-stories';
import { fieldsOf } from '@/lib/stories/fields/store-fields';
import { readStory } from '@/lib/stories/for-readers/reading';
import { storyById } from '@/lib/stories/story-row';
import { storyInput } from '@/lib/stories/testing/story-input';
import { createStory } from '@/lib/stories/workflow/create-story';
import { editStory } from '@/lib/stories/workflow/edit-story';
import { publishStory } from '@/lib/stories/workflow/publication/publish-story';
import { codesNamedInEnglish, englishName, knownPlaces } from './known-places';
import { findPlaceInQuery } from './place-query';
import { readDivisions, readPlace, readPlaceMap, readPlaces } from './reading';
import { seedPlaces } from './seed-places';

async function country() {
  const db = newsroom();
  await seedPlaces(db);
  return { db, mitu: aMember(db, 'editor') };
}

async function published(overrides: Parameters<typeof storyInput>[0]) {
  const { db, mitu } = await country();
  const made = await createStory(db, mitu, storyInput(overrides));
  if (!made.ok) throw new Error(`${made.code} ${made.field}`);
  const { storyId } = made.value;
  await publishStory(db, mitu, { storyId, basedOn: 1 });
  const at = async (code: string) => (await readPlace(code, undefined, db))?.stories.map(({ id }) => id);
  return { db, mitu, storyId, at };
}

test('the country has 8 divisions, 64 districts and 495 upazilas, each with a code of its own and a name in both scripts', () => {
  const of = (level: string) => knownPlaces.filter((place) => place.level === level).length;
  expect([of('division'), of('district'), of('upazila')]).toEqual([8, 64, 495]);
  expect(new Set(knownPlaces.map(({ code }) => code)).size).toBe(567);
  for (const { code, name, nameEn } of knownPlaces) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(name).toBe(name.normalize('NFC'));
    expect([name, nameEn].every((one) => one.trim() !== '')).toBe(true);
  }
  expect(englishName('bagerhat-mongla')).toBe('Mongla');
  expect(codesNamedInEnglish('jessore')).toEqual(['jashore']);
});

test('places are laid once, the desk’s names stay, and what a store had before is listed by what holds it', async () => {
  const db = newsroom();
  db.insert(districts)
    .values([
      { code: 'khulna-division', level: 'division', name: 'খুলনা' },
      { code: 'bagerhat', parentCode: 'khulna-division', level: 'district', name: 'বাগেরহাট (শুদ্ধ)' },
    ])
    .run();
  const former = aStory(db, { districtCode: 'bagerhat' });
  db.delete(storyDistricts).run();

  expect(await seedPlaces(db)).toBe(565);
  expect(await seedPlaces(db)).toBe(0);

  expect(db.select({ all: count() }).from(districts).get()?.all).toBe(567);
  expect(db.select().from(districts).where(eq(districts.code, 'bagerhat')).get()?.name).toBe('বাগেরহাট (শুদ্ধ)');
  for (const code of ['bagerhat', 'khulna-division'])
    expect((await readPlace(code, undefined, db))?.stories.map(({ id }) => id)).toEqual([former.id]);
  expect(announced(db)).toEqual([['site']]);
});

test('a story of an upazila stands on its page, its district’s and its division’s, and on no other', async () => {
  const { db, mitu, storyId, at } = await published({ district: 'bagerhat-mongla' });

  for (const code of ['bagerhat-mongla', 'bagerhat', 'khulna-division'])
    expect(await at(code)).toEqual([storyId]);
  for (const code of ['bagerhat-rampal', 'khulna', 'dhaka-division']) expect(await at(code)).toEqual([]);
  expect(await at('atlantis')).toBeUndefined();
  expect((await readStory(storyId, db))?.districts).toEqual([
    { code: 'bagerhat-mongla', name: 'মোংলা' },
    { code: 'bagerhat', name: 'বাগেরহাট' },
  ]);

  await editStory(db, mitu, { ...storyInput({ district: 'sylhet' }), storyId, basedOn: 2 });
  expect([await at('khulna-division'), await at('sylhet-division')]).toEqual([[], [storyId]]);
  expect(announced(db).at(-1)).toEqual(
    expect.arrayContaining([
      'district:bagerhat-mongla',
      'district:khulna-division',
      'district:sylhet-division',
    ]),
  );
});

test('an upazila among the other places is named with its district, and comes back as it was named', async () => {
  const { db, mitu, storyId, at } = await published({
    district: 'dhaka',
    districts: ['কালীগঞ্জ (গাজীপুর)', 'মোংলা', 'রংপুর বিভাগ'],
  });
  expect(await at('gazipur-kaliganj')).toEqual([storyId]);
  expect(await at('jhenaidah')).toEqual([]);
  const story = db.transaction((t) => storyById(t, storyId));
  expect(story && db.transaction((t) => fieldsOf(t, story)).districts).toEqual([
    'কালীগঞ্জ (গাজীপুর)',
    'মোংলা (বাগেরহাট)',
    'রংপুর বিভাগ',
  ]);
  // Three upazilas have that name: which is meant is not guessed.
  const overrides = { ...storyInput({ districts: ['কালীগঞ্জ'] }), storyId, basedOn: 2 };
  expect(await editStory(db, mitu, overrides)).toMatchObject({ code: 'unknown', field: 'districts' });
});

test('the story form offers every place once, upazilas under their districts', async () => {
  const { db } = await country();
  const labels = (await districtChoices(db)).map(({ label }) => label);
  expect(new Set(labels).size).toBe(567);
  expect(labels).toEqual(expect.arrayContaining(['খুলনা বিভাগ', 'খুলনা', 'মোংলা (বাগেরহাট)']));
});

test('search finds a story by its upazila and by the district around it, and narrows to a place of any size', async () => {
  const { db, storyId } = await published({ district: 'bagerhat-mongla', headline: 'জাহাজ ভিড়েছে' });
  const found = async (q: string) => (await searchStories(db, { q })).stories.map(({ id }) => id);
  expect(await found('মোংলায় জাহাজ')).toEqual([storyId]);
  expect(await found('বাগেরহাটে জাহাজ')).toEqual([storyId]);
  expect(await found('খুলনায় জাহাজ')).toEqual([]);

  const within = async (district: string) =>
    readSearch(parseSearchQuery({ q: 'জাহাজ', district }), new Date(), db);
  for (const code of ['bagerhat-mongla', 'bagerhat', 'khulna-division'])
    expect((await within(code)).total).toBe(1);
  expect(await within('sylhet')).toMatchObject({ total: 0, placeName: 'সিলেট' });
  expect(await within('atlantis')).toMatchObject({ total: 1, faults: ['district'] });
  expect(await deskSearch(db, { q: 'জাহাজ', districtCode: 'sylhet' })).toEqual([]);
});

test('divisions and their districts are had without the upazilas, in the same order', async () => {
  const { db } = await country();
  const all = await readPlaces(db);
  expect(await readDivisions(db)).toEqual(
    all.map((division) => ({
      ...division,
      districts: division.districts.map((district) => ({ ...district, upazilas: [] })),
    })),
  );
});

test('a division with a hundred places in it is read by a few seeks, whatever page of it', async () => {
  const { db } = await country();
  for (let minute = 0; minute < 30; minute += 1)
    aStory(db, { districtCode: 'tangail-madhupur', publishedAt: new Date(Date.UTC(2026, 0, 1, 0, minute)) });
  await readPlaces(db);
  const first = await readPlace('dhaka-division', undefined, db);
  expect(first?.stories).toHaveLength(20);

  const before = { publishedAt: new Date(Date.UTC(2026, 0, 1, 0, 10)), id: 11 };
  const older = await readPlace('dhaka-division', before, db);
  expect(older?.stories).toHaveLength(10);
  const read = () => readPlace('dhaka-division', before, db);
  expect((await statementsIn(db, read)).length).toBeLessThanOrEqual(3);
  const [plan] = await queryPlans(db, read);
  expect(plan).toMatch(/SEARCH story_districts USING (COVERING )?INDEX story_districts_listing/);
  expect(plan).not.toContain('TEMP B-TREE');
});

test('the sitemap names all districts, and of the upazilas those with a story', async () => {
  const { db } = await published({ district: 'bagerhat-mongla' });
  const paths = (await readSitemapPart({ kind: 'pages' }, db))?.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['/district/bagerhat', '/district/bagerhat-mongla']));
  expect(paths).not.toContain('/district/bagerhat-rampal');
});

test.each([
  ['nothing chosen', ['', '', '', ''], ''],
  ['a division alone', ['khulna-division', '', '', ''], 'khulna-division'],
  ['a district out of all', ['', 'bagerhat', '', ''], 'bagerhat'],
  ['a district in the division', ['khulna-division', 'bagerhat', '', 'khulna-division'], 'bagerhat'],
  [
    'an upazila of the district',
    ['khulna-division', 'bagerhat', 'bagerhat-mongla', 'bagerhat'],
    'bagerhat-mongla',
  ],
  ['another division than the district’s', ['dhaka-division', 'bagerhat', '', 'bagerhat'], 'dhaka-division'],
  [
    'another district than the upazila’s',
    ['khulna-division', 'khulna', 'bagerhat-mongla', 'bagerhat-mongla'],
    'khulna',
  ],
  ['all upazilas again', ['khulna-division', 'bagerhat', '', 'bagerhat-mongla'], 'bagerhat'],
  ['all districts again', ['khulna-division', '', '', 'bagerhat'], 'khulna-division'],
  ['the whole country again', ['', 'bagerhat', '', 'bagerhat'], ''],
  ['a place that is none', ['', 'atlantis', '', ''], null],
  ['a former place that is none', ['', 'bagerhat', '', 'atlantis'], 'bagerhat'],
])('the picker with %s', async (_, [division = '', district = '', upazila = '', from = ''], wanted) => {
  const { db } = await country();
  expect(findPlaceInQuery(await readPlaces(db), { division, district, upazila, from })).toBe(wanted);
});

test('the map has a name for each division and a dot for each district, and stays small', () => {
  const { width, height, shapes, towns, labels } = readPlaceMap();
  const codes = (level: string) =>
    knownPlaces
      .filter((place) => place.level === level)
      .map(({ code }) => code)
      .sort();
  expect(Object.keys(towns).sort()).toEqual(codes('district'));
  expect(Object.keys(labels).sort()).toEqual(codes('division'));
  expect(shapes.flatMap(({ divisions }) => divisions).sort()).toEqual(codes('division'));
  for (const { x, y } of Object.values(towns)) {
    expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
  }
  // Panchagarh is the north, Teknaf's district the south-east.
  const north = Object.entries(towns).toSorted(([, a], [, b]) => a.y - b.y);
  expect([north[0]?.[0], north.at(-1)?.[0]]).toEqual(['panchagarh', 'coxs-bazar']);
  expect(gzipSync(JSON.stringify(shapes)).length).toBeLessThan(8_000);
});
