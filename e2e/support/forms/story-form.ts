import { expect, type Page } from '@playwright/test';
import type { TestServer } from '../server/test-server';
import { writeBody } from './write-body';

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** A field of the story's own form: the panels below it have fields of the same names. */
export const field = (page: Page, name: string) =>
  page.getByRole('form', { name: /^(নতুন খবর|খবর সম্পাদনা)$/ }).locator(`[name=${name}]`);

/** Lists of names: with script a field that makes a chip of each, without a line. */
const lists: Readonly<Record<string, string>> = { topics: 'বিষয়', bylines: 'লেখকের নাম' };

export async function fillIn(page: Page, fields: Record<string, string>, isScripted = true): Promise<void> {
  // What is typed before the script is there is a test of its own, in `never-lose` and `early-typing`.
  if (isScripted) await page.locator('form[autocomplete=off] [name=headline]').waitFor();
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'body') await writeBody(page, value, isScripted);
    else if (isScripted && lists[name])
      await page.getByRole('combobox', { name: lists[name], exact: true }).fill(`${value},`);
    else if (name === 'section') await field(page, name).selectOption(value);
    else await fillField(page, name, value);
  }
}

/** The editor of the body takes the caret a moment late at times, and with it the key that empties another field. */
async function fillField(page: Page, name: string, value: string): Promise<void> {
  await expect(async () => {
    await field(page, name).fill(value);
    await expect(field(page, name)).toHaveValue(value, { timeout: 500 });
  }).toPass();
}

/** A story begun on the form, as a draft. Its id. */
export async function begin(page: Page, fields: Record<string, string>, isScripted = true): Promise<number> {
  await page.goto('/admin/stories/new');
  await fillIn(
    page,
    { section: 'national', body: 'ভোর থেকে মাঝনদীতে আটকা তিনটি ফেরি।', ...fields },
    isScripted,
  );
  await press(page, 'খসড়া সংরক্ষণ করুন');
  await page.waitForURL(/\/admin\/stories\/\d+\?did=create$/);
  return Number(new URL(page.url()).pathname.split('/').at(-1));
}

export async function publish(page: Page): Promise<void> {
  await press(page, 'প্রকাশ করুন');
  await page.waitForURL(/did=publish/);
}

/** A page as the next reader gets it. */
export async function read(server: TestServer, path: string): Promise<{ status: number; html: string }> {
  const answer = await fetch(new URL(path, server.baseURL), { redirect: 'manual' });
  return { status: answer.status, html: await answer.text() };
}
