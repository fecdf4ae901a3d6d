import sharp from 'sharp';
import { axeViolations, expect, signIn, testWithOwnServer } from '../support/test';

/** In a newsroom of their own: a logo stands on every page of others too. */
const test = testWithOwnServer();

const aPng = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 4, background } })
    .png()
    .toBuffer();

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('logo, icon and share picture are chosen on the desk and stand on every page at once', async ({
    page,
    server,
    request,
  }) => {
    await signIn(page, server, 'chief', '/admin/settings/identity');
    const file = async (label: string, buffer: Buffer) =>
      page
        .getByLabel(label, { exact: true })
        .setInputFiles({ name: 'চিহ্ন.png', mimeType: 'image/png', buffer });
    await page.getByLabel('শেয়ারের ছবি: ছবির নম্বর').fill('৯৯৯৯');
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(page.locator('#identity-cardPictureId-error')).toContainText('ভান্ডারে আছে');

    await page.getByLabel('শেয়ারের ছবি: ছবির নম্বর').fill('১');
    await file('লোগো: নতুন ছবি', await aPng(900, 200, '#a00'));
    await file('ডার্ক মোডের লোগো: নতুন ছবি', await aPng(900, 200, '#faa'));
    await file('আইকন: নতুন ছবি', await aPng(600, 600, '#00a'));
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(page.getByRole('status')).toContainText('সংরক্ষিত হয়েছে');

    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/');
    await expect(page.locator('.logo--light')).toBeVisible();
    await expect(page.locator('.logo--dark')).toBeHidden();
    await expect(page.getByRole('link', { name: 'বার্তা, প্রচ্ছদ' })).toBeVisible();
    await expect(page.locator('meta[property="og:image"]')).toHaveAttribute(
      'content',
      /\/media\/[0-9a-f]+-\d+\.jpg$/,
    );
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('.logo--dark')).toBeVisible();
    await expect(page.locator('.logo--light')).toBeHidden();
    for (const path of ['/international/1', '/search', '/page/about']) {
      await page.goto(path);
      await expect(page.locator('.logo')).toBeVisible();
    }
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('/');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

    const manifest = (await (await request.get('/manifest.webmanifest')).json()) as {
      icons: { src: string }[];
    };
    for (const { src } of manifest.icons) {
      const icon = await request.get(src);
      expect([icon.status(), icon.headers()['content-type'], icon.headers()['cache-control']]).toEqual([
        200,
        'image/png',
        'public, max-age=31536000, immutable',
      ]);
    }
    expect(manifest.icons[0]?.src).toMatch(/^\/media\//);
    for (const rel of ['icon', 'apple-touch-icon']) {
      const href = (await page.locator(`link[rel="${rel}"]`).getAttribute('href')) ?? '';
      expect(href).toMatch(/^\/media\//);
      expect((await request.get(href)).status(), rel).toBe(200);
    }
  });

  test('the newsroom’s own words for a label stand on every page at once, and a line that names none is told at its field', async ({
    page,
    server,
  }) => {
    const top = page.getByRole('contentinfo').locator('a[href="#top"]');
    await page.goto('/international/1');
    await expect(top).toHaveText('ওপরে ফিরুন');

    await signIn(page, server, 'chief', '/admin/settings');
    const own = page.getByLabel('নিজস্ব লেবেল', { exact: true });
    await own.fill('nav.backToTop = একদম ওপরে\nno.such.label = কিছু');
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(own).toHaveAttribute('aria-invalid', 'true');
    await expect(own).toHaveValue(/একদম ওপরে\s+no\.such\.label = কিছু/);
    await own.fill('nav.backToTop = একদম ওপরে');
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(page.getByRole('status')).toBeVisible();

    for (const path of ['/international/1', '/', '/search', '/account']) {
      await page.goto(path);
      await expect(top, path).toHaveText('একদম ওপরে');
    }
    await server.barta('setting', 'labelOverrides', '');
  });
});

test('the page of signs, and a page with a logo, are fit for everyone', async ({ page, server }) => {
  await signIn(page, server, 'chief', '/admin/settings/identity');
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.goto('/');
  expect(await axeViolations(page)).toEqual([]);
});
