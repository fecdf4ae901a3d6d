import { expect, test } from 'vitest';
import { aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { changeSettings } from '@/lib/site/settings/change-settings';
import { reindex } from '../indexing/reindex';
import { parseSearchQuery, readSearch } from '../reading';
import { searchStories } from '../search-stories';
import { readSuggestions } from '../suggest';
import { ownSynonymsIn } from './newsroom-synonyms';

test('a line holds two names or more, and what does not is told', () => {
  expect(ownSynonymsIn('হাওর = haor\n\n  বিল=beel = bil \nএকা\n= x\nক = ।')).toEqual({
    groups: [
      ['হাওর', 'haor'],
      ['বিল', 'beel', 'bil'],
    ],
    faults: ['একা', '= x', 'ক = ।'],
  });
});

test('the newsroom’s own names are found, marked and suggested by each other, as soon as they are saved', async () => {
  const db = newsroom();
  aStory(db, { headline: 'হাওরে বন্যার শঙ্কা' });
  aStory(db, { headline: 'Tanguar Haor in winter' });
  aStory(db, { headline: 'ঢাকায় যানজট' });
  await reindex(db);
  const found = async (q: string) => (await searchStories(db, { q })).stories.map(({ headline }) => headline);
  expect(await found('haor')).toEqual(['Tanguar Haor in winter']);

  const chief = aMember(db, 'chief');
  await changeSettings(db, chief, { synonyms: 'হাওর = haor\nঢাকা = rajdhani' });
  expect((await found('haor')).sort()).toEqual(['Tanguar Haor in winter', 'হাওরে বন্যার শঙ্কা']);
  expect((await found('হাওরের')).sort()).toEqual(['Tanguar Haor in winter', 'হাওরে বন্যার শঙ্কা']);
  // A name of its own joins those that come with the search.
  expect(await found('rajdhani')).toEqual(['ঢাকায় যানজট']);
  expect(await found('dhaka')).toEqual(['ঢাকায় যানজট']);

  const page = await readSearch(parseSearchQuery({ q: 'haor' }), new Date(), db);
  const marked = page.stories.flatMap(({ headline }) => headline.filter((piece) => piece.found));
  expect(marked.map(({ text }) => text).sort()).toEqual(['Haor', 'হাওরে']);
  expect((await readSuggestions('haor', db)).map(({ text }) => text)).toContain('হাওরে বন্যার শঙ্কা');
});
