import type { Locator, Page } from '@playwright/test';
import { holdScripts } from './support/hold-scripts';
import type { House } from './support/house';
import { field, press } from './support/story-form';
import { expect, type Role, signIn, test } from './support/test';

/** Every form of the page is React's by now. */
async function isAlive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('main form')].every((form) =>
      Object.keys(form).some((key) => key.startsWith('__reactProps')),
    ),
  );
}

/** Types into, ticks and chooses all that the page's forms have to offer. What each field then holds. */
function fillAll(page: Page): Promise<(string | boolean)[]> {
  return page.evaluate(() => {
    const set = (element: HTMLElement) => {
      if (element instanceof HTMLSelectElement) {
        const other = [...element.options].findLast((option) => !option.selected && !option.disabled);
        if (other) element.value = other.value;
      } else if (element instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(element.type)) {
        element.checked = !element.checked;
      } else if (element instanceof HTMLInputElement && element.type === 'datetime-local') {
        element.value = '2030-01-02T03:04';
      } else if (element instanceof HTMLInputElement && element.type === 'date') {
        element.value = '2030-01-02';
      } else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
        element.value = `${element.value}৭`;
      }
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const fields = fieldsHere();
    for (const element of fields) set(element);
    return fields.map(heldBy);

    function fieldsHere() {
      return [
        ...document.querySelectorAll<HTMLInputElement>('main form :is(input, textarea, select)[name]'),
      ].filter(({ type, disabled }) => !/^(?:hidden|file|submit)$/.test(type) && !disabled);
    }
    function heldBy(element: HTMLInputElement) {
      return /^(?:checkbox|radio)$/.test(element.type) ? element.checked : element.value;
    }
  });
}

function heldNow(page: Page): Promise<(string | boolean)[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('main form :is(input, textarea, select)[name]')]
      .filter(({ type, disabled }) => !/^(?:hidden|file|submit)$/.test(type) && !disabled)
      .map((element) => (/^(?:checkbox|radio)$/.test(element.type) ? element.checked : element.value)),
  );
}

const pictureOf = (house: House) =>
  house.rows<{ id: number }>('select min(id) as id from pictures')[0]?.id ?? 0;

for (const [what, role, path] of [
  ['a picture’s words', 'editor', (house: House) => `/admin/pictures/${pictureOf(house)}`],
  ['a section', 'chief', () => '/admin/sections?edit=1'],
  ['a topic', 'editor', () => '/admin/topics'],
  ['a byline', 'editor', () => '/admin/bylines'],
  ['a new page', 'chief', () => '/admin/pages/new'],
  ['the settings', 'chief', () => '/admin/settings'],
  ['the staff', 'chief', () => '/admin/staff'],
  ['the rules of the comments', 'moderator', () => '/admin/comments/rules'],
  ['the ads', 'chief', () => '/admin/ads'],
  ['the menus', 'chief', () => '/admin/menus'],
  ['the front', 'editor', () => '/admin/fronts/home'],
  ['the filters of the list', 'editor', () => '/admin/stories'],
] as const) {
  test(`on ${what}, what is typed, ticked or chosen before the script is there stays`, async ({
    house,
    page,
  }) => {
    await signIn(page, house, role as Role, '/admin');
    const letGo = await holdScripts(page);
    await page.goto(path(house), { waitUntil: 'commit' });
    await page.locator('main form').first().waitFor({ state: 'attached' });
    await page.waitForLoadState('domcontentloaded').catch(() => undefined);
    const held = await fillAll(page);
    expect(held.length).toBeGreaterThan(0);
    letGo();
    await isAlive(page);
    // A stroke more, so that whatever keeps a field in its state draws it again.
    const line = page
      .locator('main form :is(input:not([type]), input[type=text], input[type=search], textarea):visible')
      .last();
    if ((await line.count()) > 0) {
      await line.press('End');
      await line.press('x');
    }
    const now = await heldNow(page);
    expect(now.map((value) => (typeof value === 'string' ? value.replace(/x$/, '') : value))).toEqual(held);
  });
}

test('a name that is being typed as the script comes goes on being typed', async ({ house, page }) => {
  await signIn(page, house, 'editor', '/admin/stories');
  const letGo = await holdScripts(page);
  await page.goto('/admin/stories/new', { waitUntil: 'commit' });
  await field(page, 'topics').click();
  await page.keyboard.type('নদী, পা');
  letGo();
  const line = page.getByRole('combobox', { name: 'বিষয়', exact: true });
  await expect(line).toBeFocused();
  await page.keyboard.type('নি');
  await expect(line).toHaveValue('পানি');
  await expect(field(page, 'topics')).toHaveValue('নদী, পানি');
});

test('what is typed into a live story before the script is there joins what the device had kept', async ({
  house,
  page,
}) => {
  await signIn(page, house, 'editor', '/admin/stories');
  const [{ id } = { id: 0 }] = house.rows<{ id: number }>(
    "select id from stories where form = 'live' and state = 'published' limit 1",
  );
  await page.goto(`/admin/stories/${id}/live`);
  const form = page.getByRole('form', { name: 'নতুন পোস্ট' });
  await form.locator('[name=body]').fill('আগের দিনের না-পাঠানো কথা।');
  await form.locator('[name=headline]').fill('আগের শিরোনাম');

  const letGo = await holdScripts(page);
  await page.goto(`/admin/stories/${id}/live`, { waitUntil: 'commit' });
  await form.locator('[name=body]').fill('এখনকার কথা।');
  await form.locator('[name=headline]').fill('এখনকার শিরোনাম');
  letGo();
  await isAlive(page);
  await expect(form.locator('[name=body]')).toHaveValue('আগের দিনের না-পাঠানো কথা।\n\nএখনকার কথা।');
  await expect(form.locator('[name=headline]')).toHaveValue('আগের শিরোনাম · এখনকার শিরোনাম');
});

test('what is typed while a form of the desk is being sent is still there when it has been kept', async ({
  house,
  page,
}) => {
  await signIn(page, house, 'editor', '/admin/pictures');
  const id = pictureOf(house);
  await page.goto(`/admin/pictures/${id}`);
  await isAlive(page);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(`**/admin/pictures/${id}`, async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  const caption = page.getByLabel('ছবির ক্যাপশন');
  await caption.fill('ঘাটে ভোর');
  await press(page, 'সংরক্ষণ করুন');
  await caption.press('End');
  await page.keyboard.type(', আর কুয়াশা');
  await page.getByLabel('ছবির বর্ণনা').fill('তিনটি নৌকা');
  letGo();
  await expect(page.getByRole('status').first()).toHaveText('সংরক্ষণ হয়েছে।');
  await expect(caption).toHaveValue('ঘাটে ভোর, আর কুয়াশা');
  await expect(page.getByLabel('ছবির বর্ণনা')).toHaveValue('তিনটি নৌকা');
  expect(house.rows('select caption from pictures where id = ?', id)).toEqual([{ caption: 'ঘাটে ভোর' }]);

  await press(page, 'সংরক্ষণ করুন');
  await expect
    .poll(() => house.rows('select caption, alt from pictures where id = ?', id))
    .toEqual([{ caption: 'ঘাটে ভোর, আর কুয়াশা', alt: 'তিনটি নৌকা' }]);
});

test('so is it in the forms that all lists of the desk share', async ({ house, page }) => {
  await signIn(page, house, 'chief', '/admin');
  await page.goto('/admin/settings');
  await isAlive(page);
  const form = page.locator('main form:has(input.input[type=text])').first();
  const line = form.locator('input.input[type=text]').first();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/admin/settings', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  await line.fill('বার্তা');
  await form.getByRole('button').last().click();
  await line.press('End');
  await page.keyboard.type(' ২৪');
  letGo();
  await expect(form.locator('[role=status], [role=alert]').first()).toBeVisible();
  await expect(line).toHaveValue('বার্তা ২৪');
});

/** Sends a form, types while that is under way, and lets the answer come. */
async function typeWhileSending(
  page: Page,
  address: string,
  { send, line, more }: { send: () => Promise<void>; line: Locator; more: string },
): Promise<void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(`**${address}*`, async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  await send();
  await line.press('End');
  await page.keyboard.type(more);
  letGo();
}

test('so is it where a member joins, a rule is tried and a reader is answered', async ({ house, page }) => {
  await signIn(page, house, 'chief', '/admin');
  await page.goto('/admin/staff');
  await isAlive(page);
  const newcomer = page.locator('section[aria-labelledby=add-member] form');
  const name = newcomer.locator('[name=name]');
  await name.fill('নতুন');
  await newcomer.locator('[name=email]').fill('ঠিকানা নয়');
  await typeWhileSending(page, '/admin/staff', {
    send: () => newcomer.getByRole('button').click(),
    line: name,
    more: ' সদস্য',
  });
  await expect(newcomer.locator('[aria-invalid=true]').first()).toBeVisible();
  await expect(name).toHaveValue('নতুন সদস্য');

  await page.goto('/admin/comments/rules');
  await isAlive(page);
  const rule = page.locator('form:has(#rule-pattern)');
  await rule.locator('#rule-name').fill('পরীক্ষা');
  await rule.locator('#rule-pattern').fill('জুয়া');
  await typeWhileSending(page, '/admin/comments/rules', {
    send: () => rule.locator('button[value=try]').click(),
    line: rule.locator('#rule-pattern'),
    more: ' বাজি',
  });
  await expect(page.locator('#preview-title')).toBeVisible();
  await expect(rule.locator('#rule-pattern')).toHaveValue('জুয়া বাজি');
  expect(house.rows("select 1 from moderation_rules where name = 'পরীক্ষা'")).toEqual([]);

  await page.goto('/admin/comments?state=visible');
  await isAlive(page);
  await page.getByRole('link', { name: /জবাব/ }).first().click();
  const words = page.locator('#answer-body');
  await words.fill(' ');
  await typeWhileSending(page, '/admin/comments', {
    send: () => page.locator('#answer form button[type=submit]').first().click(),
    line: words,
    more: 'এখন বলছি',
  });
  await expect(words).toHaveAttribute('aria-invalid', 'true');
  await expect(words).toHaveValue(' এখন বলছি');
});
