import { gzipSync } from 'node:zlib';
import { axeViolations, complaintsOf, expect, test } from '../../support/test';

const polli = `/topic/${encodeURIComponent('পরিবেশ')}`;
const save = '.share [data-keep=saved]';

test('the colours that a reader chose are there before the first paint, on every page', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('/');
  const root = page.locator('html');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.locator('[data-theme-switch]').click();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('[data-theme-words]')).toHaveText('ডার্ক মোড');

  // As soon as there is a body, which is long before the module that enhances pages runs.
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const seen = window as unknown as { atFirst?: string };
      if (document.body) seen.atFirst ??= document.documentElement.dataset.theme ?? 'none';
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto('/international/1');
  expect(await page.evaluate(() => (window as unknown as { atFirst: string }).atFirst)).toBe('dark');
  expect(await ground()).not.toBe(light);
  // It waits for no sheet that would stand before it.
  expect(
    await page.evaluate(() => {
      const script = document.querySelector('head script[data-first-paint]');
      const sheet = document.querySelector('link[rel=stylesheet]');
      return script && sheet && Boolean(script.compareDocumentPosition(sheet) & 4);
    }),
  ).toBe(true);

  // Pages for one reader know it too, and offer nothing that they have no script for.
  await page.goto('/account');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  expect(await ground()).not.toBe(light);
  await expect(page.locator('[data-theme-switch]')).toBeHidden();

  await page.goto('/search?q=নদী');
  await page.locator('[data-theme-switch]').click();
  await expect(root).toHaveAttribute('data-theme', 'light');
  await page.locator('[data-theme-switch]').click();
  await expect(root).not.toHaveAttribute('data-theme');
  await expect(page.locator('[data-theme-words]')).toHaveText('ডিভাইসের মোড');
  expect(complaints).toEqual([]);
});

test('in a dark room the first press of the switch makes it light', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  await page.locator('[data-theme-switch]').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('letters have three sizes, and the one chosen stays', async ({ page }) => {
  await page.goto('/international/1');
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  const [smaller, larger] = [page.locator('[data-text-size="-1"]'), page.locator('[data-text-size="1"]')];
  expect(await size()).toBe('16px');
  await larger.click();
  await larger.click();
  expect(await size()).toBe('19.2px');
  // The date beside the buttons would be a word wide and eight lines high.
  await page.setViewportSize({ width: 390, height: 800 });
  expect((await page.locator('.strip').boundingBox())?.height).toBeLessThan(120);
  await page.goto('/national');
  expect(await size()).toBe('19.2px');
  await page.goto('/international/1');
  for (let press = 0; press < 3; press++) await smaller.click();
  expect(await size()).toBe('14.4px');
  // An iPhone enlarges the page around a field whose letters are smaller, and leaves it so.
  await expect(page.locator('#comment-body')).toHaveCSS('font-size', '16px');
});

test.describe('on a first visit', () => {
  test.use({ serviceWorkers: 'block' });

  test('nothing moves when the script arrives', async ({ page }) => {
    // The script is held back until the letters are there: what moves after that is its doing.
    let letIn = () => {};
    await page.route('**/enhance/reader-*', async (route) => {
      await held;
      await route.continue();
    });
    let held = Promise.resolve();
    await page.addInitScript(() => {
      Object.assign(window, { shifted: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          (window as unknown as { shifted: number }).shifted += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const shifted = () =>
      page.evaluate(async () => {
        const drawn = () =>
          new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        await drawn();
        await document.fonts.ready;
        await drawn();
        const window_ = window as unknown as { shifted: number };
        const { shifted } = window_;
        window_.shifted = 0;
        return Math.round(shifted * 1000) / 1000;
      });
    for (const address of ['/', '/international/1', polli]) {
      held = new Promise((resolve) => {
        letIn = resolve;
      });
      const arrives = page.waitForResponse('**/enhance/reader-*');
      await page.goto(address, { waitUntil: 'commit' });
      await expect(page.locator('footer').last()).toBeAttached();
      // Letters of a face at another's measure: next to nothing, and nothing that a reader would lose the place by.
      expect(await shifted(), address).toBeLessThan(0.02);
      letIn();
      await arrives;
      await page.waitForLoadState('networkidle');
      expect(await shifted(), address).toBe(0);
    }
  });
});

test('a story is saved on the device, listed, and taken out again', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('/international/1');
  const headline = (await page.locator('h1').textContent()) ?? '';
  await expect(page.locator(save)).toHaveAttribute('aria-pressed', 'false');
  await page.locator(save).click();
  await expect(page.locator(save)).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(page.locator(save)).toHaveAttribute('aria-pressed', 'true');

  await page.goto('/saved');
  const saved = page.locator('[data-list=saved]');
  await expect(saved.getByRole('link')).toHaveText(headline);
  await expect(saved.locator('[data-none]')).toBeHidden();
  await saved.getByRole('button', { name: `সরান: ${headline}` }).click();
  await expect(saved.getByRole('link')).toHaveCount(0);
  await expect(saved.locator('[data-none]')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a topic is followed on the device, and its newest stories come with it', async ({ page }) => {
  await page.goto(polli);
  await page.getByRole('button', { name: 'অনুসরণ করুন' }).click();
  const newest = await page.locator('.list a').first().textContent();
  await page.goto('/saved');
  const topics = page.locator('[data-list=topics]');
  await expect(topics.getByRole('link', { name: 'পরিবেশ', exact: true })).toBeVisible();
  await expect(topics.locator('ul ul a').first()).toHaveText(newest ?? '');
});

test('reading shows how far one is, and can be gone on with', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await page.goto('/international/1');
  const bar = page.locator('.progress');
  const shownWidth = () => bar.evaluate((one) => one.getBoundingClientRect().width / innerWidth);
  const atTop = await shownWidth();
  await page.evaluate(() => {
    const { top, height } = (document.querySelector('[data-story-body]') as Element).getBoundingClientRect();
    scrollTo(0, top + height / 2 - innerHeight * 0.8);
  });
  await expect.poll(async () => Math.round((await shownWidth()) * 10)).toBe(5);
  expect(atTop).toBeLessThan(0.5);

  // As a telephone does when another program comes to the front.
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.goto('/saved');
  await page.locator('[data-list=reading]').getByRole('link').click();
  await expect.poll(async () => Math.round((await shownWidth()) * 10)).toBe(5);
});

test('a browser that cannot tell graphemes apart, as Firefox before 125, has all the rest', async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(Intl, 'Segmenter'));
  const complaints = complaintsOf(page);
  await page.goto('/international/1');
  await page.locator('[data-theme-switch]').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.locator('#comment-body').pressSequentially('বৃষ্টি');
  await expect(page.locator('#comment-body')).toHaveValue('বৃষ্টি');
  expect(complaints).toEqual([]);
});

for (const how of ['forbidden', 'full'] as const)
  test(`where the device’s memory is ${how}, all is read and chosen, and nobody is told of a fault`, async ({
    page,
  }) => {
    await page.addInitScript((how) => {
      const refuse = () => {
        throw new DOMException('no', how === 'full' ? 'QuotaExceededError' : 'SecurityError');
      };
      if (how === 'full') Storage.prototype.setItem = refuse;
      else
        for (const name of ['localStorage', 'caches']) Object.defineProperty(window, name, { get: refuse });
    }, how);
    const complaints = complaintsOf(page);
    await page.goto('/international/1');
    const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    await page.locator('[data-text-size="1"]').click();
    expect(await size()).toBe('19.2px');
    await page.locator('[data-text-size="-1"]').click();
    expect(await size()).toBe('16px');
    await page.locator('[data-theme-switch]').click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.locator(save).click();
    // It is not kept, and does not say that it is.
    await expect(page.locator(save)).toHaveAttribute('aria-pressed', 'false');
    await page.locator('#comment-body').fill('নদীর কথা');
    for (const at of ['/saved', '/', polli]) {
      await page.goto(at, { waitUntil: 'networkidle' });
      await expect(page.locator('main h1')).toBeAttached();
    }
    expect(complaints).toEqual([]);
  });

test('what lies in the device’s memory is not believed', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('/');
  await page.evaluate(() => {
    localStorage.setItem('saved', '{"no":"list"}');
    localStorage.setItem(
      'topics',
      '[null, {"href":"javascript:alert(1)","name":"x"}, {"href":"//evil.example","name":"y"}]',
    );
    localStorage.setItem('reading', 'broken');
    localStorage.setItem('theme', 'purple');
    localStorage.setItem('text-size', '99');
  });
  await page.goto('/saved');
  await expect(page.locator('[data-list] a')).toHaveCount(0);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  expect(complaints).toEqual([]);
});

test('on a dear line the light pages are offered, a story its own', async ({ page }) => {
  await page.goto('/international/1');
  await expect(page.locator('.offer')).toBeHidden();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto('/international/1');
  await page.locator('.offer').click();
  await expect(page).toHaveURL(/\/lite\/international\/1$/);
});

test('without a script nothing is offered that needs one, and the page says why', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.baseURL });
  const page = await context.newPage();
  await page.goto('/international/1');
  for (const one of await page.locator('[data-enhanced], .offer').all()) await expect(one).toBeHidden();
  await page.goto('/saved');
  await expect(page.locator('[data-plain]')).toBeVisible();
  await expect(page.locator('[data-list]').first()).toBeHidden();
  await context.close();
});

for (const [width, colorScheme] of [
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const) {
  test(`the reader's own page is accessible at ${width} px, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto('/international/1');
    await page.locator(save).click();
    await page.goto(polli);
    await page.getByRole('button', { name: 'অনুসরণ করুন' }).click();
    expect(await axeViolations(page)).toEqual([]);
    await page.goto('/saved');
    await expect(page.locator('[data-list=topics] ul ul a').first()).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
}

test('all of the readers’ scripts together stay under their budget', async ({ page, request }) => {
  const scripts = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/enhance/')) scripts.add(pathname);
  });
  await page.goto('/international/1', { waitUntil: 'networkidle' });
  expect([...scripts]).toEqual([expect.stringContaining('/enhance/reader-')]);
  const [first = ''] = await page.locator('script[data-first-paint]').allTextContents();
  let bytes = gzipSync(first).length;
  for (const script of scripts) bytes += gzipSync(await (await request.get(script)).body()).length;
  expect(bytes).toBeLessThanOrEqual(6 * 1024);

  // What is for typing comes to who types.
  await page.locator('#comment-body').focus();
  await expect.poll(() => [...scripts][1]).toContain('/enhance/fields');
});
