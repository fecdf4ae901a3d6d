import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { cookieOf } from '../support/forms/plain-http';
import { begin, field, press, publish } from '../support/forms/story-form';
import type { TestServer } from '../support/server/test-server';
import { axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

const film = readFileSync('db/seed/films/nodi.webm');
/** A film of its own each time: the same bytes would be the same entry. */
let sent = 0;
function aFilm(name: string) {
  sent += 1;
  return { name, mimeType: 'video/webm', buffer: Buffer.concat([film, Buffer.alloc(100 + sent, sent)]) };
}
function aSound(name: string, bytes = 900) {
  sent += 1;
  const buffer = Buffer.concat([Buffer.from('ID3\x04'), Buffer.alloc(bytes + sent, sent)]);
  return { name, mimeType: 'audio/mpeg', buffer };
}
/** A field of the page of one sound or film. */
const word = (page: Page, name: string) => page.locator(`#media-${name}`);
const lastMedia = (server: TestServer) =>
  server.rows<{ file: string; seconds: number | null; version: number }>(
    'select file, seconds, version from media_files order by id desc limit 1',
  )[0] ?? { file: '', seconds: null, version: 0 };
const fileOf = (server: TestServer, name: string) =>
  server.rows<{ file: string }>('select file from media_files where name = ?', name)[0]?.file ?? '';

test('sounds and films go up together, are found by their words, and one that stands nowhere goes', async ({
  server,
  page,
}) => {
  const complaints = complaintsOf(page);
  await signIn(page, server, 'reporter', '/admin');
  await page.getByRole('link', { name: 'অডিও ও ভিডিও', exact: true }).click();
  await page
    .getByLabel('অডিও বা ভিডিও ফাইল')
    .setInputFiles([
      aFilm('চরের জীবন.webm'),
      aSound('মাঝির গান.mp3'),
      { name: 'ছবি.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') },
      { name: 'ভাঙা.mp4', mimeType: 'video/mp4', buffer: Buffer.from('<html>') },
    ]);
  await press(page, 'পাঠান');
  const uploadResults = page.locator('.sent li');
  await expect(uploadResults.nth(0)).toContainText('ভান্ডারে যোগ হয়েছে');
  await expect(uploadResults.nth(1)).toContainText('ভান্ডারে যোগ হয়েছে');
  await expect(uploadResults.nth(2)).toContainText('ব্রাউজারে চলে না');
  await expect(uploadResults.nth(3)).toContainText('ফাইলটি নষ্ট');

  // The list is read anew by itself, and the browser has found how long the film lasts.
  const row = page.locator('.lib__one', { hasText: 'চরের জীবন' });
  await expect(row).toContainText('ভিডিও · ০.');
  await expect(row).toContainText('কোনো খবরে নেই');
  await expect(row.locator('.lib__length')).toHaveText(/^০:[০-৯]{2}$/);
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);

  await page.getByRole('link', { name: 'চরের জীবন' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('চরের জীবন');
  await word(page, 'caption').fill('পদ্মার চরে এক দিন');
  await word(page, 'credit').fill('মিতু');
  await word(page, 'seconds').fill('কত');
  await press(page, 'সংরক্ষণ করুন');
  await expect(page.locator('#media-seconds-error')).toBeVisible();
  await expect(word(page, 'caption')).toHaveValue('পদ্মার চরে এক দিন');
  await word(page, 'seconds').fill('৩:২৫');
  await press(page, 'সংরক্ষণ করুন');
  await expect(page.getByText('সংরক্ষণ হয়েছে।')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('পদ্মার চরে এক দিন');
  await expect(word(page, 'seconds')).toHaveValue('৩:২৫');
  await page.reload();
  await expect(word(page, 'seconds')).toHaveValue('৩:২৫');
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);

  await page.goto(`/admin/media?show=video&q=${encodeURIComponent('চর')}`);
  await expect(page.locator('.lib__one')).toHaveCount(1);
  await page.getByRole('link', { name: 'পদ্মার চরে এক দিন' }).click();
  const file = fileOf(server, 'চরের জীবন');
  await press(page, 'ফাইলটি মুছুন');
  await page.waitForURL(/did=delete$/);
  await expect(page.getByText('ফাইলটি মুছে ফেলা হয়েছে।')).toBeVisible();
  expect(existsSync(join(server.folder, 'media', file))).toBe(false);
  expect((await fetch(`${server.baseURL}/media/${file}`)).status).toBe(404);
  // The file that was refused.
  expect(complaints.filter((line) => !line.includes('422'))).toEqual([]);
});

test('one that a story plays is not deleted, and the page says where it stands', async ({ server, page }) => {
  await signIn(page, server, 'editor', '/admin/media');
  await page.getByLabel('অডিও বা ভিডিও ফাইল').setInputFiles(aFilm('মেলার ভিডিও.webm'));
  await press(page, 'পাঠান');
  await expect(page.locator('.sent li')).toContainText('ভান্ডারে যোগ হয়েছে');
  const { file } = lastMedia(server);
  await page.goto(`/admin/media/${file}`);
  const opened = await page.context().newPage();

  // While the first page is still open, and offers to delete it, a colleague puts it into a story.
  await begin(opened, { headline: 'মেলায় ভিড়' });
  await opened.locator('summary', { hasText: 'অডিও, ভিডিও ও উৎস' }).click();
  await expect(opened.locator(`#video-offers option[value="/media/${file}"]`)).toHaveText('মেলার ভিডিও');
  await field(opened, 'video').fill(`/media/${file}`);
  await publish(opened);
  await press(page, 'ফাইলটি মুছুন');
  await expect(page.getByText('এটি খবরে আছে, তাই মোছা যায় না')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'মেলায় ভিড়' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'ফাইলটি মুছুন' })).toHaveCount(0);
  expect(existsSync(join(server.folder, 'media', file))).toBe(true);

  // Its own poster and whose it is: readers have them with their next request, and the picture stays in the library.
  const [poster] = server.rows<{ id: number; variants: string }>(
    'select id, variants from pictures order by id limit 1',
  );
  const [{ path } = { path: '' }] = server.rows<{ path: string }>(
    "select '/' || slug || '/' || stories.id as path from stories join sections on sections.id = section_id where headline = 'মেলায় ভিড়'",
  );
  const seen = async () =>
    (await (await fetch(server.baseURL + path)).text()).match(/<figure class="player">.*?<\/figure>/s)?.[0];
  expect(await seen()).not.toContain('ভিডিও: মিতু');
  await word(page, 'posterId').fill('৯৯৯৯৯');
  await word(page, 'credit').fill('মিতু');
  await press(page, 'সংরক্ষণ করুন');
  await expect(page.locator('#media-posterId-error')).toContainText('ভান্ডারে নেই');
  await word(page, 'posterId').fill(String(poster?.id));
  await press(page, 'সংরক্ষণ করুন');
  await expect(page.getByText('সংরক্ষণ হয়েছে।')).toBeVisible();
  const files = (JSON.parse(poster?.variants ?? '[]') as { file: string }[]).map(({ file }) => file);
  const player = (await seen()) ?? '';
  expect(player).toContain('ভিডিও: মিতু');
  expect(files).toContain(/poster="\/media\/([^"]+)"/.exec(player)?.[1]);

  // What is said in it, for who cannot hear: refused at its line, kept as typed, and then drawn by the reader's browser.
  await word(page, 'subtitles').fill('১\nমেলায় আজ ভিড়');
  await press(page, 'সংরক্ষণ করুন');
  await expect(page.locator('#media-subtitles-error')).toContainText('১ নম্বর লাইনে');
  await expect(word(page, 'subtitles')).toHaveValue('১\nমেলায় আজ ভিড়');
  await word(page, 'subtitles').fill('1\n00:00:00,500 --> 00:00:02,000\nমেলায় আজ ভিড়');
  await press(page, 'সংরক্ষণ করুন');
  await expect(word(page, 'subtitles')).toHaveValue(/^WEBVTT/);
  await opened.goto(server.baseURL + path);
  await expect
    .poll(() =>
      opened.locator('video').evaluate((film: HTMLVideoElement) => {
        const cues = film.textTracks[0]?.cues;
        return [...(cues ?? [])].map((cue) => (cue as VTTCue).text);
      }),
    )
    .toEqual(['মেলায় আজ ভিড়'.normalize('NFC')]);
  expect(await axeViolations(page)).toEqual([]);
  await page.goto(`/admin/pictures/${poster?.id}`);
  await expect(page.getByRole('link', { name: 'মেলার ভিডিও' })).toHaveAttribute(
    'href',
    `/admin/media/${file}`,
  );

  await page.goto('/admin/media');
  await expect(page.locator('.lib__one', { hasText: 'মেলার ভিডিও' })).toContainText('১টি খবরে');
});

test('a reporter only looks at what readers see, and a chief finds the actions in the audit', async ({
  server,
  page,
}) => {
  await signIn(page, server, 'reporter', '/admin');
  // The demo's film stands in a published story.
  const [seeded] = server.rows<{ file: string }>(
    `select file from media_files join media_uses on mark = substr(file, 1, 20)
     join stories on stories.id = story_id where state = 'published' order by media_files.id limit 1`,
  );
  await page.goto(`/admin/media/${seeded?.file}`);
  await expect(page.getByText('এটি এখন সম্পাদকের হাতে')).toBeVisible();
  await expect(page.getByRole('button', { name: 'সংরক্ষণ করুন' })).toHaveCount(0);
  await expect(page.locator('video.player')).toBeVisible();

  const audit = await fetch(`${server.baseURL}/admin/audit?kind=media&number=${seeded?.file}`, {
    headers: { cookie: await cookieOf(server, 'chief') },
  });
  expect(await audit.text()).toContain(`href="/admin/media/${seeded?.file}"`);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('several files go at once, words are kept, a save that came too late shows both, one goes', async ({
    server,
    page,
  }) => {
    await signIn(page, server, 'editor', '/admin/media');
    await press(page, 'পাঠান');
    await expect(page.locator('#media-error')).toHaveText('আগে ফাইল বাছুন।');
    await page
      .getByLabel('অডিও বা ভিডিও ফাইল')
      .setInputFiles([
        aSound('ভাটিয়ালি.mp3', 5_000_000),
        { name: 'ভাঙা.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('x') },
      ]);
    await press(page, 'পাঠান');
    await expect(page.locator('.sent li').nth(0)).toContainText('ভান্ডারে যোগ হয়েছে');
    await expect(page.locator('.sent li').nth(1)).toContainText('ফাইলটি নষ্ট');

    const file = fileOf(server, 'ভাটিয়ালি');
    await page.goto(`/admin/media/${file}`);
    server.change(`update media_files set credit = 'রহিম', version = version + 1 where file = ?`, file);
    await word(page, 'caption').fill('ভাটিয়ালি গান');
    await press(page, 'সংরক্ষণ করুন');
    await expect(page.getByText('আপনি লেখার সময় আরেকজন এটি বদলেছেন')).toBeVisible();
    await expect(page.getByText('এখন সংরক্ষিত আছে: রহিম')).toBeVisible();
    await expect(word(page, 'caption')).toHaveValue('ভাটিয়ালি গান');
    await word(page, 'credit').fill('রহিম');
    await press(page, 'সংরক্ষণ করুন');
    await expect(page.getByText('সংরক্ষণ হয়েছে।')).toBeVisible();

    await page.goto(`/admin/media?show=audio&q=${encodeURIComponent('গান')}`);
    await page.getByRole('link', { name: 'ভাটিয়ালি গান' }).click();
    await press(page, 'ফাইলটি মুছুন');
    await page.waitForURL(/did=delete$/);
    expect(existsSync(join(server.folder, 'media', file))).toBe(false);
  });
});
