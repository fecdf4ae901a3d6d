import { axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

const narrow = { width: 320, height: 700 };

test('a page that is no story is read by everyone, named in the foot and in the sitemap', async ({
  page,
  request,
}) => {
  const complaints = complaintsOf(page);
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'গোপনীয়তার নীতি' }).click();
  await expect(page).toHaveURL('/page/privacy');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('গোপনীয়তার নীতি');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/page\/privacy$/);
  expect(await axeViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);

  const pages = await (await request.get('/sitemap/pages.xml')).text();
  expect(pages).toMatch(/\/page\/privacy<\/loc><lastmod>/);
  expect((await request.get('/page/nothing')).status()).toBe(404);
  expect((await request.get('/page/About')).status()).toBe(404);
});

test('the bar’s last word opens what it has no room for, and on a phone the one menu holds all', async ({
  page,
  server,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  server.change("update sections set menu = 'more' where slug = 'opinion'");
  server.change('insert into page_events (tags, at) values (\'["site"]\', ?)', Date.now());
  await page.goto('/');
  const more = page.locator('.nav__more');
  await expect(more.getByRole('link', { name: 'মতামত' })).toBeHidden();
  await more.locator('summary').press('Enter');
  await expect(more.getByRole('link', { name: 'মতামত' })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await more.getByRole('link', { name: 'মতামত' }).click();
  await expect(page).toHaveURL('/opinion');

  await page.setViewportSize(narrow);
  await page.goto('/');
  await page.locator('.menu > summary').press('Enter');
  await expect(page.locator('.menu').getByRole('link', { name: 'মতামত' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('a long text that was not sent is not left without a question, and one that was is', async ({
  page,
  server,
}) => {
  await signIn(page, server, 'editor', '/admin/pages');
  await page.getByRole('link', { name: 'নতুন পাতা' }).click();
  const text = page.getByRole('textbox', { name: /^লেখা/ });
  const menus = page.getByRole('link', { name: 'মেনু', exact: true });
  await expect
    .poll(() => page.evaluate(() => Object.keys(document.querySelector('main form') ?? {}).join()))
    .toContain('__reactProps');
  await text.click();
  await page.keyboard.type('অনেকখানি লেখা');
  const leave = async (answer: 'accept' | 'dismiss') => {
    const dialogOpens = page.waitForEvent('dialog');
    const pressed = menus.click({ noWaitAfter: true });
    const dialog = await dialogOpens;
    expect(dialog.type()).toBe('beforeunload');
    await dialog[answer]();
    await pressed;
  };
  await leave('dismiss');
  await expect(text).toHaveValue('অনেকখানি লেখা');

  await page.getByRole('textbox', { name: 'শিরোনাম' }).fill('না-ভোলা পাতা');
  await page.getByLabel('ঠিকানার অংশ').fill('kept-page');
  await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
  await expect(page.getByRole('status').first()).toBeVisible();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    void dialog.accept();
  });
  await menus.click();
  await expect(page).toHaveURL('/admin/menus');
  expect(dialogs).toEqual([]);
  server.change("delete from static_pages where slug = 'kept-page'");
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an editor writes a page, mends it, meets another’s change, and takes it away', async ({
    page,
    server,
    browser,
  }) => {
    await signIn(page, server, 'editor', '/admin/pages');
    await page.getByRole('link', { name: 'নতুন পাতা' }).click();
    await page.getByRole('textbox', { name: 'শিরোনাম' }).fill('বিজ্ঞাপনের হার');
    await page.getByLabel('ঠিকানার অংশ').fill('Rates!');
    await page.getByRole('textbox', { name: /^লেখা/ }).fill('প্রতি দিনের হার।\n\n- ওপরে\n- পাশে');
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(page.locator('#page-slug-error')).toContainText('ছোট হাতের ইংরেজি অক্ষর');
    await expect(page.getByRole('textbox', { name: 'শিরোনাম' })).toHaveValue('বিজ্ঞাপনের হার');

    await page.getByLabel('ঠিকানার অংশ').fill('about');
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(page.locator('#page-slug-error')).toContainText('এই ঠিকানায় আরেকটি পাতা আছে।');
    await expect(page.getByRole('textbox', { name: /^লেখা/ })).toHaveValue(/প্রতি দিনের হার/);

    await page.getByLabel('ঠিকানার অংশ').fill('rates');
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(page).toHaveURL(/\/admin\/pages\/\d+\?did=add/);
    const reader = await (await browser.newContext({ baseURL: server.baseURL })).newPage();
    await reader.goto('/page/rates');
    await expect(reader.locator('.body li')).toHaveText(['ওপরে', 'পাশে']);

    server.change(
      "update static_pages set title = 'অন্যের শিরোনাম', version = version + 1 where slug = 'rates'",
    );
    // Told of a fault of their own, they have seen nothing of it yet.
    await page.getByRole('textbox', { name: 'শিরোনাম' }).fill('');
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(page.locator('#page-title-error')).toBeVisible();
    await page.getByRole('textbox', { name: 'শিরোনাম' }).fill('আমার শিরোনাম');
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(page.getByRole('alert')).toContainText('অন্য কেউ এটি বদলেছেন');
    await expect(page.locator('#page-title-hint')).toHaveText('এখন সংরক্ষিত আছে: অন্যের শিরোনাম');
    await expect(page.getByRole('textbox', { name: 'শিরোনাম' })).toHaveValue('আমার শিরোনাম');
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(page.getByRole('status')).toContainText('সংরক্ষিত হয়েছে');
    await reader.goto('/page/rates');
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText('আমার শিরোনাম');
    await expect(reader.getByRole('contentinfo').getByRole('link', { name: 'আমার শিরোনাম' })).toBeVisible();

    await page.goto('/admin/pages');
    await page.getByRole('link', { name: 'আমার শিরোনাম' }).click();
    await page.locator('summary', { hasText: 'পাতাটি মুছে ফেলুন' }).click();
    await page.getByRole('button', { name: 'পাতাটি মুছে ফেলুন' }).click();
    await expect(page.getByRole('status')).toContainText('মুছে ফেলা হয়েছে');
    expect((await reader.request.get('/page/rates')).status()).toBe(404);
  });

  test('a line of a menu is added, moved by its button, and every page shows it at once', async ({
    page,
    server,
    request,
  }) => {
    const foot = async () => {
      const html = await (await request.get('/national')).text();
      return [...html.slice(html.indexOf('class="foot"')).matchAll(/<a href="([^"]+)"/g)].map(([, to]) => to);
    };
    await signIn(page, server, 'editor', '/admin/menus');
    await page.getByLabel('যা লেখা থাকবে').fill('ই-পেপার');
    await page.getByLabel('ঠিকানা').fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(page.locator('#line-href-error')).toContainText('https:// সহ পুরো ঠিকানা');

    await page.getByLabel('ঠিকানা').fill('https://epaper.example/today');
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(page.getByRole('status')).toHaveText('‘ই-পেপার’ সংরক্ষিত হয়েছে।');
    const before = await foot();
    const at = before.indexOf('https://epaper.example/today');
    expect(at).toBeGreaterThan(0);

    await page.getByRole('button', { name: 'ওপরে নিন: ই-পেপার' }).click();
    await expect(page.getByRole('status')).toHaveText('ক্রম বদলানো হয়েছে।');
    expect((await foot()).indexOf('https://epaper.example/today')).toBe(at - 1);

    await page.goto('/admin/menus');
    await page.getByRole('link', { name: 'ই-পেপার' }).click();
    await page.getByRole('button', { name: 'লাইনটি সরিয়ে দিন' }).click();
    await expect.poll(foot).not.toContain('https://epaper.example/today');
  });
});

test('the desk’s pages and menus are fit for everyone, on a narrow screen too', async ({ page, server }) => {
  const complaints = complaintsOf(page);
  await signIn(page, server, 'editor', '/admin/menus');
  for (const path of ['/admin/menus', '/admin/pages', '/admin/pages/new', '/admin/pages/1']) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(path);
    expect(await axeViolations(page), path).toEqual([]);
    await page.setViewportSize(narrow);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
  expect(complaints).toEqual([]);
});
