import { expect, test } from 'vitest';
import { defaultListQuery, listAddress, listQuery, narrowedBy, parseListQuery } from './list-query';

test('an empty address asks for the whole list, and unknown words in it for nothing more', () => {
  expect(parseListQuery({})).toEqual(defaultListQuery);
  expect(
    parseListQuery({
      state: 'secret',
      whose: 'theirs',
      form: 'poem',
      order: 'random',
      from: '2026-13-40',
      x: '1',
    }),
  ).toEqual(defaultListQuery);
  expect(listAddress(defaultListQuery)).toBe('/admin/stories');
});

test('what an address asks is read and written again without loss', () => {
  const query = parseListQuery({
    state: 'filed',
    whose: 'assigned',
    q: ' সেতুর  টোল ',
    section: 'sports',
    byline: 'রহিমা খাতুন',
    topic: 'ফুটবল',
    district: 'khulna',
    form: 'photo',
    from: '2026-11-01',
    to: '2026-11-24',
    dates: 'published',
    order: 'headline',
  });
  expect(query.q).toBe('সেতুর টোল');
  expect(parseListQuery(Object.fromEntries(new URLSearchParams(listQuery(query))))).toEqual(query);
  expect(narrowedBy(query)).toEqual([
    'state',
    'whose',
    'q',
    'section',
    'byline',
    'topic',
    'district',
    'form',
    'from',
    'to',
  ]);
});

test('days given the wrong way round are turned, and the old address of one’s own list still leads there', () => {
  expect(parseListQuery({ from: '2026-11-24', to: '2026-11-01' })).toMatchObject({
    from: '2026-11-01',
    to: '2026-11-24',
  });
  expect(parseListQuery({ state: 'mine' })).toMatchObject({ state: '', whose: 'mine' });
  expect(parseListQuery({ state: ['filed', 'draft'] })).toMatchObject({ state: 'filed' });
});

test('a place in the list stands in its address and not in what a view keeps', () => {
  const query = parseListQuery({ state: 'draft', before: '5-7' });
  expect(listAddress(query, { before: '5-7' })).toBe('/admin/stories?state=draft&before=5-7');
  expect(listQuery(query)).toBe('state=draft');
});
