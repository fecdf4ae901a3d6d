import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { bylines, staff } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { queryPlans, statementsIn } from '@/db/testing/query-plans';
import { disableStaff } from '@/lib/people/accounts/disable-staff';
import { enableStaff } from '@/lib/people/accounts/enable-staff';
import { profileDataOf } from './profile';
import { readBylines, readStaffBylines } from './reading';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 6, minute));

test('who writes is listed by the alphabet with the newest story that readers see; who has none is not', async () => {
  const db = newsroom();
  const newest = aStory(db, { bylines: ['মিতু', 'ঈশিতা'], publishedAt: at(5) });
  aStory(db, { bylines: ['মিতু'], publishedAt: at(1) });
  aStory(db, { bylines: ['মিতু'], state: 'draft' });
  aStory(db, { bylines: ['রহিম'], state: 'draft' });
  aStory(db, { bylines: ['আবুল'], publishedAt: at(2) });
  db.update(bylines).set({ kind: 'desk' }).where(eq(bylines.slug, 'আবুল')).run();

  const listed = await readBylines(db);
  expect(listed.map(({ name, kind }) => [name, kind])).toEqual([
    ['আবুল', 'desk'],
    ['ঈশিতা', 'person'],
    ['মিতু', 'person'],
  ]);
  expect(listed.at(-1)?.newest).toMatchObject({
    id: newest.id,
    href: `/national/${newest.id}`,
    publishedAt: at(5),
  });

  expect(await statementsIn(db, () => readBylines(db))).toHaveLength(1);
  const [plan] = await queryPlans(db, () => readBylines(db));
  expect(plan).toMatch(
    /SEARCH story_bylines USING COVERING INDEX story_bylines_listing \(byline_id=\? AND published_at>\?\)/,
  );
  expect(plan).not.toContain('TEMP B-TREE');
});

test('the newsroom is who the desk has tied to an account in use, by rank, and nothing else of the account', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const chief = aMember(db, 'chief', 'শিরিন');
  const gone = aMember(db, 'reporter', 'রহিম');
  db.insert(bylines)
    .values([
      { slug: 'mitu', name: 'মিতু', staffId: mitu.id },
      { slug: 'shirin', name: 'শিরিন', staffId: chief.id, role: 'প্রধান সম্পাদক' },
      { slug: 'rahim', name: 'রহিম', staffId: gone.id },
      { slug: 'guest', name: 'অতিথি' },
      { slug: 'own-desk', name: 'নিজস্ব প্রতিবেদক', kind: 'desk', staffId: mitu.id },
    ])
    .run();

  await disableStaff(db, chief, { memberId: gone.id });
  expect(announced(db)).toEqual([['bylines']]);
  const people = await readStaffBylines(db);
  expect(people.map(({ slug }) => slug)).toEqual(['shirin', 'mitu']);
  expect(JSON.stringify(people)).not.toContain('@');

  await enableStaff(db, chief, { memberId: gone.id });
  expect((await readStaffBylines(db)).map(({ slug }) => slug)).toEqual(['shirin', 'mitu', 'rahim']);
  expect(announced(db)).toHaveLength(2);
  await enableStaff(db, chief, { memberId: gone.id });
  expect(announced(db)).toHaveLength(2);
  expect(db.select().from(staff).all()).toHaveLength(3);
});

test('a profile tells machines who it is, and a desk is no person', () => {
  const rahima = {
    slug: 'রহিমা',
    name: 'রহিমা',
    kind: 'person',
    role: 'প্রতিবেদক',
    bio: 'নদী নিয়ে লেখেন।',
    portrait: null,
  } as const;
  expect(profileDataOf(rahima, 'https://barta.test', 'বার্তা')).toMatchObject({
    '@type': 'ProfilePage',
    mainEntity: {
      '@type': 'Person',
      url: `https://barta.test/byline/${encodeURIComponent('রহিমা')}`,
      jobTitle: 'প্রতিবেদক',
      worksFor: { name: 'বার্তা' },
    },
  });
  const agency = profileDataOf({ ...rahima, kind: 'agency' }, 'https://barta.test', 'বার্তা');
  expect(agency).toMatchObject({ mainEntity: { '@type': 'Organization' } });
  expect(JSON.stringify(agency)).not.toMatch(/worksFor|parentOrganization|jobTitle/);
});
