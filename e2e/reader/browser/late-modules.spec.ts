import type { Page } from '@playwright/test';
import { fillInComment, sendComment } from '../../support/forms/comment-form';
import { answerOn, complaintsOf, expect, testWithOwnServer } from '../../support/test';

const test = testWithOwnServer();
const STORY = '/international/1';
const save = '.share [data-keep=saved]';
const nfc = (text: string) => text.normalize('NFC');
const onlyPart = { waitUntil: 'domcontentloaded' } as const;

// The worker would fetch the module in a way of its own.
test.use({ serviceWorkers: 'block' });

/** Holds the page's module back until it is let in, or refuses it. */
async function heldModule(page: Page): Promise<(comes: boolean) => void> {
  let decide = (_: boolean) => {};
  const decided = new Promise<boolean>((resolve) => {
    decide = resolve;
  });
  await page.route('**/enhance/reader-*', async (route) =>
    (await decided) ? route.continue() : route.abort(),
  );
  return decide;
}

test('until a page is drawn its letters and pictures have the line to themselves', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('/', onlyPart);
  await expect(page.locator('html')).toHaveAttribute('data-js', 'whole');
  const { module, drawn } = await page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return {
      module: entries.find(({ name }) => name.includes('/enhance/reader-'))?.startTime,
      drawn: navigation?.loadEventEnd,
    };
  });
  expect(module).toBeGreaterThan(drawn ?? Number.POSITIVE_INFINITY);
  // The worker is blocked by this file itself; on a busy machine the module has tried already.
  expect(complaints.filter((complaint) => !complaint.startsWith('Service Worker registration'))).toEqual([]);
});

test('what is pressed before there is a module for it is done when it comes', async ({ page }) => {
  const let_ = await heldModule(page);
  await page.goto(STORY, onlyPart);
  await page.locator(save).click();
  await page.locator('[data-theme-switch]').click();
  await expect(page.locator(save)).toHaveAttribute('aria-pressed', 'false');
  let_(true);
  await expect(page.locator(save)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  // Once, not twice.
  await page.locator(save).click();
  await expect(page.locator(save)).toHaveAttribute('aria-pressed', 'false');
});

test('a comment sent before there is a module for it is sent in place when it comes', async ({
  page,
  server,
}) => {
  const let_ = await heldModule(page);
  await page.goto(STORY, onlyPart);
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  await fillInComment(page, { body: 'সবার আগে বলে রাখি', name: 'রহিম', email: 'early@mail.example' });
  await page.locator('#comment-email').press('Enter');
  let_(true);
  await expect(answerOn(page)).toBeVisible();
  expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
  expect(server.rows("select 1 from comments where body like 'সবার আগে%'")).toHaveLength(1);
});

test('where the module does not come, a comment goes the browser’s own way, and links lead where they lead', async ({
  page,
  server,
}) => {
  const let_ = await heldModule(page);
  await page.goto(STORY, onlyPart);
  await fillInComment(page, { body: 'মডিউল ছাড়াই বলি', name: 'করিম', email: 'alone@mail.example' });
  await sendComment(page).click();
  let_(false);
  await page.waitForURL(/said=/);
  await expect(answerOn(page)).toBeVisible();
  expect(server.rows('select 1 from comments where body like ?', nfc('মডিউল ছাড়াই%'))).toHaveLength(1);
  await page.locator('.crumbs a').last().click();
  await expect(page).toHaveURL(/\/international$/);
});

test('a text that was written before the module came is kept like any other', async ({ page }) => {
  const let_ = await heldModule(page);
  await page.goto(STORY, onlyPart);
  await page.locator('#comment-body').fill('লিখে রাখলাম, হারাবে না');
  let_(true);
  await expect(page.locator('html')).toHaveAttribute('data-js', 'whole');
  await page.reload();
  await expect(page.locator('#comment-body')).toHaveValue('লিখে রাখলাম, হারাবে না');
});
