import type { Page } from '@playwright/test';
import { axeViolations, complaintsOf, expect, test } from '../../support/test';

/** Until the worker is in charge of the page and has kept it. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  const path = new URL(page.url()).pathname;
  await expect
    .poll(() => page.evaluate(async (asked) => Boolean(await caches.match(asked)), path))
    .toBe(true);
}

const readable = async (page: Page) => {
  await expect(page.locator('h1')).toBeVisible();
  const isStyled = await page.evaluate(() => getComputedStyle(document.body).margin === '0px');
  expect(isStyled).toBe(true);
};

test('without a line: the front and the stories that were read, as they looked; for the rest a page', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await settled(page);
  await page.goto('/international/1');
  await settled(page);
  const headline = (await page.locator('h1').textContent()) ?? '';

  await context.setOffline(true);
  await page.goto('/');
  await readable(page);
  await expect(page.locator('.wordmark').first()).toBeVisible();
  await page.goto('/international/1?utm_source=x');
  await expect(page.locator('h1')).toHaveText(headline);
  await readable(page);

  await page.goto('/national/never-read');
  await expect(page.locator('h1')).toHaveText('ইন্টারনেট সংযোগ নেই');
  await readable(page);
  await expect(page.locator('[data-pages-kept]').getByRole('link', { name: headline })).toBeVisible();
  await expect(page.locator('[data-pages-kept] a[href="/offline"]')).toHaveCount(0);
  await page.goto('/search?q=নদী');
  await expect(page.locator('h1')).toHaveText('ইন্টারনেট সংযোগ নেই');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page), colorScheme).toEqual([]);
  }

  await page.goto('/national/never-read');
  await context.setOffline(false);
  await page.getByRole('link', { name: 'আবার চেষ্টা করুন' }).click();
  await expect(page.locator('h1')).toHaveText('পাতাটি পাওয়া যায়নি');
});

test('without a line a picture that was not kept leaves its room in about its colour, and no torn one', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await settled(page);
  await page.reload();
  await settled(page);
  await page.evaluate(() => caches.delete('pictures'));
  await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
  await context.setOffline(true);
  // A photograph: a cover, which another test's story may have brought to the top, says nothing.
  const at = await page
    .locator('.pic')
    .evaluateAll((all) => all.findIndex((one) => one.querySelector('img[src^="/media/"]')));
  const first = page.locator('.pic').nth(at);
  const size = async () => {
    const box = await first.boundingBox();
    return [box?.width, box?.height];
  };
  const room = await size();
  await page.reload();
  await readable(page);
  await first.scrollIntoViewIfNeeded();
  await expect
    .poll(() =>
      first.locator('img').evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0),
    )
    .toBe(true);
  expect(await size()).toEqual(room);
  await expect(first.locator('img')).toHaveAttribute('alt', /./);
});

test('the very first page that was opened can be read again without a line', async ({ page, context }) => {
  await page.goto('/sports');
  await settled(page);
  await context.setOffline(true);
  await page.reload();
  await readable(page);
  await expect(page.locator('h1')).toHaveText('খেলা');
});

test('with a line nobody reads an old front', async ({ page, server }) => {
  await page.goto('/');
  await settled(page);
  const headline = 'ঘাটে ফিরল হারানো নৌকা';
  server.change(
    `update stories set state = 'scheduled', scheduled_at = ?, headline = ? where id =
     (select max(stories.id) from stories join sections on sections.id = section_id where slug = 'national')`,
    Date.now() - 1000,
    headline,
  );
  await server.barta('publish-due');
  await page.goto('/');
  await expect(page.getByText(headline).first()).toBeAttached();
});

test('the desk, the sign-in and what is sent are never kept', async ({ page, context }) => {
  await page.goto('/');
  await settled(page);
  for (const address of ['/login', '/search?q=নদী', '/admin']) await page.goto(address);
  await page.goto('/');
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map((request) => new URL(request.url).pathname);
  });
  expect(kept.filter((path) => /^\/(admin|login|search|api|account)/.test(path))).toEqual([]);
  await context.setOffline(true);
  const failed = await page.goto('/login').catch((error: Error) => error.message);
  expect(failed).toContain('ERR_INTERNET_DISCONNECTED');
});

test('a page that is no page is not kept', async ({ page }) => {
  await page.goto('/');
  await settled(page);
  await page.goto('/national/999999');
  expect(await page.evaluate(async () => Boolean(await caches.match('/national/999999')))).toBe(false);
});

test('it can be installed: manifest, icons and worker are as a browser wants them', async ({
  page,
  request,
}) => {
  const complaints = complaintsOf(page);
  await page.goto('/');
  const manifest = await (await request.get('/manifest.webmanifest')).json();
  expect(manifest).toMatchObject({ start_url: '/', display: 'standalone', lang: 'bn', name: 'বার্তা' });
  for (const icon of manifest.icons) {
    const answer = await request.get(icon.src);
    expect(answer.headers()['content-type']).toBe('image/png');
    const png = await answer.body();
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(icon.sizes);
  }
  expect(manifest.icons.map((icon: { purpose: string }) => icon.purpose)).toContain('maskable');
  await expect(page.locator('link[rel=manifest]')).toHaveAttribute('href', '/manifest.webmanifest');
  await settled(page);
  const worker = await request.get('/sw.js');
  expect(worker.headers()['cache-control']).toContain('max-age=0');
  expect(complaints).toEqual([]);
});
