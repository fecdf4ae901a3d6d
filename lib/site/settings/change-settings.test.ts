import { expect, test } from 'vitest';
import { settingRows } from '@/db/queries/site/settings';
import { aMember } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { defaultSettings, settingsFrom } from '../settings';
import { changeSettings } from './change-settings';

const stored = async (db: ReturnType<typeof newsroom>) => settingsFrom(await settingRows(db));
const current = defaultSettings;

test('two who choose at once change what each has touched, and neither takes the other’s back', async () => {
  const db = newsroom();
  const chief = aMember(db, 'chief');
  await changeSettings(db, chief, { ...current, footerNote: 'সম্পাদক: আফসানা' }, current);
  expect(await changeSettings(db, chief, { ...current, tagline: 'সত্যের পাশে' }, current)).toEqual(
    done({ changed: 1 }),
  );
  expect(await stored(db)).toMatchObject({ footerNote: 'সম্পাদক: আফসানা', tagline: 'সত্যের পাশে' });
});

test('what both have touched is not written over, and nothing else is written then', async () => {
  const db = newsroom();
  const chief = aMember(db, 'chief');
  await changeSettings(db, chief, { ...current, tagline: 'প্রথম' }, current);
  const before = announced(db).length;
  expect(
    await changeSettings(db, chief, { ...current, tagline: 'দ্বিতীয়', commentsDays: 7 }, current),
  ).toEqual(refused('stale'));
  expect(await stored(db)).toMatchObject({ tagline: 'প্রথম', commentsDays: current.commentsDays });
  expect(announced(db)).toHaveLength(before);
  // Both mean the same: that is no quarrel.
  expect(await changeSettings(db, chief, { ...current, tagline: 'প্রথম' }, current)).toEqual(
    done({ changed: 0 }),
  );
});

test('who does not say what was shown writes all that is said, and only a chief does', async () => {
  const db = newsroom();
  await changeSettings(db, aMember(db, 'chief'), { tagline: 'এক', showViews: false });
  expect(audited(db)).toEqual(['change-setting setting:tagline', 'change-setting setting:showViews']);
  expect(await changeSettings(db, aMember(db, 'editor'), { tagline: 'দুই' })).toEqual(refused('forbidden'));
  expect(await stored(db)).toMatchObject({ tagline: 'এক', showViews: false });
});
