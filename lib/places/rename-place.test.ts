import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { districts } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { done, refused } from '@/lib/result';
import { indexStory } from '@/lib/search/indexing/index-story';
import { searchStories } from '@/lib/search/search-stories';
import { readPlace } from './reading';
import { renamePlace } from './rename-place';
import { seedPlaces } from './seed-places';

async function country() {
  const db = newsroom();
  await seedPlaces(db);
  return { db, mitu: aMember(db, 'editor') };
}
const nameOf = (db: Connection, code: string) =>
  db.select().from(districts).where(eq(districts.code, code)).get()?.name;

test('a corrected name is on the place’s page and in the search, and the address stays', async () => {
  const { db, mitu } = await country();
  const story = aStory(db, { districtCode: 'coxs-bazar-ramu' });
  await tx(db, (t) => {
    indexStory(t, story.id);
    return done();
  });

  const outcome = await renamePlace(db, mitu, {
    code: 'coxs-bazar',
    basedOn: 'কক্সবাজার',
    name: '  কক্স  বাজার ',
  });

  expect(outcome).toEqual(done({ version: 'কক্স বাজার' }));
  expect((await readPlace('coxs-bazar', undefined, db))?.place.name).toBe('কক্স বাজার');
  expect((await searchStories(db, { q: '“কক্স বাজার”' })).stories.map(({ id }) => id)).toEqual([story.id]);
  expect(announced(db).at(-1)).toEqual(['site']);
  expect(audited(db)).toEqual(['rename-place district:coxs-bazar']);
  // A store that is opened again keeps what the desk has written.
  expect(await seedPlaces(db)).toBe(0);
  expect(nameOf(db, 'coxs-bazar')).toBe('কক্স বাজার');
});

test('who opened the page before the other’s correction is told, and nothing is lost', async () => {
  const { db, mitu } = await country();
  await renamePlace(db, mitu, { code: 'bogura', basedOn: 'বগুড়া', name: 'বগুরা' });
  const late = await renamePlace(db, aMember(db, 'chief'), { code: 'bogura', basedOn: 'বগুড়া', name: 'বগড়া' });
  expect(late).toEqual(refused('stale'));
  expect(nameOf(db, 'bogura')).toBe('বগুরা');
  expect(audited(db)).toHaveLength(1);
});

test.each([
  ['', refused('name-empty', 'name')],
  ['ক'.repeat(81), refused('name-too-long', 'name')],
  ['যশোর', refused('name-taken', 'name')],
])('a district is not called “%s”', async (name, answer) => {
  const { db, mitu } = await country();
  const before = announced(db).length;
  expect(await renamePlace(db, mitu, { code: 'khulna', basedOn: 'খুলনা', name })).toEqual(answer);
  expect(announced(db)).toHaveLength(before);
});

test('two upazilas may share a name, within a district they may not', async () => {
  const { db, mitu } = await country();
  const overrides = { code: 'bagerhat-mongla', basedOn: 'মোংলা' };
  expect(await renamePlace(db, mitu, { ...overrides, name: 'রামপাল' })).toEqual(refused('name-taken', 'name'));
  expect(await renamePlace(db, mitu, { ...overrides, name: 'কালীগঞ্জ' })).toEqual(done({ version: 'কালীগঞ্জ' }));
});

test('a reporter corrects no place, nobody one that is not there, and the same name again changes nothing', async () => {
  const { db, mitu } = await country();
  const overrides = { code: 'khulna', basedOn: 'খুলনা', name: 'খুলনা' };
  expect(await renamePlace(db, aMember(db, 'reporter'), overrides)).toEqual(refused('forbidden'));
  expect(await renamePlace(db, mitu, { ...overrides, code: 'atlantis' })).toEqual(refused('not-found'));
  expect(await renamePlace(db, mitu, overrides)).toEqual(done({ version: 'খুলনা' }));
  expect(audited(db)).toEqual([]);
});
