import { axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

test('a story’s address is copied, the device’s own sheet is offered where there is one, and paper is a button away', async ({
  page,
  server,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    const asked: unknown[] = [];
    Object.assign(window, { asked, print: () => asked.push('print') });
    navigator.share = async (what) => void asked.push(what);
  });
  await page.goto('/international/1?utm_source=x');
  const share = page.getByRole('group', { name: 'শেয়ার করুন' });
  for (const width of [360, 390, 412]) {
    await page.setViewportSize({ width, height: 800 });
    const buttons = await share
      .locator('.iconbtn')
      .evaluateAll((all) =>
        all.map((button) => button.getBoundingClientRect()).map(({ top, width: wide }) => ({ top, wide })),
      );
    expect(buttons).toHaveLength(9);
    expect(new Set(buttons.map(({ top }) => Math.round(top))).size, `${width}`).toBe(1);
    expect(Math.min(...buttons.map(({ wide }) => wide))).toBeGreaterThanOrEqual(32);
  }
  await share.locator('[data-copy]').click();
  await expect(share.getByRole('status')).not.toBeEmpty();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${server.baseURL}/international/1`);
  await share.locator('[data-share]').click();
  await share.locator('[data-print]').click();
  expect(await page.evaluate('asked')).toEqual([
    { title: await page.locator('.story--main h1').textContent(), url: `${server.baseURL}/international/1` },
    'print',
  ]);
});

test('over plain http, where there is no clipboard, an address is copied all the same', async ({
  page,
  server,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/international/1');
  const copy = page.locator('[data-copy]');
  await copy.click();
  await expect(page.locator('.share [role=status]')).not.toBeEmpty();
  await expect(copy).toBeFocused();
  const words = page.locator('#discussion textarea').first();
  await words.focus();
  await page.keyboard.press('Control+V');
  await expect(words).toHaveValue(`${server.baseURL}/international/1`);
});

test('beside a writer’s face no word of the date stands alone on a line', async ({ page }) => {
  await page.goto('/byline/nahida-sultana');
  await page.locator('main .list a').first().click();
  for (const width of [1280, 390, 360, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(page.locator('.byline img')).toBeVisible();
    const lines = await page
      .locator('.byline .meta time')
      .first()
      .evaluate((time) => {
        const range = document.createRange();
        range.selectNodeContents(time);
        return [...range.getClientRects()].map((line) => line.width);
      });
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.min(...lines), `${width}`).toBeGreaterThan(Math.max(...lines) / 2);
  }
});

for (const javaScriptEnabled of [false, true]) {
  test.describe(`with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('the list of writers leads to each, and each to their stories', async ({ page, server }) => {
      const complaints = complaintsOf(page);
      await page.goto('/byline');
      await expect(page.locator('h1')).toHaveText('প্রতিবেদক ও লেখক');
      const names = await page.locator('section:has(#kind-person) h3').allInnerTexts();
      expect(names.length).toBeGreaterThan(5);
      expect(names).toEqual(names.toSorted(new Intl.Collator('bn').compare));
      await expect(page.locator('#kind-desk')).toHaveText('ডেস্ক ও প্রতিনিধি');

      await page.getByRole('link', { name: 'নাহিদা সুলতানা', exact: true }).click();
      await expect(page).toHaveURL(`${server.baseURL}/byline/nahida-sultana`);
      await expect(page.locator('.sechead')).toContainText('জ্যেষ্ঠ প্রতিবেদক');
      await expect(page.locator('.sechead img')).toBeVisible();
      await page.locator('main .list a').first().click();
      await expect(page.locator('.story--main h1')).toBeVisible();
      // Beside the name at the head, and once more where more is said: one file.
      const faces = page.locator('.byline img, .about img');
      await expect(page.locator('.byline img')).toBeInViewport();
      const files = await faces.evaluateAll((all) =>
        (all as HTMLImageElement[]).map(({ srcset, sizes }) => `${srcset} ${sizes}`),
      );
      expect(files).toHaveLength(2);
      expect(new Set(files).size).toBe(1);
      const currentSrc = await faces.first().evaluate((face) => (face as HTMLImageElement).currentSrc);
      expect(currentSrc).toMatch(/-160\.webp$/);

      const about = page.getByRole('complementary', { name: /পরিচিতি/ });
      await expect(about).toContainText('নগর, নাগরিক সেবা ও পরিবেশ');
      await about.getByRole('link', { name: 'নাহিদা সুলতানা', exact: true }).click();
      await expect(page).toHaveURL(`${server.baseURL}/byline/nahida-sultana`);
      expect(complaints).toEqual([]);
    });

    test('a story is shared by plain links, the less used behind one button', async ({ page, server }) => {
      await page.goto('/international/1');
      const share = page.getByRole('group', { name: 'শেয়ার করুন' });
      const url = encodeURIComponent(`${server.baseURL}/international/1`);
      const hrefs = async () =>
        share.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      const wanted = [
        `https://www.facebook.com/sharer/sharer.php?u=${url}`,
        'https://wa.me/?text=',
        `${server.baseURL}/international/1`,
        `fb-messenger://share/?link=${url}`,
        `https://x.com/intent/post?url=${url}`,
        `https://t.me/share/url?url=${url}`,
        `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
        'mailto:?subject=',
      ];
      const found = await hrefs();
      expect(found).toHaveLength(wanted.length);
      for (const [at, beginning] of wanted.entries())
        expect(found[at]?.startsWith(beginning), beginning).toBe(true);

      const telegram = share.getByRole('link', { name: 'টেলিগ্রামে পাঠান' });
      await expect(telegram).toBeHidden();
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await share.locator('summary').click();
        await expect(telegram).toBeInViewport({ ratio: 1 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await share.locator('summary').click();
      }
    });

    test('a story has its kicker, what to read next, more of its section, and the way up', async ({
      page,
    }) => {
      await page.goto('/byline/nahida-sultana');
      await page.locator('main .list a').first().click();
      await expect(page.locator('.story--main .kicker')).not.toBeEmpty();
      await expect(page.locator('.related .card')).toHaveCount(3);
      await expect(page.getByRole('heading', { name: /^আরও .+|.+ থেকে আরও|.+আরও/ }).first()).toBeVisible();
      await expect(page.locator('.rail .card').first()).toBeVisible();
      await page.getByRole('link', { name: 'ওপরে ফিরুন' }).click();
      await expect(page).toHaveURL(/#top$/);
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
    });
  });
}

test('the newsroom shows whom the desk has tied to an account, at once, and no address', async ({
  page,
  server,
}) => {
  await page.goto('/staff');
  await expect(page.locator('main h3').first()).toHaveText('শিরিন আখন্দ');
  await expect(page.getByRole('link', { name: 'নাহিদা সুলতানা', exact: true })).toHaveCount(0);

  await signIn(page, server, 'editor', '/admin/bylines');
  await page.getByRole('link', { name: 'নাহিদা সুলতানা', exact: true }).click();
  await page.getByLabel('কর্মী', { exact: true }).selectOption({ label: 'মাহবুব আরেফিন' });
  await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
  await expect(page.getByText('‘নাহিদা সুলতানা’ সংরক্ষিত হয়েছে।')).toBeVisible();

  await page.goto('/staff');
  await expect(page.getByRole('link', { name: 'নাহিদা সুলতানা', exact: true })).toBeVisible();
  await expect(page.locator('main')).toContainText('জ্যেষ্ঠ প্রতিবেদক');
  expect(await page.content()).not.toContain('@barta.test');
});

test('an editor finds a place by its English name and corrects the Bengali one', async ({ page, server }) => {
  const complaints = complaintsOf(page);
  await signIn(page, server, 'editor', '/admin/districts');
  await expect(page.locator('tbody tr')).toHaveCount(72);
  await page.locator('#find').fill('mongla');
  await page.locator('#find').press('Enter');
  await page.getByRole('link', { name: 'মোংলা', exact: true }).click();
  await page.locator('#place-name').fill('');
  await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
  await expect(page.getByText('নাম লিখুন।')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.locator('#place-name').fill('মংলা');
  await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
  await expect(page.getByText('‘মংলা’ সংরক্ষিত হয়েছে।')).toBeVisible();

  const html = await (await fetch(new URL('/district/bagerhat-mongla', server.baseURL))).text();
  expect(html).toContain('মংলা, বাগেরহাট');
  // Other tests on this server look for it under its usual name.
  await page.locator('#place-name').fill('মোংলা');
  await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
  await expect(page.getByText('‘মোংলা’ সংরক্ষিত হয়েছে।')).toBeVisible();
  expect(complaints).toEqual([]);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the pages of who writes are accessible in the ${scheme}, and fit a narrow phone`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const address of ['/byline', '/staff', '/byline/nahida-sultana']) {
      await page.goto(address);
      expect(await axeViolations(page), address).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(
        320,
      );
      expect(await axeViolations(page), address).toEqual([]);
    }
  });
}

test('a writer’s page tells machines who it is', async ({ request }) => {
  const html = await (await request.get('/byline/nahida-sultana')).text();
  const [profile] = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json]) => JSON.parse(json ?? '{}'),
  );
  expect(profile).toMatchObject({
    '@type': 'ProfilePage',
    mainEntity: { '@type': 'Person', name: 'নাহিদা সুলতানা' },
  });
  expect((await request.get('/byline/nobody')).status()).toBe(404);
  const sitemap = await (await request.get('/sitemap/pages.xml')).text();
  expect(sitemap).toContain('/byline<');
});
