import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cookieOf } from '../support/forms/plain-http';
import { begin, field, press, publish, read } from '../support/forms/story-form';
import type { TestServer } from '../support/server/test-server';
import { axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

const film = readFileSync('db/seed/films/nodi.webm');
/** More than two pieces, and no other test's: a player stops at the end of the film and asks for no more. */
const longFilm = Buffer.concat([film, Buffer.alloc(9_000_000, 3)]);
/** So little that it is sent before it is refused. */
const short = film.subarray(0, 2000);
const asFile = (name: string, buffer: Buffer, mimeType = 'video/webm') => ({ name, mimeType, buffer });
const videoOf = (server: TestServer, id: number) =>
  server.rows<{ video: string; seconds: number | null }>(
    'select video, video_seconds as seconds from stories where id = ?',
    id,
  )[0];

test('a film goes up in pieces from the story’s form, on a line that breaks, and plays for readers', async ({
  server,
  page,
}) => {
  const complaints = complaintsOf(page);
  await signIn(page, server, 'editor', '/admin/stories');
  const id = await begin(page, { headline: 'নদীর ভিডিও' });
  await page.locator('summary', { hasText: 'অডিও, ভিডিও ও উৎস' }).click();
  let pieces = 0;
  await page.route('**/api/media', async (route) => {
    pieces += 1;
    // The second comes through and its answer does not: the next one learns how far the film has come.
    if (pieces === 2) {
      await route.fetch();
      await route.abort('connectionreset');
    } else await route.continue();
  });
  await page.getByLabel('ভিডিও ফাইল').setInputFiles(asFile('নদী ভাঙন.WEBM', longFilm));
  await expect(page.getByText('ফাইল ভান্ডারে যোগ হয়েছে, ঠিকানা বসেছে')).toBeVisible({ timeout: 30_000 });
  await expect(field(page, 'video')).toHaveValue(/^\/media\/[0-9a-f]{20}\.webm$/);
  await expect(field(page, 'videoSeconds')).toHaveValue(/^\d+:\d\d$/);
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await publish(page);

  const { video } = videoOf(server, id) ?? { video: '' };
  expect(readFileSync(join(server.folder, video)).equals(longFilm)).toBe(true);
  expect(readdirSync(join(server.folder, 'media', 'unfinished'))).toEqual([]);
  const { html } = await read(server, `/national/${id}`);
  expect(html).toContain(`src="${video}"`);
  const part = await fetch(server.baseURL + video, { headers: { range: 'bytes=0-99' } });
  expect([part.status, part.headers.get('content-type')]).toEqual([206, 'video/webm']);
  expect(complaints.filter((line) => !line.includes('ERR_CONNECTION_RESET'))).toEqual([]);
});

test('what is no film is told at its field, and the text stays', async ({ server, page }) => {
  await signIn(page, server, 'reporter', '/admin/stories');
  await page.goto('/admin/stories/new');
  await page.locator('.rich__text').waitFor();
  await field(page, 'headline').fill('লেখা থাকে');
  await page.locator('summary', { hasText: 'অডিও, ভিডিও ও উৎস' }).click();
  const chooser = page.getByLabel('ভিডিও ফাইল');
  await chooser.setInputFiles(asFile('x.mp4', Buffer.from('<html>'), 'video/mp4'));
  await expect(page.locator('#videoFile-error')).toContainText('ফাইলটি নষ্ট');
  await chooser.setInputFiles(asFile('x.mov', film, 'video/quicktime'));
  await expect(page.locator('#videoFile-error')).toContainText('ব্রাউজারে চলে না');
  await page.getByLabel('অডিও ফাইল').setInputFiles(asFile('x.webm', film));
  await expect(page.locator('#audioFile-error')).toContainText('ব্রাউজারে চলে না');
  await expect(field(page, 'headline')).toHaveValue('লেখা থাকে');
  await expect(field(page, 'video')).toHaveValue('');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the story’s own form takes a film along, whatever else is wrong with it', async ({
    server,
    page,
  }) => {
    await signIn(page, server, 'editor', '/admin/stories');
    await page.goto('/admin/stories/new');
    await page.locator('summary', { hasText: 'অডিও, ভিডিও ও উৎস' }).click();
    await page.getByLabel('ভিডিও ফাইল').setInputFiles(asFile('ভাঙা.webm', Buffer.from('x')));
    await field(page, 'body').fill('যা হারায় না।');
    await press(page, 'খসড়া সংরক্ষণ করুন');
    await expect(page.locator('#videoFile-error')).toContainText('ফাইলটি নষ্ট');
    await expect(field(page, 'body')).toHaveValue('যা হারায় না।');

    await page.getByLabel('ভিডিও ফাইল').setInputFiles(asFile('নদী.webm', film));
    await field(page, 'canonicalSource').fill('কোথাও');
    await press(page, 'খসড়া সংরক্ষণ করুন');
    // The source is no address; the film has come all the same.
    await expect(page.locator('#canonicalSource-error')).toBeVisible();
    await expect(field(page, 'video')).toHaveValue(/^\/media\/[0-9a-f]{20}\.webm$/);
    await field(page, 'canonicalSource').fill('');
    await field(page, 'headline').fill('স্ক্রিপ্ট ছাড়া ভিডিও');
    await field(page, 'section').selectOption('national');
    await press(page, 'খসড়া সংরক্ষণ করুন');
    await page.waitForURL(/did=create$/);
    const id = Number(new URL(page.url()).pathname.split('/').at(-1));
    expect(existsSync(join(server.folder, videoOf(server, id)?.video ?? ''))).toBe(true);
  });
});

test('the address for pieces takes them from whoever writes, from our own page, and nothing else', async ({
  server,
}) => {
  const send = async (
    cookie: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ) => {
    const form = new FormData();
    const all = {
      kind: 'video',
      upload: 'abcdefgh12345678',
      name: 'x.webm',
      at: '0',
      total: String(short.length),
    };
    for (const [name, text] of Object.entries({ ...all, ...fields })) form.set(name, text);
    form.set('piece', new File([new Uint8Array(short)], 'x'));
    const answer = await fetch(`${server.baseURL}/api/media`, {
      method: 'POST',
      body: form,
      headers: { cookie, origin: server.baseURL, ...headers },
    });
    const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
    return [answer.status, code];
  };
  expect(await send('')).toEqual([401, 'signed-out']);
  expect(await send(await cookieOf(server, 'moderator'))).toEqual([403, 'forbidden']);
  const cookie = await cookieOf(server, 'reporter');
  expect((await send(cookie, {}, { origin: 'https://evil.example' }))[0]).toBe(403);
  for (const [fields, answer] of [
    [{ name: 'x.exe' }, [415, 'media-kind']],
    [{ kind: 'audio' }, [415, 'media-kind']],
    [{ kind: '' }, [415, 'media-kind']],
    [{ upload: '../../x' }, [400, 'media-none']],
    [{ at: '-1' }, [422, 'media-broken']],
    [{ at: 'x' }, [422, 'media-broken']],
    [{ total: '600000000000' }, [413, 'media-too-heavy']],
    [{ total: '1' }, [422, 'media-broken']],
  ] as const)
    expect(await send(cookie, fields)).toEqual(answer);
  expect((await send(cookie))[0]).toBe(200);
  const empty = await fetch(`${server.baseURL}/api/media`, {
    method: 'POST',
    body: 'x=1',
    headers: { cookie, origin: server.baseURL, 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(empty.status).toBe(400);
});
