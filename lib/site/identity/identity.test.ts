import sharp from 'sharp';
import { expect, test } from 'vitest';
import { settingRows } from '@/db/queries/site/settings';
import { aMember } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { deletePicture } from '@/lib/pictures/library/delete-picture';
import { replacePicture } from '@/lib/pictures/library/replace-picture';
import { savePicture } from '@/lib/pictures/library/save-picture';
import { aJpeg, aStore } from '@/lib/pictures/testing/a-picture';
import { done, refused } from '@/lib/result';
import { isSetting, settingsFrom } from '../settings';
import { iconAddress, iconSizes } from './icon-sizes';
import { saveIdentity } from './save-identity';

const nothing = { logoId: 0, logoDarkId: 0, iconId: 0, cardPictureId: 0 };

test('of one picture all icons are made, at addresses that never change', { timeout: 60_000 }, async () => {
  const db = newsroom();
  const { store } = aStore();
  const chief = aMember(db, 'chief');
  const kept = await savePicture(db, store, chief, { bytes: await aJpeg({ width: 600, height: 300 }) });
  const id = kept.ok ? kept.value.pictureId : 0;

  const overrides = { ...nothing, logoId: id, iconId: id };
  expect(await saveIdentity(db, store, chief, overrides)).toEqual(done({ changed: 3 }));
  const site = settingsFrom(await settingRows(db));
  expect(site).toMatchObject({ logoId: id, iconId: id, cardPictureId: 0 });
  expect(site.iconFile).toMatch(/^[0-9a-f]{20}$/);
  for (const width of Object.values(iconSizes)) {
    const bytes = await store.open(`${site.iconFile}-${width}.png`);
    expect(await sharp(bytes ?? Buffer.alloc(0)).metadata()).toMatchObject({
      format: 'png',
      width,
      height: width,
    });
  }
  expect(iconAddress(site.iconFile, 'large')).toBe(`/media/${site.iconFile}-512.png`);
  expect(audited(db).slice(-3)).toEqual([
    'change-setting setting:logoId',
    'change-setting setting:iconId',
    'change-setting setting:iconFile',
  ]);
  expect(announced(db).flat()).toContain('site');

  expect(await saveIdentity(db, store, chief, overrides)).toEqual(done({ changed: 0 }));
  expect(await deletePicture(db, chief, { pictureId: id, basedOn: 1 })).toEqual(refused('in-use'));
  expect(await saveIdentity(db, store, chief, nothing)).toEqual(done({ changed: 3 }));
  expect(iconAddress('', 'touch')).toBe('/icons/apple-touch-icon.png');
});

test('a picture that is not there is refused at its field, and nobody but a chief chooses', async () => {
  const db = newsroom();
  const { store } = aStore();
  const overrides = { ...nothing, cardPictureId: 7 };
  expect(await saveIdentity(db, store, aMember(db, 'chief'), overrides)).toEqual(
    refused('picture-unknown', 'cardPictureId'),
  );
  expect(await saveIdentity(db, store, aMember(db, 'editor'), nothing)).toEqual(refused('forbidden'));
  expect(announced(db)).toEqual([]);
});

test.each([
  ['logoId', 0, true],
  ['logoId', 4_000_000, true],
  ['logoId', -1, false],
  ['logoId', '7', false],
  ['iconFile', '', true],
  ['iconFile', '0123456789abcdef0123', true],
  ['iconFile', '../x', false],
] as const)('%s may be %j: %s', (key, value, is) => {
  expect(isSetting(key, value)).toBe(is);
});

test('another file in the icon’s place is another icon, whoever puts it there', {
  timeout: 60_000,
}, async () => {
  const db = newsroom();
  const { store } = aStore();
  const chief = aMember(db, 'chief');
  const kept = await savePicture(db, store, chief, { bytes: await aJpeg({ width: 300, height: 300 }) });
  const pictureId = kept.ok ? kept.value.pictureId : 0;
  await saveIdentity(db, store, chief, { ...nothing, iconId: pictureId });
  const before = settingsFrom(await settingRows(db)).iconFile;

  const bytes = await aJpeg({ width: 300, height: 300, above: '#00ff00' });
  const editor = aMember(db, 'editor');
  expect(await replacePicture(db, store, editor, { pictureId, basedOn: 1, bytes })).toEqual(
    done({ version: 2 }),
  );

  const { iconFile, iconId } = settingsFrom(await settingRows(db));
  expect(iconId).toBe(pictureId);
  expect(iconFile).not.toBe(before);
  expect(await store.open(`${iconFile}-${iconSizes.tab}.png`)).not.toBeNull();
  expect(announced(db).at(-1)).toContain('site');
});
