import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { cookieOf, formOf } from '../support/forms/plain-http';
import { TestServer } from '../support/server/test-server';
import { axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

const hostile = (name: string) => readFileSync(join('lib/pictures/testing/hostile', name));
const asFile = (name: string, buffer: Buffer, mimeType = 'image/jpeg') => ({ name, mimeType, buffer });
let colour = 0x202020;
async function aJpeg(): Promise<Buffer> {
  colour += 0x020507;
  const background = `#${colour.toString(16).padStart(6, '0')}`;
  return sharp({ create: { width: 800, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer();
}
const send = (page: Page, name: string) => page.locator('#form').getByRole('button', { name }).click();
const lastTip = (server: TestServer) =>
  server.rows<{ id: number; picture_ids: string; words: string }>(
    'select id, picture_ids, words from tips order by id desc limit 1',
  )[0];

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a message is refused at its fields with all that was typed, then arrives', async ({
    page,
    server,
  }) => {
    await page.goto('/contact');
    await page.getByLabel('আপনার কথা').fill('তৃতীয় পাতায় নামের বানান ভুল।');
    await page.getByLabel('ই-মেইল বা ফোন').fill('রহিমের ফোন');
    await send(page, 'পাঠান');
    await expect(page.locator('#tip-contact-error')).toHaveText('ই-মেইল বা ফোন নম্বরটি ঠিক নেই।');
    await expect(page.locator('#tip-name-error')).toHaveText('আপনার নাম লিখুন।');
    await expect(page.getByLabel('আপনার কথা')).toHaveValue('তৃতীয় পাতায় নামের বানান ভুল।');
    await expect(page.getByLabel('ই-মেইল বা ফোন')).toHaveAttribute('aria-describedby', 'tip-contact-error');

    await page.locator('#tip-name').fill('রহিম');
    await page.getByLabel('ই-মেইল বা ফোন').fill('০১৭১১-০০০০০০');
    await send(page, 'পাঠান');
    await expect(page.getByRole('status')).toContainText('বার্তাকক্ষে পৌঁছেছে');
    expect(server.rows('select kind, contact, state from tips order by id desc limit 1')).toEqual([
      { kind: 'message', contact: '01711000000', state: 'new' },
    ]);
  });

  test('a reader sends news with pictures; a bad file is told by name, the rest is kept', async ({
    page,
    server,
  }) => {
    await page.goto('/send-news');
    await page.getByLabel('খবর *').fill('কাকডাঙার বাঁধ ভেঙে গেছে।');
    await page.getByLabel('ছবি').setInputFiles([
      asFile('বাঁধ.jpg', await aJpeg()),
      // A byte more than the one that the desk may have sent by now: that would be the desk's.
      asFile('জিপিএস.jpg', Buffer.concat([hostile('gps.jpg'), Buffer.alloc(1)])),
      asFile('নকশা.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'),
      asFile('আধখানা.jpg', hostile('half.jpg')),
      asFile('বোমা.png', hostile('bomb-18000x18000.png'), 'image/png'),
      asFile('লেখা.jpg', hostile('not-a-picture.jpg')),
      asFile('ফাঁকা.png', Buffer.alloc(0), 'image/png'),
    ]);
    await send(page, 'খবর পাঠান');
    const pictureError = page.locator('#tip-pictures-error');
    for (const name of ['নকশা.svg', 'আধখানা.jpg', 'বোমা.png', 'লেখা.jpg', 'ফাঁকা.png'])
      await expect(pictureError).toContainText(`‘${name}’`);
    await expect(pictureError).not.toContainText('বাঁধ.jpg');
    await expect(page.getByLabel('খবর *')).toHaveValue('কাকডাঙার বাঁধ ভেঙে গেছে।');
    await expect(page.getByText('আগের ২টি ছবি আছে, আবার দিতে হবে না।')).toBeVisible();

    await page.getByLabel('কোথায়').fill('কাকডাঙা, সাতক্ষীরা');
    await send(page, 'খবর পাঠান');
    await expect(page.getByRole('status')).toContainText('বার্তাকক্ষে পৌঁছেছে');

    const tip = lastTip(server);
    const ids = JSON.parse(tip?.picture_ids ?? '[]') as number[];
    expect(ids).toHaveLength(2);
    const [picture] = server.rows<{ variants: string; origin: string }>(
      'select variants, origin from pictures where id = ?',
      ids[1],
    );
    expect(picture?.origin).toBe('reader');
    const file = (JSON.parse(picture?.variants ?? '[]') as { file: string }[]).at(-1)?.file ?? '';
    // Readers have no way to it, whatever they know of its bytes; the desk has, and nothing of the place is in it.
    expect((await page.request.get(`/media/${file}`)).status()).toBe(404);
    const cookie = await cookieOf(server, 'reporter');
    const pictureResponse = await fetch(`${server.baseURL}/admin/pictures/waiting/${file}`, {
      headers: { cookie },
    });
    expect([pictureResponse.status, pictureResponse.headers.get('cache-control')]).toEqual([
      200,
      'private, no-store',
    ]);
    const exif = await sharp(Buffer.from(await pictureResponse.arrayBuffer())).metadata();
    expect(exif.exif).toBeUndefined();
    const asModerator = await fetch(`${server.baseURL}/admin/pictures/waiting/${file}`, {
      headers: { cookie: await cookieOf(server, 'moderator') },
    });
    expect(asModerator.status).toBe(403);
  });

  test('the desk takes it on, makes a draft with a chosen picture, and erases it for good', async ({
    page,
    server,
  }) => {
    await page.goto('/send-news');
    await page.getByLabel('খবর *').fill('চরবাড়িয়ায় নৌকাডুবি।\nতিনজন নিখোঁজ।');
    await page.getByLabel('ফোন বা ই-মেইল').fill('01811223344');
    await page
      .getByLabel('ছবি')
      .setInputFiles([asFile('ক.jpg', await aJpeg()), asFile('খ.jpg', await aJpeg())]);
    await send(page, 'খবর পাঠান');
    const tip = lastTip(server);

    await signIn(page, server, 'editor', '/admin');
    await expect(page.getByRole('navigation', { name: /ডেস্ক/ }).getByText('পাঠকের পাঠানো')).toBeVisible();
    await page.getByRole('link', { name: /চরবাড়িয়ায় নৌকাডুবি/ }).click();
    await page.getByLabel('নোট').fill('থানায় ফোন করেছি');
    await page.getByRole('button', { name: 'আমি দেখছি' }).click();
    await expect(page.getByRole('status')).toHaveText('সংরক্ষিত হয়েছে।');
    await expect(page.getByLabel('নোট')).toHaveValue('থানায় ফোন করেছি');

    server.change('update tips set version = version + 1, note = ? where id = ?', 'অন্যের নোট', tip?.id);
    await page.getByLabel('নোট').fill('আমার নোট');
    await page.getByRole('button', { name: 'পড়া হয়েছে' }).click();
    await expect(page.getByRole('alert')).toContainText('অন্য কেউ এটি বদলেছেন');
    await expect(page.getByLabel('নোট')).toHaveValue('আমার নোট');
    await expect(page.locator('#tip-note-hint')).toHaveText('এখন সংরক্ষিত আছে: অন্যের নোট');

    await page.goto(`/admin/tips/${tip?.id}`);
    await page.getByLabel('২ নম্বর ছবি').uncheck();
    await page.getByLabel('কোন বিভাগে').selectOption('country');
    await page.getByRole('button', { name: 'খবরের খসড়া করুন' }).click();
    await expect(page).toHaveURL(/\/admin\/stories\/\d+/);
    await expect(page.locator('[name=headline]')).toHaveValue('চরবাড়িয়ায় নৌকাডুবি');
    await expect(page.locator('[name=pictureCredit]')).toHaveValue('পাঠকের পাঠানো');
    await expect(page.locator('[name=body]')).toHaveValue(/তিনজন নিখোঁজ/);
    expect(await page.content()).not.toContain('01811223344');

    await page.goto('/admin/tips?q=01811223344');
    await page.locator('.tips a').click();
    await expect(page.getByText('এ থেকে করা খসড়া:')).toBeVisible();
    await page.locator('summary', { hasText: 'চিরতরে মুছে ফেলুন' }).click();
    await page.getByRole('button', { name: 'চিরতরে মুছে ফেলুন' }).click();
    await expect(page.getByRole('status')).toHaveText('চিরতরে মুছে ফেলা হয়েছে।');
    expect(server.rows('select id from tips where id = ?', tip?.id)).toEqual([]);
    expect(JSON.stringify(server.rows('select * from audit_entries'))).not.toMatch(/01811223344|থানায়/);
  });
});

test('the forms are the same bytes for everyone, fit for everyone, on a narrow screen and in the dark', async ({
  page,
  request,
}) => {
  const complaints = complaintsOf(page);
  for (const path of ['/contact', '/send-news']) {
    const [one, two] = [await request.get(path), await request.get(path)];
    expect(await one.text()).toBe(await two.text());
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width: 320, height: 700 });
      await page.goto(path);
      expect(await axeViolations(page), `${path} ${scheme}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  }
  expect(complaints).toEqual([]);
});

test('the inbox is fit for everyone, on a narrow screen too', async ({ page, server }) => {
  server.change(
    "insert into tips (kind, words, name, picture_ids, at) values ('news', 'একটি খবর', 'করিম', '[]', ?)",
    Date.now(),
  );
  const id = lastTip(server)?.id;
  await signIn(page, server, 'reporter', '/admin/tips');
  for (const path of ['/admin/tips', `/admin/tips/${id}`]) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(path);
    expect(await axeViolations(page), path).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});

test('the edge server: too much is too much, half a form is a sentence, and a form without a token is sent back', async ({
  server,
}) => {
  const headers = { origin: server.baseURL };
  const post = (body: BodyInit, more: Record<string, string> = {}) =>
    fetch(`${server.baseURL}/send-news`, { method: 'POST', headers: { ...headers, ...more }, body });
  const heavy = await formOf(server, '/send-news', 'id="form"');
  heavy.set('pictures', new File([Buffer.alloc(23 * 1024 * 1024)], 'ভারী.jpg'));
  const packed = new Response(heavy);
  const type = packed.headers.get('content-type') ?? '';
  const bytes = Buffer.from(await packed.arrayBuffer());
  const tooMuch = await post(bytes, { 'content-type': type }).catch(() => null);
  expect(tooMuch === null ? 413 : tooMuch.status).toBe(413);

  const half = await post(bytes.subarray(0, 2 * 1024 * 1024), { 'content-type': type });
  expect(half.status).toBe(400);

  const bare = await formOf(server, '/send-news', 'id="form"');
  bare.set('words', 'কথা');
  bare.set('token', '');
  const back = await (await post(bare)).text();
  expect(back).toContain('পাতাটি অনেকক্ষণ খোলা ছিল');
  expect(back).toContain('কথা</textarea>');
});

test('on a full disk news and message are refused with a sentence, and the words stay', async ({
  browser,
}) => {
  const sign = join(tmpdir(), `barta-full-disk-tips-${process.pid}`);
  const server = await TestServer.open({
    NODE_OPTIONS: '--import ./e2e/support/server/full-disk.mjs',
    TEST_FULL_DISK: sign,
  });
  try {
    const page = await (
      await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled: false })
    ).newPage();
    const words = 'নদীর ঘাটে দাঁড়িয়ে লেখা। '.repeat(150).trim();
    server.change('vacuum');
    writeFileSync(sign, '');
    for (const [path, label, button] of [
      ['/send-news', 'খবর *', 'খবর পাঠান'],
      ['/contact', 'আপনার কথা', 'পাঠান'],
    ] as const) {
      await page.goto(path);
      await page.getByLabel(label).fill(words);
      await page.locator('#tip-name').fill('রহিম');
      await page.getByLabel(/ই-মেইল/).fill('01711000000');
      await send(page, button);
      await expect(page.getByRole('alert')).toContainText('এই মুহূর্তে লেখা নেওয়া যাচ্ছে না');
      await expect(page.getByLabel(label)).toHaveValue(words);
    }
  } finally {
    rmSync(sign, { force: true });
    await server.close();
  }
});
