import { dhakaDay } from '@barta/bengali/dates';
import { toBengaliDigits } from '@barta/bengali/digits';
import type { TestServer } from '../../support/server/test-server';
import { axeViolations, expect, test } from '../../support/test';

/** The newest story's: in the first hour of a day, and of a month, today has none. */
function newestDay(server: TestServer): string {
  const [newest] = server.rows<{ at: number }>(
    "select max(published_at) as at from stories where state = 'published'",
  );
  if (!newest) throw new Error('the demo has stories');
  return dhakaDay(new Date(newest.at));
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the archive is a month with Bangla days, and a form that leads to a day', async ({
    page,
    server,
  }) => {
    const day = newestDay(server);
    const caption = page.locator('.month caption');
    await page.goto('/archive');
    await expect(caption).toContainText(/^\S+ [০-৯]{4} \S+–\S+ [০-৯]{4}$/);
    await page.goto(`/archive/${day.slice(0, 7)}`);
    await expect(caption).toContainText(/^\S+ [০-৯]{4} \S+–\S+ [০-৯]{4}$/);
    const cell = page.locator(`.month a[href="/archive/${day}"]`);
    await expect(cell).toContainText(toBengaliDigits(Number(day.slice(8))));
    await expect(cell.locator('small')).toHaveText(/^[০-৯]{1,2}$/);

    await page.getByLabel('তারিখ ধরে দেখুন').fill(day);
    await page.getByRole('button', { name: 'দেখুন', exact: true }).click();
    await expect(page).toHaveURL(`${server.baseURL}/archive/${day}`);
    await expect(page.locator('.sechead__note')).toHaveText(/^[০-৯]{1,2} \S+ [০-৯]{4} বঙ্গাব্দ$/);

    await page.getByRole('link', { name: /আগের দিন/ }).click();
    await expect(page.getByRole('link', { name: /পরের দিন/ })).toBeVisible();
  });

  test('a day that is none is told at the field, and what was typed stays', async ({ page, server }) => {
    const day = newestDay(server);
    const answer = await page.goto(`/archive?date=${encodeURIComponent('গতকাল')}`);
    expect(answer?.status()).toBe(200);
    const field = page.getByLabel('তারিখ ধরে দেখুন');
    await expect(field).toHaveValue('গতকাল');
    await expect(field).toHaveAccessibleDescription('এটি কোনো তারিখ নয়। লিখুন এভাবে: ২০২৬-১১-২৪।');
    await field.fill(toBengaliDigits(day));
    await page.getByRole('button', { name: 'দেখুন', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/archive/${day}$`));
  });
});

test('the archive is accessible in the dark, and fits a narrow phone', async ({ page, server }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const address of ['/archive', '/archive?date=x', `/archive/${newestDay(server)}`]) {
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
