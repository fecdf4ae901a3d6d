import { expect, test } from 'vitest';
import { settingRows } from '@/db/queries/site/settings';
import { aMember } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { defaultSettings, settingsFrom } from '../settings';
import { changeSetting } from './change-setting';

test('the chief chooses the calendar of 1987 and every page is made anew', async () => {
  const db = newsroom();
  const chief = aMember(db, 'chief');

  const outcome = await changeSetting(db, chief, { key: 'calendar', value: 'academy1987' });

  expect(outcome).toEqual(done());
  expect(settingsFrom(await settingRows(db)).calendar).toBe('academy1987');
  expect(announced(db)).toEqual([['site']]);
  expect(audited(db)).toEqual(['change-setting setting:calendar']);
});

test('the short line of publication is chosen, every page is made anew, and no third form is taken', async () => {
  const db = newsroom();
  const chief = aMember(db, 'chief');
  expect(defaultSettings.publicationLine).toBe('full');

  expect(await changeSetting(db, chief, { key: 'publicationLine', value: 'short' })).toEqual(done());
  expect(await changeSetting(db, chief, { key: 'publicationLine', value: 'long' })).toEqual(
    refused('wrong-value', 'value'),
  );

  expect(settingsFrom(await settingRows(db)).publicationLine).toBe('short');
  expect(announced(db)).toEqual([['site']]);
});

test('choosing the same twice is said once', async () => {
  const db = newsroom();
  const chief = aMember(db, 'chief');
  await changeSetting(db, chief, { key: 'labelSet', value: 'en' });
  await changeSetting(db, chief, { key: 'labelSet', value: 'en' });
  expect(announced(db)).toHaveLength(1);
});

test('a sentence is stored repaired, and the same in other code points is no change', async () => {
  const db = newsroom();
  const chief = aMember(db, 'chief');
  // \u0985\u09BE is drawn as আ, and \u09AF\u09BC is য় in two signs.
  await changeSetting(db, chief, { key: 'tagline', value: '\u0985\u09BEজকের সম\u09DF' });
  expect(settingsFrom(await settingRows(db)).tagline).toBe('আজকের সম\u09AF\u09BC');
  await changeSetting(db, chief, { key: 'tagline', value: 'আজকের সম\u09DF' });
  expect(announced(db)).toHaveLength(1);
});

test.each([
  ['an editor may not', 'editor', 'calendar', 'academy1987', refused('forbidden')],
  ['there is no such setting', 'chief', 'motto', 'x', refused('unknown-setting', 'key')],
  ['there is no such calendar', 'chief', 'calendar', 'mayan', refused('wrong-value', 'value')],
  ['a switch is no text', 'chief', 'trustKnownCommenters', 'yes', refused('wrong-value', 'value')],
] as const)('%s', async (_, role, key, value, refusal) => {
  const db = newsroom();
  expect(await changeSetting(db, aMember(db, role), { key, value })).toEqual(refusal);
  expect(announced(db)).toEqual([]);
});

test('a broken row is left aside, not thrown at a reader', () => {
  expect(
    settingsFrom([
      { key: 'calendar', value: 7 },
      { key: 'old', value: 1 },
    ]),
  ).toEqual(defaultSettings);
});
