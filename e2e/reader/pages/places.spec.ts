import { field, fillIn, press, publish } from '../../support/forms/story-form';
import { axeViolations, complaintsOf, expect, signIn, test } from '../../support/test';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('three lists lead to an upazila, a step at a time', async ({ page, server }) => {
    // Six pages that nobody has asked for before.
    test.slow();
    await page.goto('/district');
    const picker = page.locator('form[data-picker]');
    await expect(picker.getByLabel('উপজেলা')).toBeDisabled();
    await picker.getByLabel('বিভাগ').selectOption({ label: 'খুলনা' });
    await picker.getByRole('button').click();
    await expect(page).toHaveURL(`${server.baseURL}/district/khulna-division`);
    await expect(page.locator('h1')).toHaveText('খুলনা বিভাগ');

    // The division’s page knows its districts only.
    await expect(picker.locator('[name=district]').locator('optgroup')).toHaveCount(1);
    await picker.locator('[name=district]').selectOption({ label: 'বাগেরহাট' });
    await picker.getByRole('button').click();
    await expect(page.locator('h1')).toHaveText('বাগেরহাট');

    await picker.getByLabel('উপজেলা').selectOption({ label: 'মোংলা' });
    await picker.getByRole('button').click();
    await expect(page).toHaveURL(`${server.baseURL}/district/bagerhat-mongla`);
    await expect(page.locator('h1')).toHaveText('মোংলা, বাগেরহাট');
    await expect(page.getByRole('heading', { name: 'এ উপজেলার কোনো খবর এখনো নেই।' })).toBeVisible();
    await expect(page.locator('.crumbs')).toHaveText(/জেলার খবর.*খুলনা বিভাগ.*বাগেরহাট.*মোংলা, বাগেরহাট/s);

    await picker.getByLabel('বিভাগ').selectOption({ label: 'সিলেট' });
    await picker.getByRole('button').click();
    await expect(page.locator('h1')).toHaveText('সিলেট বিভাগ');
  });

  test('the map leads to every division and district by name', async ({ page, server }) => {
    await page.goto('/district');
    const map = page.getByRole('group', { name: 'বাংলাদেশের মানচিত্র' });
    await expect(map.getByRole('link', { name: /বিভাগ$/ })).toHaveCount(8);
    await expect(map.getByRole('link', { name: /জেলা$/ })).toHaveCount(64);

    await map.getByRole('link', { name: 'কক্সবাজার জেলা' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${server.baseURL}/district/coxs-bazar`);
    await page.goBack();
    await map.getByRole('link', { name: 'রংপুর বিভাগ' }).locator('text').click();
    await expect(page).toHaveURL(`${server.baseURL}/district/rangpur-division`);
  });

  test('a focused dot shows whose it is, also on a telephone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('/district');
    const narayanganj = page.getByRole('link', { name: 'নারায়ণগঞ্জ জেলা' });
    await expect(narayanganj.locator('text')).toBeHidden();
    // What a script focuses shows it as long as the keyboard was used last.
    await page.keyboard.press('Tab');
    await narayanganj.focus();
    await expect(narayanganj).toBeFocused();
    await expect(narayanganj.locator('text')).toBeVisible();
  });
});

test('with JavaScript the lists narrow in place', async ({ page, server }) => {
  const complaints = complaintsOf(page);
  await page.goto('/');
  const picker = page.locator('.picker').first();
  await picker.getByLabel('বিভাগ').selectOption({ label: 'খুলনা' });
  await expect(picker.locator('[name=district]').locator('optgroup')).toHaveCount(1);
  await expect(picker.getByLabel('বিভাগ')).toBeFocused();
  await picker.locator('[name=district]').selectOption({ label: 'বাগেরহাট' });
  await picker.getByLabel('উপজেলা').selectOption({ label: 'মোংলা' });
  await expect(page).toHaveURL(`${server.baseURL}/`);
  await picker.getByRole('button').click();
  await expect(page).toHaveURL(`${server.baseURL}/district/bagerhat-mongla`);
  expect(complaints).toEqual([]);
});

test('a story of an upazila is on three pages at once, and its page leads to them', async ({
  page,
  server,
}) => {
  const headline = 'মোংলা বন্দরে একদিনে এগারো জাহাজ';
  await signIn(page, server, 'editor', '/admin/stories');
  await page.goto('/admin/stories/new');
  await fillIn(page, { headline, section: 'national', body: 'পশুর চ্যানেলে ভিড়েছে সব কটি।' });
  await field(page, 'district').selectOption({ label: 'মোংলা (বাগেরহাট)' });
  await press(page, 'খসড়া সংরক্ষণ করুন');
  await page.waitForURL(/did=create$/);
  const id = Number(new URL(page.url()).pathname.split('/').at(-1));
  await expect(field(page, 'district')).toHaveValue('bagerhat-mongla');
  await publish(page);

  for (const code of ['bagerhat-mongla', 'bagerhat', 'khulna-division']) {
    await page.goto(`/district/${code}`);
    await expect(page.locator('main .list').getByRole('link', { name: headline })).toBeVisible();
  }
  await page.goto(`/national/${id}`);
  await expect(page.locator('.tags a[href="/district/bagerhat-mongla"]')).toHaveText('মোংলা');
  await expect(page.locator('.tags a[href="/district/bagerhat"]')).toHaveText('বাগেরহাট');
  const sitemap = await (await page.request.get('/sitemap/pages.xml')).text();
  expect(sitemap).toContain('/district/bagerhat-mongla<');
});

test('search narrows to a place', async ({ page }) => {
  await page.goto('/search?q=খবর');
  await page.locator('.searchbar [name=district]').selectOption({ label: 'পুরো খুলনা বিভাগ' });
  await page.locator('.searchbar').getByRole('button', { name: 'খুঁজুন' }).click();
  await expect(page).toHaveURL(/district=khulna-division/);
  await expect(page.locator('.searchbar [name=district]')).toHaveValue('khulna-division');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the map and an upazila are accessible in the ${scheme}, and fit a narrow phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const address of ['/district', '/district/bagerhat-mongla', '/district/dhaka-division']) {
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

test('a place is told to machines as a trail', async ({ request }) => {
  const html = await (await request.get('/district/bagerhat-mongla')).text();
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}');
  expect(data['@type']).toBe('BreadcrumbList');
  expect(data.itemListElement.map(({ name }: { name: string }) => name)).toEqual([
    'বার্তা',
    'জেলার খবর',
    'খুলনা বিভাগ',
    'বাগেরহাট',
    'মোংলা, বাগেরহাট',
  ]);
});
