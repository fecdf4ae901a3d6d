import type { Locator, Page } from '@playwright/test';
import { isAlive } from '../support/forms/alive';
import { holdScripts } from '../support/forms/hold-scripts';
import { field, press } from '../support/forms/story-form';
import type { TestServer } from '../support/server/test-server';
import { expect, type Role, signIn, test } from '../support/test';

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

const pictureOf = (server: TestServer) =>
  server.rows<{ id: number }>('select min(id) as id from pictures')[0]?.id ?? 0;

for (const [what, role, path] of [
  ['a picture’s words', 'editor', (server: TestServer) => `/admin/pictures/${pictureOf(server)}`],
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
    server,
    page,
  }) => {
    await signIn(page, server, role as Role, '/admin');
    const letGo = await holdScripts(page);
    await page.goto(path(server), { waitUntil: 'commit' });
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

test('a name that is being typed as the script comes goes on being typed', async ({ server, page }) => {
  await signIn(page, server, 'editor', '/admin/stories');
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
  server,
  page,
}) => {
  await signIn(page, server, 'editor', '/admin/stories');
  const [{ id } = { id: 0 }] = server.rows<{ id: number }>(
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
  server,
  page,
}) => {
  await signIn(page, server, 'editor', '/admin/pictures');
  const id = pictureOf(server);
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
  expect(server.rows('select caption from pictures where id = ?', id)).toEqual([{ caption: 'ঘাটে ভোর' }]);

  await press(page, 'সংরক্ষণ করুন');
  await expect
    .poll(() => server.rows('select caption, alt from pictures where id = ?', id))
    .toEqual([{ caption: 'ঘাটে ভোর, আর কুয়াশা', alt: 'তিনটি নৌকা' }]);
});

test('so is it in the forms that all lists of the desk share', async ({ server, page }) => {
  await signIn(page, server, 'chief', '/admin');
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

test('so is it where a member joins, a rule is tried and a reader is answered', async ({ server, page }) => {
  await signIn(page, server, 'chief', '/admin');
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
  expect(server.rows("select 1 from moderation_rules where name = 'পরীক্ষা'")).toEqual([]);

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

async function openLive(page: Page, server: TestServer): Promise<number> {
  await signIn(page, server, 'editor', '/admin/stories');
  const [{ id } = { id: 0 }] = server.rows<{ id: number }>(
    "select id from stories where form = 'live' and state = 'published' limit 1",
  );
  await page.goto(`/admin/stories/${id}/live`);
  await isAlive(page);
  return id;
}

const newPost = (page: Page) => page.getByRole('form', { name: 'নতুন পোস্ট' });
const posted = (page: Page) => page.locator('.live-desk__posts li');

test('who writes on while a live post is on its way has begun the next one', async ({ server, page }) => {
  const id = await openLive(page, server);
  const text = newPost(page).locator('[name=body]');
  const post = newPost(page).getByRole('button', { name: 'পোস্ট করুন' });
  await text.fill('প্রথম ফেরি ছেড়েছে।');
  await newPost(page).locator('[name=isKey]').check();
  await typeWhileSending(page, `/admin/stories/${id}/live`, {
    send: () => text.press('Control+Enter'),
    line: text,
    more: ' দ্বিতীয়টি',
  });
  await expect(posted(page).first()).toContainText('প্রথম ফেরি ছেড়েছে।');
  await expect(text).toHaveValue('দ্বিতীয়টি');
  await expect(text).toBeFocused();
  await page.keyboard.type(' ঘাটে ভিড়েছে।');
  await expect(text).toHaveValue('দ্বিতীয়টি ঘাটে ভিড়েছে।');
  await expect(newPost(page).locator('[name=isKey]')).not.toBeChecked();
  await expect(newPost(page).getByRole('status')).toContainText('পরের পোস্টের জন্য');

  // Nothing of it has gone out, and the device has it.
  await page.reload();
  await isAlive(page);
  await expect(text).toHaveValue('দ্বিতীয়টি ঘাটে ভিড়েছে।');
  await post.click();
  await expect(posted(page)).toContainText(['দ্বিতীয়টি ঘাটে ভিড়েছে।', 'প্রথম ফেরি ছেড়েছে।']);
  await expect(text).toHaveValue('');
  expect(
    server.rows('select body, is_key from live_posts where story_id = ? order by id desc limit 2', id),
  ).toMatchObject([
    { body: 'দ্বিতীয়টি ঘাটে ভিড়েছে।', is_key: 0 },
    { body: 'প্রথম ফেরি ছেড়েছে।', is_key: 1 },
  ]);
});

test('who changes a live post while it is saved keeps the change, and another post’s removal takes no word', async ({
  server,
  page,
}) => {
  const id = await openLive(page, server);
  await newPost(page).locator('[name=body]').fill('সারি ছোট।');
  await page.keyboard.press('Control+Enter');
  await expect(posted(page).first()).toContainText('সারি ছোট।');
  await posted(page).first().getByRole('link').click();
  await isAlive(page);
  const form = page.getByRole('form', { name: 'পোস্ট সম্পাদনা' });
  const text = form.locator('[name=body]');
  await text.fill('সারি আরও ছোট।');
  await typeWhileSending(page, `/admin/stories/${id}/live`, {
    send: () => text.press('Control+Enter'),
    line: text,
    more: ' অপেক্ষা দশ মিনিট।',
  });
  await expect(form.getByRole('status')).toContainText('আবার সংরক্ষণ করুন');
  await expect(text).toHaveValue('সারি আরও ছোট। অপেক্ষা দশ মিনিট।');
  await page.unrouteAll();
  await text.press('Control+Enter');
  await page.waitForURL(/did=edit/);
  await expect(posted(page).first()).toContainText('সারি আরও ছোট। অপেক্ষা দশ মিনিট।');

  // Left in mid-edit: the desk says where the words are.
  await posted(page).first().getByRole('link').click();
  await isAlive(page);
  await text.fill('অসমাপ্ত');
  await page.getByRole('link', { name: 'সম্পাদনা বাতিল' }).click();
  await isAlive(page);
  await newPost(page).locator('[name=body]').fill('লিখছি');
  await page.getByRole('link', { name: 'সেখানে ফিরুন' }).click();
  await expect(text).toHaveValue('অসমাপ্ত');
  await page.goto(`/admin/stories/${id}/live`);
  await isAlive(page);
  await expect(newPost(page).locator('[name=body]')).toHaveValue('লিখছি');

  // Whoever does not want them throws them away, and is not told of them for ever.
  const unsent = newPost(page).getByText('বদল পাঠানো হয়নি');
  await newPost(page).getByRole('button', { name: 'বদলটি ফেলে দিন' }).click();
  await expect(unsent).toHaveCount(0);
  await page.reload();
  await isAlive(page);
  await expect(newPost(page).locator('[name=body]')).toHaveValue('লিখছি');
  await expect(unsent).toHaveCount(0);

  await newPost(page).locator('[name=body]').fill('লিখছি, আর');
  await posted(page).first().getByRole('button', { name: 'সরান' }).click();
  await newPost(page).locator('[name=body]').press('End');
  await page.keyboard.type(' লিখছি');
  await expect(page.getByRole('status').filter({ hasText: 'সরানো হয়েছে' })).toBeVisible();
  await expect(newPost(page).locator('[name=body]')).toHaveValue('লিখছি, আর লিখছি');
  await expect(newPost(page).locator('[name=body]')).toBeFocused();
});

test('a form of the desk that was not answered stays with all that was typed, and can be sent again', async ({
  server,
  page,
}) => {
  const id = await openLive(page, server);
  const cut = async () => {
    await page.route('**/admin/**', (route) =>
      route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue(),
    );
  };
  await cut();
  const text = newPost(page).locator('[name=body]');
  await text.fill('জোয়ার এসেছে।');
  await text.press('Control+Enter');
  await expect(newPost(page).getByRole('alert')).toContainText('সার্ভারের সাড়া পাওয়া যায়নি');
  await expect(text).toHaveValue('জোয়ার এসেছে।');
  await page.unrouteAll();
  await text.press('Control+Enter');
  await expect(posted(page).first()).toContainText('জোয়ার এসেছে।');
  await expect(newPost(page).getByRole('alert')).toHaveCount(0);
  expect(
    server.rows('select 1 from live_posts where story_id = ? and body = ?', id, 'জোয়ার এসেছে।'),
  ).toHaveLength(1);

  const picture = pictureOf(server);
  await page.goto(`/admin/pictures/${picture}`);
  await isAlive(page);
  await cut();
  await page.getByLabel('ছবির ক্যাপশন').fill('ঘাটে দুপুর');
  await press(page, 'সংরক্ষণ করুন');
  await expect(page.getByRole('alert').first()).toContainText('সার্ভারের সাড়া পাওয়া যায়নি');
  await expect(page.getByLabel('ছবির ক্যাপশন')).toHaveValue('ঘাটে দুপুর');
  await page.unrouteAll();
  await press(page, 'সংরক্ষণ করুন');
  await expect
    .poll(() => server.rows('select caption from pictures where id = ?', picture))
    .toEqual([{ caption: 'ঘাটে দুপুর' }]);

  const [{ topic } = { topic: 0 }] = server.rows<{ topic: number }>('select id as topic from topics limit 1');
  await page.goto(`/admin/topics?edit=${topic}`);
  await isAlive(page);
  const words = page.locator('#topic-description');
  await words.fill('একটি লম্বা বিবরণ');
  await cut();
  await words.locator('xpath=ancestor::form').getByRole('button').click();
  await expect(page.getByRole('alert').first()).toContainText('সার্ভারের সাড়া পাওয়া যায়নি');
  await expect(words).toHaveValue('একটি লম্বা বিবরণ');
  await page.unrouteAll();
  await words.locator('xpath=ancestor::form').getByRole('button').click();
  await expect
    .poll(() => server.rows('select description from topics where id = ?', topic))
    .toEqual([{ description: 'একটি লম্বা বিবরণ' }]);
});

test('who writes on in a form of the desk goes on at the same place once it is kept', async ({
  server,
  page,
}) => {
  await signIn(page, server, 'editor', '/admin/topics');
  const [{ id } = { id: 0 }] = server.rows<{ id: number }>('select id from topics order by id desc limit 1');
  await page.goto(`/admin/topics?edit=${id}`);
  await isAlive(page);
  const words = page.locator('#topic-description');
  await words.fill('নদীর খবর');
  await typeWhileSending(page, '/admin/topics', {
    send: () => words.locator('xpath=ancestor::form').getByRole('button').click(),
    line: words,
    more: ' সব',
  });
  await expect(page.getByRole('status')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(words).toBeFocused();
  await page.keyboard.type('খানে');
  await expect(words).toHaveValue('নদীর খবর সবখানে');
  expect(server.rows('select description from topics where id = ?', id)).toEqual([
    { description: 'নদীর খবর' },
  ]);
});

test('a headline typed on a front while its story is moved goes along with the story', async ({
  server,
  page,
}) => {
  const [one, other] = server.rows<{ id: number }>(
    "select id from stories where state = 'published' order by published_at limit 2 offset 20",
  ) as [{ id: number }, { id: number }];
  await signIn(page, server, 'editor', '/admin/fronts/home');
  const status = page.locator('#board > [role=status], #board > [role=alert]');
  for (const { id } of [other, one]) {
    await page.goto(`/admin/fronts/home?q=${id}`);
    await isAlive(page);
    await page.locator(`button[value="add ${id}"]`).click();
    await expect(status).toHaveText('খসড়া সংরক্ষণ হয়েছে।');
  }
  const slot = (place: string) => page.locator(`[data-place="${place}"]`);
  await slot('top 0').locator('summary').click();
  await slot('top 1').locator('summary').click();
  const headline = slot('top 0').locator('[name="top 0 headline"]');
  await headline.fill('ঘাটে');
  await typeWhileSending(page, '/admin/fronts/home', {
    send: () => slot('top 0').locator('[data-button=down]').click(),
    line: headline,
    more: ' ভোর',
  });
  await expect(slot('top 1')).toHaveAttribute('data-carry', 'place:top 1');
  await expect(slot('top 1').locator('[name="top 1 headline"]')).toHaveValue('ঘাটে ভোর');
  await expect(slot('top 0').locator('[name="top 0 headline"]')).toHaveValue('');

  // Left, it is kept as anything typed on the board is.
  await slot('top 1').locator('[name="top 1 headline"]').focus();
  await page.keyboard.press('Tab');
  const kept = () => {
    const [{ draft } = { draft: '{}' }] = server.rows<{ draft: string }>(
      "select draft from fronts where slug = 'home'",
    );
    const [top] = (
      JSON.parse(draft) as {
        containers: { slots: { pin: { storyId: number; headline: string } | null }[] }[];
      }
    ).containers;
    return top?.slots.slice(0, 2).map(({ pin }) => [pin?.storyId, pin?.headline]);
  };
  await expect.poll(kept).toEqual([
    [other.id, ''],
    [one.id, 'ঘাটে ভোর'],
  ]);
  await page.locator('button[value="discard"]').click();
  await expect(status).toHaveText('খসড়া বাতিল হয়েছে।');
});

test('a board that was not answered stays as it is, and a line of the strip that is being typed stays too', async ({
  server,
  page,
}) => {
  const [story] = server.rows<{ id: number; headline: string }>(
    "select id, headline from stories where state = 'published' order by published_at limit 1 offset 24",
  ) as [{ id: number; headline: string }];
  await signIn(page, server, 'editor', '/admin/fronts/home');
  await page.goto(`/admin/fronts/home?q=${story.id}`);
  await isAlive(page);
  const add = page.locator(`button[value="add ${story.id}"]`);
  const status = page.locator('#board > [role=status], #board > [role=alert]');
  await add.click();
  await expect(status).toHaveText('খসড়া সংরক্ষণ হয়েছে।');
  const first = page.locator('[data-place="top 0"]');
  await first.locator('summary').click();
  await first.locator('[name="top 0 headline"]').fill('না-পাঠানো শিরোনাম');
  await page.route('**/admin/**', (route) =>
    route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue(),
  );
  await page.locator('button[value=publish]').click();
  await expect(status).toContainText('সার্ভারের সাড়া পাওয়া যায়নি');
  await expect(first.locator('[name="top 0 headline"]')).toHaveValue('না-পাঠানো শিরোনাম');
  await expect(first).toContainText(story.headline);
  await page.unrouteAll();
  await page.locator('.front__bar button[value=save]').click();
  await expect(status).toHaveText('খসড়া সংরক্ষণ হয়েছে।');
  await expect(first).toContainText('না-পাঠানো শিরোনাম');
  await page.locator('button[value="discard"]').click();
  await expect(status).toHaveText('খসড়া বাতিল হয়েছে।');

  await page.goto('/admin/fronts');
  await isAlive(page);
  const line = page.locator('#line-words');
  await line.fill('মাঝনদীতে ফেরি আটকা');
  await typeWhileSending(page, '/admin/fronts', {
    send: () => line.locator('xpath=ancestor::form').getByRole('button').click(),
    line,
    more: ', উদ্ধার চলছে',
  });
  await expect(page.locator('.editions li')).toContainText(['মাঝনদীতে ফেরি আটকা']);
  await page.waitForLoadState('networkidle');
  await expect(line).toHaveValue('মাঝনদীতে ফেরি আটকা, উদ্ধার চলছে');
  await expect(line).toBeFocused();
  await page
    .getByRole('button', { name: /^সরান মাঝনদীতে|মাঝনদীতে ফেরি আটকা/ })
    .last()
    .click();
  await expect(page.locator('.editions li', { hasText: 'মাঝনদীতে' })).toHaveCount(0);
  await expect(line).toHaveValue('মাঝনদীতে ফেরি আটকা, উদ্ধার চলছে');
});
