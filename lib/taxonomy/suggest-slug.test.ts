import { expect, test } from 'vitest';
import { sections } from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { saveSection } from './save-section';
import { suggestSlug } from './suggest-slug';

test.each([
  ['বিজ্ঞান', '', 'biggan'],
  ['জ্ঞান-বিজ্ঞান', '', 'gyan-biggan'],
  ['বিশেষজ্ঞ মত', '', 'bisheshoggo-mot'],
  ['জলবায়ু ও পরিবেশ', '', 'jolobayu-o-poribesh'],
  ['বিজ্ঞান', 'Science & Nature', 'science-nature'],
  ['২০২৬ নির্বাচন', '', 'nirbachon'],
  ['খোঁজ', 'Search', 'search-2'],
  ['জাতীয়', 'National', 'national-2'],
  ['২০২৬', '', ''],
  ['!', '?', ''],
])('of “%s” and “%s” it makes “%s”', (name, nameEn, slug) => {
  expect(suggestSlug(newsroom(), { name, nameEn })).toBe(slug);
});

test('whatever it makes is taken, however long the name', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const basics = { id: null, basedOn: 0, position: 4, parentId: null, layout: '', commentsDays: null };
  const rest = { menu: 'more', strictness: 'usual' } as const;
  for (const name of ['মুক্তিযুদ্ধ গণমাধ্যম সংস্কৃতি ইতিহাস ঐতিহ্য', 'ক্ষ'.repeat(26), 'ঝড়', 'ঝড়']) {
    const slug = suggestSlug(db, { name, nameEn: '' });
    const saved = await saveSection(db, editor, { ...basics, ...rest, slug, name, nameEn: '' });
    expect(saved, slug).toMatchObject({ ok: true });
  }
  expect(
    new Set(
      db
        .select()
        .from(sections)
        .all()
        .map(({ slug }) => slug),
    ).size,
  ).toBe(7);
});
