import type { Page } from '@playwright/test';
import { read } from '../support/forms/story-form';
import type { TestServer } from '../support/server/test-server';
import { expect, signIn, test } from '../support/test';

const liveStory = (server: TestServer) => {
  const [story] = server.rows<{ id: number; path: string }>(
    `select s.id, '/' || c.slug || '/' || s.id as path from stories s join sections c on c.id = s.section_id
     where s.form = 'live' and s.state = 'published' limit 1`,
  );
  if (!story) throw new Error('the newsroom has no live story');
  return story;
};

const newPost = (page: Page) => page.getByRole('form', { name: 'নতুন পোস্ট' });
const times = (text: string, part: string) => text.split(part).length - 1;

/** The server takes what is sent, and the line is cut before anybody hears of it. */
async function loseTheAnswer(page: Page): Promise<void> {
  await page.route('**/admin/**', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
}

/** Later than the minute within which the same words are a second click anyway. */
function anHourPasses(server: TestServer): void {
  server.change('update live_posts set at = at - 3600000');
}

test('a live post whose answer was lost is sent again an hour later, and readers have it once', async ({
  server,
  page,
}) => {
  const { id, path } = liveStory(server);
  await signIn(page, server, 'editor', '/admin/stories');
  await page.goto(`/admin/stories/${id}/live`);
  const text = newPost(page).locator('[name=body]');
  const words = 'ফেরি বেগম রোকেয়া ঘাটে ভিড়েছে।';
  await text.fill(words);
  await loseTheAnswer(page);
  await text.press('Control+Enter');
  await expect(newPost(page).getByRole('alert')).toContainText('সার্ভারের সাড়া পাওয়া যায়নি');
  await page.unrouteAll();
  anHourPasses(server);
  await text.press('Control+Enter');
  await expect(text).toHaveValue('');
  const posted = () =>
    server.rows('select 1 from live_posts where story_id = ? and body = ?', id, words).length;
  expect(posted()).toBe(1);
  expect(times((await read(server, path)).html, `<p>${words}</p>`)).toBe(1);

  // The form is a new one now: what is said once more is said once more.
  anHourPasses(server);
  await text.fill(words);
  await text.press('Control+Enter');
  await expect.poll(posted).toBe(2);
});

test('so it is where the window was closed over it and the device kept the words', async ({
  server,
  page,
}) => {
  const { id } = liveStory(server);
  await signIn(page, server, 'editor', '/admin/stories');
  await page.goto(`/admin/stories/${id}/live`);
  const words = 'শেষ ফেরি রাত দশটায় ছাড়বে।';
  await newPost(page).locator('[name=body]').fill(words);
  await loseTheAnswer(page);
  await newPost(page).locator('[name=body]').press('Control+Enter');
  await expect(newPost(page).getByRole('alert')).toContainText('সার্ভারের সাড়া পাওয়া যায়নি');
  anHourPasses(server);

  const next = await page.context().newPage();
  await page.close();
  await next.goto(`/admin/stories/${id}/live`);
  await expect(newPost(next).locator('[name=body]')).toHaveValue(words);
  await newPost(next).getByRole('button', { name: 'পোস্ট করুন' }).click();
  await expect(newPost(next).locator('[name=body]')).toHaveValue('');
  expect(server.rows('select 1 from live_posts where story_id = ? and body = ?', id, words)).toHaveLength(1);
});

test('without script the browser sends once more what it had no answer to, and nothing stands twice', async ({
  server,
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, server, 'chief', '/admin/stories');
  const { id, path } = liveStory(server);
  const story = `/admin/stories/${id}`;
  const forms = [
    { at: `${story}/live`, button: 'পোস্ট করুন', fields: { '#body': 'জোয়ারে পানি আরও এক ফুট বেড়েছে।' } },
    { at: story, button: 'নোট যোগ করুন', fields: { '#remark-words': 'মাঝির নামের বানান দেখে নিন।' } },
    { at: story, button: 'সংশোধনী প্রকাশ করুন', fields: { '#correct-words': 'ফেরির সংখ্যা তিন নয়, চার।' } },
    { at: '/admin/fronts', button: 'শিরোনামে যোগ করুন', fields: { '#line-words': 'পদ্মায় ফেরি আবার চালু' } },
    {
      at: '/admin/menus',
      button: 'সংরক্ষণ করুন',
      fields: { '#line-label': 'ঘাটের খবর', '#line-href': '/national' },
    },
  ];
  const standing = () =>
    ['live_posts', 'story_remarks', 'corrections', 'breaking_lines', 'menu_items'].map(
      (table) => server.rows(`select 1 from ${table}`).length,
    );
  const before = standing();
  for (const { at, button, fields } of forms) {
    await page.goto(at);
    // The panels beside a story are folded.
    await page.locator('.work details').evaluateAll((all) => {
      for (const panel of all) panel.setAttribute('open', '');
    });
    for (const [field, words] of Object.entries(fields)) await page.locator(field).fill(words);
    const [request] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST'),
      page
        .locator('form', { has: page.locator(Object.keys(fields)[0] ?? '') })
        .getByRole('button', { name: button, exact: true })
        .click(),
    ]);
    await page.waitForLoadState();
    anHourPasses(server);
    const again = await page.request.fetch(request.url(), {
      method: 'POST',
      headers: { 'content-type': (await request.headerValue('content-type')) ?? '', origin: server.baseURL },
      data: request.postDataBuffer() ?? '',
      maxRedirects: 0,
    });
    expect([at, again.status() < 400]).toEqual([at, true]);
  }
  expect(standing()).toEqual(before.map((count) => count + 1));
  const { html } = await read(server, path);
  for (const words of ['ফেরির সংখ্যা তিন নয়, চার।', 'পদ্মায় ফেরি আবার চালু'])
    expect([words, times(html, words) > 0]).toEqual([words, true]);
  await context.close();
});

const sentForms = [
  {
    form: 'a page that is no story',
    at: (server: TestServer) =>
      `/admin/pages/${server.rows<{ id: number }>("select id from static_pages where slug = 'privacy'")[0]?.id}`,
    field: 'body',
    stored: "select body as text from static_pages where slug = 'privacy'",
    version: "select version from static_pages where slug = 'privacy'",
    another: "update static_pages set body = ?, version = version + 1 where slug = 'privacy'",
  },
  {
    form: 'the settings',
    at: () => '/admin/settings',
    field: 'footerNote',
    stored: "select json_extract(value, '$') as text from settings where key = 'footerNote'",
    version: "select version from settings where key = 'footerNote'",
    another: "update settings set value = json_quote(?), version = version + 1 where key = 'footerNote'",
  },
] as const;

for (const { form, at, field, stored, version, another } of sentForms) {
  test(`who saves ${form} again before it is read anew is not told of their own change, but of another’s`, async ({
    server,
    page,
  }) => {
    await signIn(page, server, 'chief', '/admin');
    await page.goto(at(server));
    const text = page.locator(`main form [name=${field}]`);
    const own = page.locator('main form', { has: page.locator(`[name=${field}]`) });
    const notice = own.locator(':scope > .note');
    const standing = () => server.rows<{ text: string }>(stored)[0]?.text;
    const before = await text.inputValue();
    await expect.poll(() => own.evaluate((here) => Object.keys(here).join())).toContain('__reactProps');
    // The first answer comes after the second press, and the page around is read anew after all that.
    let answer = () => {};
    const isPressedTwice = new Promise<void>((go) => {
      answer = go;
    });
    await page.route('**/admin/**', async (route) => {
      if (route.request().method() === 'POST') await isPressedTwice;
      await route.continue();
    });
    const save = () => own.locator('button[name=do][value=save]').click();
    const basis = own.locator('[name=basedOn]');
    const basisBefore = await basis.inputValue();

    await text.fill('প্রথম কথা');
    await save();
    await text.fill('দ্বিতীয় কথা');
    await save();
    expect(await basis.inputValue()).toBe(basisBefore);
    answer();
    await expect.poll(standing).toBe('দ্বিতীয় কথা'.normalize('NFC'));
    await expect(notice).toHaveAttribute('role', 'status');
    await expect(text).toHaveValue('দ্বিতীয় কথা'.normalize('NFC'));

    const read = server.rows<{ version: number }>(version)[0]?.version;
    await expect(basis).toHaveValue(new RegExp(`^${read}$|দ্বিতীয় কথা`.normalize('NFC')));
    server.change(another, 'অন্যের কথা');
    await text.fill('তৃতীয় কথা');
    await save();
    await expect(notice).toHaveAttribute('role', 'alert');
    await expect(own).toContainText('অন্যের কথা');
    expect(standing()).toBe('অন্যের কথা');
    await text.fill(before);
    await save();
    await expect.poll(standing).toBe(before.normalize('NFC'));
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
}
