import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { adsOn, creativeOf } from '@/db/queries/site/ads';
import { ads, pictures } from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { deletePicture } from '@/lib/pictures/library/delete-picture';
import { savePicture } from '@/lib/pictures/library/save-picture';
import { saveReaderPicture } from '@/lib/pictures/library/save-reader-picture';
import { aJpeg, aStore } from '@/lib/pictures/testing/a-picture';
import { done, refused } from '@/lib/result';
import { adRotation, rotateAds } from './ad-rotation';
import { chooseAds, isRunning } from './choose-ad';
import { deleteAd } from './delete-ad';
import { type AdInput, saveAd } from './save-ad';

const noon = new Date('2026-11-25T06:00:00Z');
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const html: AdInput = {
  id: null,
  basedOn: 0,
  slot: 1,
  name: ' মধুমতি ব্যাংক ',
  kind: 'html',
  pictureId: null,
  href: '',
  html: '<a href="https://bank.example/">সঞ্চয়</a>',
  from: null,
  until: null,
  isOn: true,
};
const withPicture: AdInput = { ...html, kind: 'picture', href: 'https://bank.example/', html: '<b>' };

test('an ad is made, changed and taken away, each told to every page', async () => {
  const db = newsroom();
  const chief = aMember(db, 'chief');
  expect(await saveAd(db, chief, html, noon)).toEqual(done({ id: 1 }));
  expect(await adsOn(db)).toMatchObject([{ slot: 1, name: 'মধুমতি ব্যাংক', kind: 'html' }]);
  expect(await creativeOf(db, 1)).toMatchObject({ html: html.html });

  const off = { ...html, id: 1, basedOn: 1, isOn: false };
  expect(await saveAd(db, chief, off, noon)).toEqual(done({ id: 1, version: 2 }));
  // Without JavaScript a double click submits the same form twice: the ad must be stored once.
  expect(await saveAd(db, chief, off, noon)).toEqual(done({ id: 1, version: 2 }));
  expect(await saveAd(db, chief, { ...off, name: 'যমুনা ব্যাংক' }, noon)).toEqual(refused('stale'));
  expect([await adsOn(db), await creativeOf(db, 1)]).toEqual([[], undefined]);
  expect(await deleteAd(db, chief, { id: 1, basedOn: 1 })).toEqual(refused('stale'));
  expect(await deleteAd(db, chief, { id: 1, basedOn: 2 })).toEqual(done());
  expect(await deleteAd(db, chief, { id: 1, basedOn: 2 })).toEqual(done());
  expect(audited(db)).toEqual(['add-ad ad:1', 'edit-ad ad:1', 'delete-ad ad:1']);
  expect(announced(db)).toEqual([['site'], ['site'], ['site']]);
});

test.each<[string, Partial<AdInput>, object]>([
  ['no place', { slot: 11 }, refused('slot-unknown', 'slot')],
  ['no name', { name: ' ' }, refused('name-empty', 'name')],
  ['nothing in it', { html: ' ' }, refused('html-empty', 'html')],
  ['no picture', { ...withPicture }, refused('picture-unknown', 'pictureId')],
  ['a picture that is not', { ...withPicture, pictureId: 9 }, refused('picture-unknown', 'pictureId')],
  [
    'a script for a link',
    { ...withPicture, pictureId: 9, href: 'javascript:x' },
    refused('href-wrong', 'href'),
  ],
  ['an open link', { ...withPicture, pictureId: 9, href: 'http://x.example' }, refused('href-wrong', 'href')],
  ['half a time', { from: 'wrong' }, refused('time-wrong', 'from')],
  ['an end before its beginning', { from: later(1), until: later(0) }, refused('ends-before', 'until')],
])('an ad with %s is not kept', async (_, overrides, answer) => {
  const db = newsroom();
  expect(await saveAd(db, aMember(db, 'chief'), { ...html, ...overrides }, noon)).toEqual(answer);
  expect(announced(db)).toEqual([]);
});

test('its picture is the desk’s, and stays as long as the ad does', async () => {
  const db = newsroom();
  const chief = aMember(db, 'chief');
  const [{ store }, waiting] = [aStore(), aStore().store];
  await saveReaderPicture(db, waiting, await aJpeg({ above: '#ff0000' }));
  expect(await saveAd(db, chief, { ...withPicture, pictureId: 1 }, noon)).toEqual(
    refused('picture-unknown', 'pictureId'),
  );
  const kept = await savePicture(db, store, chief, { bytes: await aJpeg({ above: '#00ff00' }) });
  const pictureId = kept.ok ? kept.value.pictureId : 0;
  expect(await saveAd(db, chief, { ...withPicture, pictureId }, noon)).toEqual(done({ id: 1 }));
  expect(db.select().from(ads).get()).toMatchObject({ html: '', href: 'https://bank.example/' });
  expect(await deletePicture(db, chief, { pictureId, basedOn: 1 })).toEqual(refused('in-use'));
  expect(db.select().from(pictures).where(eq(pictures.id, pictureId)).get()).toBeDefined();
});

test('several of one place take turns by the hour, each as often; what is off, to come or over does not', () => {
  const ad = (id: number, more = {}) => ({ id, slot: 1, isOn: true, from: null, until: null, ...more });
  const all = [
    ad(3),
    ad(1),
    ad(2),
    ad(4, { isOn: false }),
    ad(5, { from: later(1) }),
    ad(6, { until: new Date('2026-11-19T18:00:00Z') }),
    { ...ad(7), slot: 2 },
  ];
  const midnight = Date.parse('2026-11-20T00:00:00+06:00');
  const at = (hours: number) => chooseAds(all, new Date(midnight + hours * 3_600_000)).get(1)?.id;
  expect(new Set([0, 0.01, 0.5, 0.99].map(at)).size).toBe(1);
  const days = Array.from({ length: 3 }, (_, day) =>
    Array.from({ length: 24 }, (_, hour) => at(24 * day + hour)),
  );
  for (const day of days)
    expect([1, 2, 3].map((id) => day.filter((one) => one === id).length)).toEqual([8, 8, 8]);
  // No ad runs every evening.
  expect(new Set(days.map((day) => day[20])).size).toBe(3);
  expect(chooseAds(all, noon).get(2)?.id).toBe(7);
  expect(isRunning(ad(5, { from: noon, until: later(1) }), noon)).toBe(true);
  expect(isRunning(ad(5, { from: noon, until: later(1) }), later(1))).toBe(false);
});

test('the clock tells the pages once when one begins and when it ends', async () => {
  const db = newsroom();
  await saveAd(db, aMember(db, 'chief'), { ...html, from: later(1), until: later(5) }, noon);
  const announcementCount = () => announced(db).length - 1;
  expect(await rotateAds(db, noon, later(0.5))).toBe(false);
  expect(await rotateAds(db, later(0.5), later(1))).toBe(true);
  expect(await rotateAds(db, later(1), later(4))).toBe(false);
  expect(await rotateAds(db, later(4), later(6))).toBe(true);
  expect(announcementCount()).toBe(2);

  const turn = adRotation(db);
  await turn(new Date());
  expect(announcementCount()).toBe(2);
});

test('the clock tells the pages softly when the turn passes to another, and not where nobody waits for one', async () => {
  const db = newsroom();
  await saveAd(db, aMember(db, 'chief'), html, noon);
  expect(await rotateAds(db, later(-1), noon)).toBe(false);
  await saveAd(db, aMember(db, 'chief', 'অন্য'), html, noon);
  expect(await rotateAds(db, later(1), later(2))).toBe(false);
  let turns = 0;
  for (let hour = 0; hour < 24; hour += 1)
    if (await rotateAds(db, later(60 * hour - 1), later(60 * hour))) turns += 1;
  // Of two, the one that ends a round starts the next.
  expect(turns).toBe(12);
  expect(announced(db).at(-1)).toEqual(['ads']);
});

test('only a chief handles ads', async () => {
  const db = newsroom();
  for (const role of ['reporter', 'editor', 'moderator'] as const) {
    expect(await saveAd(db, aMember(db, role), html, noon)).toEqual(refused('forbidden'));
    expect(await deleteAd(db, aMember(db, role, 'অন্য'), { id: 1, basedOn: 1 })).toEqual(refused('forbidden'));
  }
});
