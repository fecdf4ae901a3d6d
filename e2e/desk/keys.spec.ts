import { isAlive } from '../support/forms/alive';
import { axeViolations, expect, signIn, test } from '../support/test';

test('single keys lead about the desk, not while something is typed, and not when they are off', async ({
  server,
  page,
}) => {
  await signIn(page, server, 'editor', '/admin');
  await expect(async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.waitForURL(/\/admin\/stories$/, { timeout: 1500 });
  }).toPass();

  // The keys are there when the page's script is.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(page.locator('#desk-search')).toBeFocused({ timeout: 500 });
  }).toPass();
  // Else Safari on a Mac draws a field of its own, over our icon.
  await expect(page.locator('#desk-search')).toHaveCSS('appearance', 'none');
  await page.keyboard.type('gc?n');
  await expect(page.locator('#desk-search')).toHaveValue('gc?n');
  expect(new URL(page.url()).pathname).toBe('/admin/stories');

  await page.locator('h1').click();
  await page.keyboard.press('?');
  const map = page.getByRole('dialog', { name: 'কিবোর্ড শর্টকাট' });
  await expect(map).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await map.getByRole('checkbox').check();
  await map.getByRole('button', { name: 'বন্ধ করুন' }).click();
  await page.reload();
  await isAlive(page);
  await page.keyboard.press('n');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.keyboard.press('?');
  await expect(map).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/admin/stories');
  await map.getByRole('button', { name: 'বন্ধ করুন' }).click();
  await page.goto('/admin/account');
  expect(await axeViolations(page)).toEqual([]);
});

test('a member sees where they are signed in and signs the other browser out', async ({
  server,
  browser,
}) => {
  const open = async () =>
    (await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled: false })).newPage();
  const [home, office] = [await open(), await open()];
  await signIn(home, server, 'moderator', '/admin');
  await signIn(office, server, 'moderator', '/admin/account');
  await expect(office.getByText('এই ডিভাইস', { exact: true })).toHaveCount(1);

  const others = office.getByLabel('অন্য ডিভাইস').locator('option');
  for (let left = await others.count(); left > 0; left -= 1) {
    await office.getByRole('button', { name: 'ওই ডিভাইস থেকে লগআউট করুন' }).click();
    await expect(office.getByText('ওই ডিভাইস থেকে লগআউট হয়েছে।')).toBeVisible();
    await office.goto('/admin/account');
  }
  await home.goto('/admin');
  await expect(home).toHaveURL(/\/login/);
  await office.goto('/admin');
  await expect(office).toHaveURL(/\/admin$/);
  await home.context().close();
  await office.context().close();
});
