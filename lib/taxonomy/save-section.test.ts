import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sections } from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { type SectionFields, saveSection } from './save-section';

const health: SectionFields = {
  id: null,
  basedOn: 0,
  slug: 'health',
  name: ' স্বাস্থ্য ',
  nameEn: 'Health',
  position: 4,
  parentId: null,
  layout: '',
  menu: 'more',
  strictness: 'strict',
  commentsDays: 7,
};

test('an editor adds a section, and every page is made anew', async () => {
  const db = newsroom();
  const outcome = await saveSection(db, aMember(db, 'editor'), health);

  expect(outcome).toEqual(done({ id: 4 }));
  expect(db.select().from(sections).where(eq(sections.slug, 'health')).get()).toMatchObject({
    name: 'স্বাস্থ্য',
    menu: 'more',
    strictness: 'strict',
    commentsDays: 7,
  });
  expect(audited(db)).toEqual(['add-section section:4']);
  expect(announced(db)).toEqual([['site']]);
});

test.each([
  ['no name', { name: '  ' }, refused('name-empty', 'name')],
  ['an endless name', { name: 'খ'.repeat(81) }, refused('name-too-long', 'name')],
  ['a Bengali slug', { slug: 'স্বাস্থ্য' }, refused('slug-invalid', 'slug')],
  ['a slug of the site itself', { slug: 'admin' }, refused('slug-reserved', 'slug')],
  ['a slug that another has', { slug: 'sports' }, refused('slug-taken', 'slug')],
  ['a place that is no number', { position: Number.NaN }, refused('number-invalid', 'position')],
  ['a million days', { commentsDays: 1_000_000 }, refused('number-invalid', 'commentsDays')],
  ['a parent that is not', { parentId: 99 }, refused('unknown', 'parentId')],
])('a section with %s is not added', async (_, overrides, answer) => {
  const db = newsroom();
  expect(await saveSection(db, aMember(db, 'chief'), { ...health, ...overrides })).toEqual(answer);
  expect(audited(db)).toEqual([]);
});

test('its slug stays, its name changes, and a second editor is told', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const sports = { ...health, id: 3, basedOn: 1, slug: 'other', name: 'খেলাধুলা' };

  expect(await saveSection(db, editor, sports)).toEqual(done({ id: 3, version: 2 }));
  expect(await saveSection(db, editor, sports)).toEqual(done({ id: 3, version: 2 }));
  expect(await saveSection(db, editor, { ...sports, name: 'ক্রীড়া' })).toEqual(refused('stale'));
  expect(db.select().from(sections).where(eq(sections.id, 3)).get()).toMatchObject({
    slug: 'sports',
    name: 'খেলাধুলা',
    version: 2,
  });
});

test('sections lie one step deep, and never in themselves', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  await saveSection(db, editor, { ...health, parentId: 1 });
  const within = (id: number, parentId: number) =>
    saveSection(db, editor, { ...health, id, basedOn: 1, slug: '', parentId });

  expect(await within(1, 1)).toEqual(refused('own-parent', 'parentId'));
  expect(await within(2, 4)).toEqual(refused('own-parent', 'parentId'));
  expect(await within(1, 2)).toEqual(refused('own-parent', 'parentId'));
});

test('a reporter arranges nothing', async () => {
  const db = newsroom();
  expect(await saveSection(db, aMember(db, 'reporter'), health)).toEqual(refused('forbidden'));
});
