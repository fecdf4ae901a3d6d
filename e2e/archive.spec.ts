import { dhakaDay } from '@/lib/bengali/dates';
import { toBengaliDigits } from '@/lib/bengali/digits';
import { axeViolations, expect, test } from './support/test';

const today = dhakaDay(new Date());

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the archive is a month with Bangla days, and a form that leads to a day', async ({ page, house }) => {
    await page.goto('/archive');
    const month = page.locator('.month');
    await expect(month.locator('caption')).toContainText(/^\S+ [০-৯]{4} \S+–\S+ [০-৯]{4}$/);
    const cell = month.locator(`a[href="/archive/${today}"]`);
    await expect(cell).toContainText(toBengaliDigits(Number(today.slice(8))));
    await expect(cell.locator('small')).toHaveText(/^[০-৯]{1,2}$/);

    await page.getByLabel('তারিখ ধরে দেখুন').fill(today);
    await page.getByRole('button', { name: 'দেখুন', exact: true }).click();
    await expect(page).toHaveURL(`${house.baseURL}/archive/${today}`);
    await expect(page.locator('.sechead__note')).toHaveText(/^[০-৯]{1,2} \S+ [০-৯]{4} বঙ্গাব্দ$/);

    await page.getByRole('link', { name: /আগের দিন/ }).click();
    await expect(page.getByRole('link', { name: /পরের দিন/ })).toBeVisible();
  });

  test('a day that is none is told at the field, and what was typed stays', async ({ page }) => {
    const answer = await page.goto(`/archive?date=${encodeURIComponent('গতকাল')}`);
    expect(answer?.status()).toBe(200);
    const field = page.getByLabel('তারিখ ধরে দেখুন');
    await expect(field).toHaveValue('গতকাল');
    await expect(field).toHaveAccessibleDescription('এটি কোনো তারিখ নয়। লিখুন এভাবে: ২০২৬-১১-২৪।');
    await field.fill(toBengaliDigits(today));
    await page.getByRole('button', { name: 'দেখুন', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/archive/${today}$`));
  });
});

test('the archive is accessible in the dark, and fits a narrow phone', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const address of ['/archive', '/archive?date=x', `/archive/${today}`]) {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
    expect(await axeViolations(page), address).toEqual([]);
  }
});

test('a topic has its heading, its stories and its feed', async ({ page, request }) => {
  const address = `/topic/${encodeURIComponent('পরিবেশ')}`;
  await page.goto(address);
  await expect(page.locator('h1')).toHaveText('পরিবেশ');
  expect(await page.locator('main .list a').count()).toBeGreaterThan(0);
  expect((await request.get(`${address}/feed.xml`)).status()).toBe(200);
});
