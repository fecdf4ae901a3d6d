import type { Browser, Page } from '@playwright/test';
import type { House } from './support/house';
import { axeViolations, complaintsOf, expect, type Role, signIn, test } from './support/test';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page, name: string) => page.locator(`[name=${name}]`);

/** A window of a member's own, signed in. */
async function windowOf(
  browser: Browser,
  house: House,
  role: Role,
  { javaScriptEnabled = true, width = 1280 } = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: house.baseURL,
    javaScriptEnabled,
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  await signIn(page, house, role, '/admin/stories');
  return page;
}

async function begin(page: Page, fields: { headline: string; body: string }): Promise<number> {
  await page.goto('/admin/stories/new');
  await field(page, 'section').selectOption('national');
  await field(page, 'headline').fill(fields.headline);
  await field(page, 'body').fill(fields.body);
  await press(page, 'খসড়া রাখুন');
  await page.waitForURL(/\/admin\/stories\/\d+\?did=create$/);
  return Number(new URL(page.url()).pathname.split('/').at(-1));
}

function bodyOf(house: House, id: number): string {
  return house.rows<{ body: string }>('select body from stories where id = ?', id)[0]?.body ?? '';
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';

  test(`two browsers write on one story, and both texts are merged paragraph by paragraph, ${how}`, async ({
    house,
    browser,
  }) => {
    const editor = await windowOf(browser, house, 'editor', { javaScriptEnabled });
    const chief = await windowOf(browser, house, 'chief', { javaScriptEnabled, width: 390 });
    const complaints = complaintsOf(chief);
    const id = await begin(editor, { headline: 'দুজনের খবর', body: 'প্রথম।\n\nদ্বিতীয়।\n\nতৃতীয়।' });
    await chief.goto(`/admin/stories/${id}`);

    await field(editor, 'body').fill('সম্পাদকের প্রথম।\n\nদ্বিতীয়।\n\nসম্পাদকের তৃতীয়।');
    await press(editor, 'সংরক্ষণ করুন');
    await editor.waitForURL(/did=save/);

    await field(chief, 'headline').fill('প্রধানের শিরোনাম');
    await field(chief, 'body').fill('প্রথম।\n\nপ্রধানের দ্বিতীয়।\n\nপ্রধানের তৃতীয়।');
    await press(chief, 'সংরক্ষণ করুন');

    const merge = chief.getByRole('region', { name: 'দুজনের লেখা মিলিয়ে' });
    await expect(merge.getByRole('insertion')).toContainText(['প্রধানের', 'শিরোনাম', 'সম্পাদকের', 'প্রধানের']);
    const conflict = merge.getByRole('group', { name: 'দুজনই বদলেছেন। কোনটি থাকবে?' });
    await expect(conflict).toHaveCount(1);
    await expect(conflict).toContainText('সম্পাদকের তৃতীয়।');
    await expect(conflict).toContainText('প্রধানের তৃতীয়।');
    expect(bodyOf(house, id)).toContain('সম্পাদকের তৃতীয়।');
    if (javaScriptEnabled) {
      expect(await axeViolations(chief)).toEqual([]);
      const overflow = await chief.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBe(0);
    }

    // Saved again by the other meanwhile: what was seen is no longer all, so it is shown anew, with the choice kept.
    await conflict.getByRole('radio', { name: 'দুটিই থাকবে' }).check();
    await field(editor, 'kicker').fill('ঘাট');
    await press(editor, 'সংরক্ষণ করুন');
    await editor.waitForURL(/did=save/);
    await press(chief, 'মেলানো লেখা সংরক্ষণ করুন');
    await expect(merge).toContainText('ঘাট');
    await expect(conflict.getByRole('radio', { name: 'দুটিই থাকবে' })).toBeChecked();
    await press(chief, 'মেলানো লেখা সংরক্ষণ করুন');
    await chief.waitForURL(/did=save/);

    expect(bodyOf(house, id)).toBe('সম্পাদকের প্রথম।\n\nপ্রধানের দ্বিতীয়।\n\nসম্পাদকের তৃতীয়।\n\nপ্রধানের তৃতীয়।');
    expect(house.rows('select headline, kicker from stories where id = ?', id)).toEqual([
      { headline: 'প্রধানের শিরোনাম', kicker: 'ঘাট' },
    ]);
    await expect(field(chief, 'body')).toHaveValue(bodyOf(house, id));
    expect(complaints).toEqual([]);
    await editor.context().close();
    await chief.context().close();
  });
}
