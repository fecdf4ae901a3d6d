import type { Browser, Page } from '@playwright/test';
import { holdScripts } from '../support/forms/hold-scripts';
import { cookieOf } from '../support/forms/plain-http';
import { bodyField, writeBody } from '../support/forms/write-body';
import { type TestServer, until } from '../support/server/test-server';
import { axeViolations, complaintsOf, expect, type Role, signIn, test } from '../support/test';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page, name: string) => page.locator(`[name=${name}]`);

/** A window of a member's own, signed in. */
async function windowOf(
  browser: Browser,
  server: TestServer,
  role: Role,
  { javaScriptEnabled = true, width = 1280 } = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.baseURL,
    javaScriptEnabled,
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  await signIn(page, server, role, '/admin/stories');
  return page;
}

async function begin(
  page: Page,
  fields: { headline: string; body: string },
  isScripted = true,
): Promise<number> {
  await page.goto('/admin/stories/new');
  await field(page, 'section').selectOption('national');
  await field(page, 'headline').fill(fields.headline);
  await writeBody(page, fields.body, isScripted);
  await press(page, 'খসড়া সংরক্ষণ করুন');
  await page.waitForURL(/\/admin\/stories\/\d+\?did=create$/);
  return Number(new URL(page.url()).pathname.split('/').at(-1));
}

function bodyOf(server: TestServer, id: number): string {
  const [row] = server.rows<{ text: string }>('select body_text as text from stories where id = ?', id);
  return (row?.text ?? '').replaceAll('\n', '\n\n');
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';

  test(`two browsers write on one story, and both texts are merged paragraph by paragraph, ${how}`, async ({
    server,
    browser,
  }) => {
    const editor = await windowOf(browser, server, 'editor', { javaScriptEnabled });
    const chief = await windowOf(browser, server, 'chief', { javaScriptEnabled, width: 390 });
    const complaints = complaintsOf(chief);
    const id = await begin(
      editor,
      { headline: 'দুজনের খবর', body: 'প্রথম।\n\nদ্বিতীয়।\n\nতৃতীয়।' },
      javaScriptEnabled,
    );
    await chief.goto(`/admin/stories/${id}`);

    await writeBody(editor, 'সম্পাদকের প্রথম।\n\nদ্বিতীয়।\n\nসম্পাদকের তৃতীয়।', javaScriptEnabled);
    await press(editor, 'সংরক্ষণ করুন');
    await editor.waitForURL(/did=save/);

    await field(chief, 'headline').fill('প্রধানের শিরোনাম');
    await writeBody(chief, 'প্রথম।\n\nপ্রধানের দ্বিতীয়।\n\nপ্রধানের তৃতীয়।', javaScriptEnabled);
    await press(chief, 'সংরক্ষণ করুন');

    const merge = chief.getByRole('region', { name: 'দুজনের লেখা মিলিয়ে' });
    await expect(merge.getByRole('insertion')).toContainText(['প্রধানের শিরোনাম', 'সম্পাদকের', 'প্রধানের']);
    const conflict = merge.getByRole('group', { name: 'দুজনই বদলেছেন। কোনটি থাকবে?' });
    await expect(conflict).toHaveCount(1);
    await expect(conflict).toContainText('সম্পাদকের তৃতীয়।');
    await expect(conflict).toContainText('প্রধানের তৃতীয়।');
    expect(bodyOf(server, id)).toContain('সম্পাদকের তৃতীয়।');
    if (javaScriptEnabled) {
      expect(await axeViolations(chief)).toEqual([]);
      const overflow = await chief.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBe(0);
    }

    // Saved again by the other meanwhile: what was seen is no longer all, so it is shown anew, with the choice kept.
    await conflict.getByRole('radio', { name: 'দুটিই থাকবে' }).check();
    await field(editor, 'kicker').fill('ঘাট');
    await press(editor, 'সংরক্ষণ করুন');
    // Its address says so since the first save.
    await expect
      .poll(() => server.rows('select kicker from stories where id = ?', id))
      .toEqual([{ kicker: 'ঘাট' }]);
    await press(chief, 'মেলানো লেখা সংরক্ষণ করুন');
    await expect(merge).toContainText('ঘাট');
    await expect(conflict.getByRole('radio', { name: 'দুটিই থাকবে' })).toBeChecked();
    await press(chief, 'মেলানো লেখা সংরক্ষণ করুন');
    await chief.waitForURL(/did=save/);

    expect(bodyOf(server, id)).toBe('সম্পাদকের প্রথম।\n\nপ্রধানের দ্বিতীয়।\n\nসম্পাদকের তৃতীয়।\n\nপ্রধানের তৃতীয়।');
    expect(server.rows('select headline, kicker from stories where id = ?', id)).toEqual([
      { headline: 'প্রধানের শিরোনাম', kicker: 'ঘাট' },
    ]);
    const paragraphs = bodyOf(server, id).split('\n\n');
    if (javaScriptEnabled) await expect(bodyField(chief).locator('> p')).toContainText(paragraphs);
    else await expect(field(chief, 'body')).toHaveValue(paragraphs.join('\n\n'));
    expect(complaints).toEqual([]);
    await editor.context().close();
    await chief.context().close();
  });
}

test('who saves a merge writes on at the same place, and what was typed while it was sent stays beside it', async ({
  server,
  browser,
}) => {
  const editor = await windowOf(browser, server, 'editor');
  const chief = await windowOf(browser, server, 'chief');
  const id = await begin(editor, { headline: 'মেলানোর পরে', body: 'প্রথম।\n\nদ্বিতীয়।\n\nতৃতীয়।' });
  const merge = chief.getByRole('region', { name: 'দুজনের লেখা মিলিয়ে' });
  const paragraphs = bodyField(chief).locator('> p');
  let letGo = () => {};
  let isSent = Promise.resolve();
  const hold = () => {
    let sent = () => {};
    isSent = new Promise((resolve) => {
      sent = resolve;
    });
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    return chief.route(`**/admin/stories/${id}*`, async (route) => {
      if (route.request().method() === 'POST') {
        sent();
        await held;
      }
      await route.continue();
    });
  };
  /** The other saves a new first paragraph; one's own stand in the second and the headline; the merge is shown. */
  const bothSave = async (theirs: string, mine: string) => {
    await writeBody(editor, `${theirs}\n\n${bodyOf(server, id).split('\n\n').slice(1).join('\n\n')}`);
    await press(editor, 'সংরক্ষণ করুন');
    await expect.poll(() => bodyOf(server, id)).toContain(theirs);
    await paragraphs.nth(1).click();
    await chief.keyboard.press('End');
    await chief.keyboard.type(mine);
    await press(chief, 'সংরক্ষণ করুন');
    await expect(merge).toBeVisible();
  };
  await chief.goto(`/admin/stories/${id}`);
  await bodyField(chief).waitFor();

  await bothSave('সম্পাদকের প্রথম।', ' প্রধান এক');
  await chief.locator('.merge button[value=save]').click();
  await expect(merge).toHaveCount(0);
  await expect(paragraphs.first()).toHaveText('সম্পাদকের প্রথম।');
  // No click, no key: the caret is where it was.
  await chief.keyboard.type(', দুই');
  await expect(paragraphs.nth(1)).toHaveText('দ্বিতীয়। প্রধান এক, দুই');
  expect(bodyOf(server, id)).toBe('সম্পাদকের প্রথম।\n\nদ্বিতীয়। প্রধান এক\n\nতৃতীয়।');

  // Taken back is one's own last stroke, and never what the other has written.
  await chief.keyboard.press('Control+z');
  await expect(paragraphs.first()).toHaveText('সম্পাদকের প্রথম।');
  await chief.keyboard.press('Control+y');

  await editor.goto(`/admin/stories/${id}`);
  await bodyField(editor).waitFor();
  await bothSave('সম্পাদক আবার।', ', তিন');
  await hold();
  await chief.locator('.merge button[value=save]').click();
  // It goes once its draft is kept; what is typed until then goes with it.
  await isSent;
  await paragraphs.nth(1).click();
  await chief.keyboard.press('End');
  await chief.keyboard.type(', চার');
  letGo();
  await expect(merge).toHaveCount(0);
  await expect(paragraphs).toHaveText(['সম্পাদক আবার।', 'দ্বিতীয়। প্রধান এক, দুই, তিন, চার', 'তৃতীয়।']);
  await chief.keyboard.type(', পাঁচ');
  await expect(paragraphs.nth(1)).toHaveText('দ্বিতীয়। প্রধান এক, দুই, তিন, চার, পাঁচ');
  expect(bodyOf(server, id)).not.toContain('চার');
  await chief.unrouteAll();
  await press(chief, 'সংরক্ষণ করুন');
  await expect.poll(() => bodyOf(server, id)).toBe('সম্পাদক আবার।\n\nদ্বিতীয়। প্রধান এক, দুই, তিন, চার, পাঁচ\n\nতৃতীয়।');
  await expect(merge).toHaveCount(0);

  // In the very paragraph that comes from the other: neither goes over the other, and the next save merges again.
  await editor.goto(`/admin/stories/${id}`);
  await bodyField(editor).waitFor();
  await bothSave('সম্পাদক তৃতীয়বার।', ', ছয়');
  await hold();
  await chief.locator('.merge button[value=save]').click();
  await isSent;
  await paragraphs.first().click();
  await chief.keyboard.press('End');
  await chief.keyboard.type(' প্রধানও এখানে।');
  letGo();
  await expect(chief.getByRole('alert').filter({ hasText: 'মেলানো লেখা সংরক্ষণ হয়েছে' })).toBeVisible();
  await expect(paragraphs.first()).toHaveText('সম্পাদক আবার। প্রধানও এখানে।');
  expect(bodyOf(server, id)).toContain('সম্পাদক তৃতীয়বার।');
  await chief.unrouteAll();
  await press(chief, 'সংরক্ষণ করুন');
  await expect(merge.getByRole('group').first()).toContainText('সম্পাদক তৃতীয়বার।');
  await merge.getByRole('radio', { name: 'দুটিই থাকবে' }).check();
  await chief.locator('.merge button[value=save]').click();
  await expect
    .poll(() => bodyOf(server, id))
    .toBe('সম্পাদক তৃতীয়বার।\n\nসম্পাদক আবার। প্রধানও এখানে।\n\nদ্বিতীয়। প্রধান এক, দুই, তিন, চার, পাঁচ, ছয়\n\nতৃতীয়।');
  await editor.context().close();
  await chief.context().close();
});

const drafts = (server: TestServer) =>
  server.rows<{ fields: string }>('select fields from story_drafts').map(({ fields }) => fields);
const isKept = (server: TestServer, text: string) =>
  until(async () => drafts(server).some((fields) => fields.includes(text)), `${text} is kept`);
const offer = (page: Page) => page.getByRole('region', { name: 'আপনার অসংরক্ষিত লেখা আছে' });

test('what was typed and not saved is offered back, with script and without, and to nobody else', async ({
  server,
  browser,
}) => {
  const editor = await windowOf(browser, server, 'editor');
  const complaints = complaintsOf(editor);
  const id = await begin(editor, { headline: 'না-রাখা লেখা', body: 'প্রথম।' });
  await field(editor, 'headline').fill('সেতুতে টোল বাড়ছে');
  await isKept(server, 'সেতুতে টোল বাড়ছে');
  await expect(editor.getByRole('status').getByText('খসড়া সংরক্ষিত আছে')).toBeVisible();
  await expect(offer(editor)).toHaveCount(0);

  for (const role of ['chief', 'reporter'] as const) {
    const other = await windowOf(browser, server, role);
    for (const path of [`/admin/stories/${id}`, '/admin/stories', '/admin/stories/new', '/admin']) {
      const answer = await other.goto(path);
      expect(await answer?.text(), `${role} at ${path}`).not.toContain('সেতুতে টোল বাড়ছে');
    }
    await other.context().close();
  }

  await editor.reload();
  await expect(offer(editor)).toContainText('সেতুতে টোল বাড়ছে');
  expect(await axeViolations(editor)).toEqual([]);
  await editor.setViewportSize({ width: 390, height: 800 });
  expect(await editor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await offer(editor).getByRole('button', { name: 'ফরমে ফিরিয়ে আনুন' }).click();
  await expect(field(editor, 'headline')).toHaveValue('সেতুতে টোল বাড়ছে');
  await expect(editor.getByText('লেখা ফরমে ফিরিয়ে আনা হয়েছে')).toBeVisible();
  expect(complaints).toEqual([]);
  await editor.context().close();

  const plain = await windowOf(browser, server, 'editor', { javaScriptEnabled: false });
  await plain.goto(`/admin/stories/${id}`);
  await offer(plain).getByRole('button', { name: 'ফরমে ফিরিয়ে আনুন' }).first().click();
  await expect(field(plain, 'headline')).toHaveValue('সেতুতে টোল বাড়ছে');
  await press(plain, 'সংরক্ষণ করুন');
  await plain.waitForURL(/did=save/);
  expect(server.rows('select headline from stories where id = ?', id)).toEqual([
    { headline: 'সেতুতে টোল বাড়ছে' },
  ]);
  await plain.reload();
  await expect(offer(plain)).toHaveCount(0);
  await plain.context().close();
});

test('what is typed while unsaved text is on its way into the form stays there, and that text stays offered', async ({
  server,
  browser,
}) => {
  const editor = await windowOf(browser, server, 'editor');
  const complaints = complaintsOf(editor);
  const id = await begin(editor, { headline: 'সংরক্ষিত শিরোনাম', body: 'প্রথম।' });
  await field(editor, 'headline').fill('আগের লেখা');
  await isKept(server, 'আগের লেখা');
  await editor.reload();
  await expect(offer(editor)).toContainText('আগের লেখা');

  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const requestSeen = new Promise<void>((resolve) => {
    void editor.route(`**/admin/stories/${id}*`, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      resolve();
      await held;
      await route.continue();
    });
  });
  const take = offer(editor).getByRole('button', { name: 'ফরমে ফিরিয়ে আনুন' });
  await take.first().click();
  await requestSeen;
  await field(editor, 'headline').fill('এই ফাঁকে লেখা');
  letGo();
  await expect(editor.getByText('এর মধ্যে আপনি আরও লিখেছেন')).toBeVisible();
  await expect(field(editor, 'headline')).toHaveValue('এই ফাঁকে লেখা');
  await expect(offer(editor)).toContainText('আগের লেখা');

  await take.first().click();
  await expect(field(editor, 'headline')).toHaveValue('আগের লেখা');
  await expect(offer(editor)).toContainText('এই ফাঁকে লেখা');
  await press(editor, 'সংরক্ষণ করুন');
  await editor.waitForURL(/did=save/);
  expect(server.rows('select headline from stories where id = ?', id)).toEqual([{ headline: 'আগের লেখা' }]);
  expect(drafts(server).some((fields) => fields.includes('এই ফাঁকে লেখা'))).toBe(true);
  expect(complaints).toEqual([]);
  await editor.context().close();
});

test('unsaved text is left only by a second, deliberate step', async ({ server, browser }) => {
  const editor = await windowOf(browser, server, 'editor');
  const id = await begin(editor, { headline: 'বাদ দেওয়া', body: 'প্রথম।' });
  await field(editor, 'headline').fill('যা লাগবে না');
  await isKept(server, 'যা লাগবে না');
  await editor.goto(`/admin/stories/${id}`);
  const leaveNow = offer(editor).getByRole('button', { name: 'হ্যাঁ, বাদ দিন' });
  await expect(leaveNow).toBeHidden();
  await offer(editor).locator('summary', { hasText: 'বাদ দিন' }).click();
  await leaveNow.click();
  await expect(offer(editor)).toHaveCount(0);
  expect(drafts(server).some((fields) => fields.includes('যা লাগবে না'))).toBe(false);
  await editor.context().close();
});

test('a server that dies takes no text with it, and the save that was pressed goes through when it is back', async ({
  server,
  browser,
}) => {
  const editor = await windowOf(browser, server, 'editor');
  const id = await begin(editor, { headline: 'বিদ্যুৎ গেল', body: 'প্রথম।' });
  await server.stop('SIGKILL');
  await field(editor, 'headline').fill('বিদ্যুৎ গেল ও ফিরল');
  await expect(editor.getByRole('status').getByText('এই ব্রাউজারে সংরক্ষিত আছে')).toBeVisible();
  await press(editor, 'সংরক্ষণ করুন');
  await expect(editor.getByRole('status').getByText('সংরক্ষণ অপেক্ষায় আছে')).toBeVisible();
  await expect(field(editor, 'headline')).toHaveValue('বিদ্যুৎ গেল ও ফিরল');
  await server.start();
  await editor.waitForURL(/did=save/, { timeout: 30_000 });
  await expect(editor.getByRole('status').getByText('সংরক্ষণ হয়েছে')).toBeVisible();
  await expect(editor.getByText('সংরক্ষণ অপেক্ষায় আছে')).toHaveCount(0);
  expect(server.rows('select headline from stories where id = ?', id)).toEqual([
    { headline: 'বিদ্যুৎ গেল ও ফিরল' },
  ]);
  await editor.context().close();
});

test('a page closed without a network is offered back on the next', async ({ server, browser }) => {
  const editor = await windowOf(browser, server, 'editor');
  const id = await begin(editor, { headline: 'ঢাকনা বন্ধ', body: 'প্রথম।' });
  const context = editor.context();
  await context.setOffline(true);
  await field(editor, 'headline').fill('ঢাকনা খোলা');
  await expect(editor.getByRole('status').getByText('এই ব্রাউজারে সংরক্ষিত আছে')).toBeVisible();
  await editor.close();
  await context.setOffline(false);

  const next = await context.newPage();
  await next.goto(`/admin/stories/${id}`);
  await expect(offer(next).getByRole('insertion')).toContainText('খোলা');
  const onDevice = () =>
    next.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('barta-kept')));
  await expect.poll(onDevice).toEqual([]);
  await context.close();
});

test('a session that ended holds the save back, and a new sign-in lets it through', async ({
  server,
  browser,
}) => {
  const editor = await windowOf(browser, server, 'editor');
  const id = await begin(editor, { headline: 'মেয়াদ', body: 'প্রথম।' });
  server.change('update staff_sessions set ended_at = 1 where ended_at is null');
  await field(editor, 'headline').fill('মেয়াদ ফুরোলেও থাকে');
  await press(editor, 'সংরক্ষণ করুন');
  await expect(editor.getByRole('status').getByText('আপনার লগইনের মেয়াদ শেষ।')).toBeVisible();
  const tab = await editor.context().newPage();
  await signIn(tab, server, 'editor', '/admin');
  await editor.bringToFront();
  await editor.waitForURL(/did=save/, { timeout: 30_000 });
  expect(server.rows('select headline from stories where id = ?', id)).toEqual([
    { headline: 'মেয়াদ ফুরোলেও থাকে' },
  ]);
  await editor.context().close();
});

test('in a browser where somebody else has signed in, a text is kept from them and waits for its writer', async ({
  server,
  browser,
}) => {
  const editor = await windowOf(browser, server, 'editor');
  const id = await begin(editor, { headline: 'একই যন্ত্র', body: 'প্রথম।' });
  server.change('update staff_sessions set ended_at = 1 where ended_at is null');
  const tab = await editor.context().newPage();
  await signIn(tab, server, 'chief', '/admin');
  await field(editor, 'headline').fill('শুধু আমার লেখা');
  await expect(editor.getByRole('status').getByText('এখন অন্য কেউ লগইন করেছেন')).toBeVisible();
  expect(drafts(server).some((fields) => fields.includes('শুধু আমার লেখা'))).toBe(false);
  await tab.goto(`/admin/stories/${id}`);
  await expect(offer(tab)).toHaveCount(0);
  await editor.context().close();
});

test('a new story and two tabs of one person keep a text each', async ({ server, browser }) => {
  const reporter = await windowOf(browser, server, 'reporter');
  await reporter.goto('/admin/stories/new');
  await field(reporter, 'headline').fill('প্রথম ট্যাবের খবর');
  await isKept(server, 'প্রথম ট্যাবের খবর');
  const second = await reporter.context().newPage();
  await second.goto('/admin/stories/new');
  await expect(offer(second)).toContainText('প্রথম ট্যাবের খবর');
  await field(second, 'headline').fill('দ্বিতীয় ট্যাবের খবর');
  await isKept(server, 'দ্বিতীয় ট্যাবের খবর');
  await isKept(server, 'প্রথম ট্যাবের খবর');

  await field(reporter, 'section').selectOption('national');
  await press(reporter, 'খসড়া সংরক্ষণ করুন');
  await reporter.waitForURL(/did=create/);
  await until(
    async () => !drafts(server).some((fields) => fields.includes('প্রথম ট্যাবের খবর')),
    'the draft is done with',
  );
  await reporter.context().close();
});

test('the address for drafts takes only what our page sends, from whom it says', async ({ server }) => {
  const [{ id }] = server.rows<{ id: number }>("select id from staff where role = 'reporter' limit 1") as [
    { id: number },
  ];
  const good = {
    member: id,
    storyId: 1,
    tab: 'abcdef0123',
    basedOn: 1,
    stroke: 1,
    fields: { headline: 'ক' },
  };
  const send = async (body: unknown, headers: Record<string, string>) =>
    (
      await fetch(`${server.baseURL}/api/drafts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.baseURL, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
    ).status;
  const reporter = { cookie: await cookieOf(server, 'reporter') };
  expect(await send(good, {})).toBe(401);
  expect(await send(good, { cookie: await cookieOf(server, 'chief') })).toBe(409);
  expect(await send(good, { ...reporter, origin: 'https://evil.example' })).toBe(403);
  for (const odd of ['', '{', 'null', '[]', '"x"', { ...good, stroke: -1 }, { ...good, fields: null }]) {
    expect([odd, await send(odd, reporter)]).toEqual([odd, 400]);
  }
  expect(await send({ ...good, fields: { body: 'ক'.repeat(600_000) } }, reporter)).toBe(204);
  expect(await send(good, reporter)).toBe(204);

  const offersOf = async (who: Record<string, string>, query = '?story=1') => {
    const answer = await fetch(`${server.baseURL}/api/drafts${query}`, { headers: who });
    return [answer.status, await answer.text()] as const;
  };
  expect((await offersOf({}))[0]).toBe(401);
  for (const odd of ['', '?story=', '?story=x', '?story=-1']) {
    expect([odd, (await offersOf(reporter, odd))[0]]).toEqual([odd, 400]);
  }
  const draftFields = { ...good, tab: 'abcdef9999', fields: { headline: 'শুধু প্রতিবেদকের' } };
  expect(await send(draftFields, reporter)).toBe(204);
  expect((await offersOf(reporter))[1]).toContain('শুধু প্রতিবেদকের');
  expect(await offersOf({ cookie: await cookieOf(server, 'chief') })).toEqual([200, '[]']);
});

test('who writes is told to the other, in the list and with script off too; taking over is told back', async ({
  server,
  browser,
}) => {
  const editor = await windowOf(browser, server, 'editor');
  const id = await begin(editor, { headline: 'কে লিখছেন', body: 'প্রথম।' });
  await until(
    async () => server.rows('select * from presence where story_id = ?', id).length > 0,
    'the editor is here',
  );

  // On a phone, and with its script off.
  const plain = await windowOf(browser, server, 'chief', { javaScriptEnabled: false, width: 390 });
  await plain.goto('/admin/stories');
  await expect(plain.getByRole('row', { name: 'কে লিখছেন' })).toContainText('ফারহান কবির সম্পাদনা করছেন');
  await plain.goto(`/admin/stories/${id}`);
  await expect(plain.getByText('ফারহান কবির এই খবরটি সম্পাদনা করছেন।')).toBeVisible();
  const take = plain.getByRole('button', { name: 'সম্পাদনা শুরু করুন (অন্যজনের বদলে)', exact: true });
  const at = await take.boundingBox();
  expect([at && at.x >= 0 && at.x + at.width <= 390, at && at.height >= 32]).toEqual([true, true]);
  await field(plain, 'headline').fill('প্রধানের লেখা');
  await press(plain, 'সম্পাদনা শুরু করুন (অন্যজনের বদলে)');
  await expect(plain.getByText('এখন আপনি সম্পাদনা করছেন।')).toBeVisible();
  await expect(field(plain, 'headline')).toHaveValue('প্রধানের লেখা');
  expect(server.rows("select subject from audit_entries where verb = 'take-over-story'")).toEqual([
    { subject: String(id) },
  ]);

  await field(editor, 'headline').fill('সম্পাদকের লেখা');
  await editor.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(editor.getByText('এখন সম্পাদনা করছেন। আপনার লেখা হারায়নি')).toBeVisible();
  await isKept(server, 'সম্পাদকের লেখা');
  await expect(field(editor, 'headline')).toHaveValue('সম্পাদকের লেখা');
  for (const width of [1280, 390]) {
    await editor.setViewportSize({ width, height: 844 });
    expect(await axeViolations(editor), `${width}`).toEqual([]);
    expect(await editor.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }
  // And taken back from there, with script.
  await press(editor, 'সম্পাদনা শুরু করুন (অন্যজনের বদলে)');
  await expect(editor.getByText('এখন আপনি সম্পাদনা করছেন।')).toBeVisible();
  // At once, not with the next beat.
  await expect(editor.getByText('এখন সম্পাদনা করছেন। আপনার লেখা হারায়নি')).toBeHidden({ timeout: 5_000 });
  await expect(field(editor, 'headline')).toHaveValue('সম্পাদকের লেখা');
  await editor.context().close();
  await plain.context().close();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';

  test(`any two revisions are compared word by word, and an earlier one comes back, ${how}`, async ({
    server,
    browser,
  }) => {
    const editor = await windowOf(browser, server, 'editor', { javaScriptEnabled });
    const complaints = complaintsOf(editor);
    const id = await begin(
      editor,
      { headline: 'ফেরি বন্ধ', body: 'ভোর থেকে ঘাটে আটকা তিনটি ফেরি।' },
      javaScriptEnabled,
    );
    await press(editor, 'প্রকাশ করুন');
    await editor.waitForURL(/did=publish/);
    await field(editor, 'headline').fill('ফেরি চালু');
    await press(editor, 'হালনাগাদ করুন');
    await editor.waitForURL(/did=save/);

    await editor.getByRole('link', { name: 'আগের সংস্করণ' }).click();
    await editor.waitForURL(/revisions$/);
    await expect(editor.getByRole('row', { name: 'প্রকাশের পর বদল' })).toContainText('ফারহান কবির');
    await editor.getByRole('radio', { name: 'যেটি থেকে: সংস্করণ ১' }).check();
    await editor.getByRole('radio', { name: 'যেটি পর্যন্ত: সংস্করণ ২' }).check();
    await press(editor, 'মিলিয়ে দেখুন');
    await editor.waitForURL(/from=1&to=2|to=2&from=1/);
    const diff = editor.getByRole('region', { name: 'সংস্করণ ১ থেকে সংস্করণ ২: যা বদলেছে' });
    await expect(diff.getByRole('deletion')).toContainText('বন্ধ');
    await expect(diff.getByRole('insertion')).toContainText('চালু');
    if (javaScriptEnabled) {
      for (const width of [1280, 390]) {
        await editor.setViewportSize({ width, height: 800 });
        expect([width, await axeViolations(editor)]).toEqual([width, []]);
        expect(await editor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      }
    }
    await editor.locator('summary', { hasText: 'সংস্করণ ১ ফিরিয়ে আনুন' }).click();
    await press(editor, 'হ্যাঁ, ফিরিয়ে আনুন');
    await editor.waitForURL(/did=restore/);
    await expect(field(editor, 'headline')).toHaveValue('ফেরি বন্ধ');
    expect(server.rows('select reason from story_revisions where story_id = ? order by number', id)).toEqual([
      { reason: 'publish' },
      { reason: 'correction' },
      { reason: 'restore' },
    ]);
    await editor.goto(`/admin/stories/${id}/revisions?from=77&to=x`);
    await expect(editor.getByRole('heading', { name: 'আগের সংস্করণ' })).toBeVisible();
    expect(complaints).toEqual([]);
    await editor.context().close();
  });
}

test('what is typed before the page’s script is there stays, in every field, and is saved', async ({
  server,
  browser,
}) => {
  const page = await windowOf(browser, server, 'editor');
  const id = await begin(page, { headline: 'আগের শিরোনাম', body: 'আগের লেখা।' });

  const letGo = await holdScripts(page);
  await page.goto(`/admin/stories/${id}`, { waitUntil: 'commit' });
  const fields: Record<string, string> = {
    headline: 'তাড়াতাড়ি লেখা শিরোনাম',
    standfirst: 'তাড়াতাড়ি লেখা সারকথা',
    body: 'আগের লেখা। আরও দুটি কথা।',
    topics: 'নদী, সেতু',
    kicker: 'দ্রুত',
  };
  for (const [name, text] of Object.entries(fields)) await field(page, name).first().fill(text);
  await field(page, 'section').selectOption('country');
  await field(page, 'headline').press('Home');
  letGo();
  await expect(page.getByRole('combobox', { name: 'বিষয়', exact: true })).toBeVisible();
  await expect(field(page, 'headline')).toBeFocused();
  await page.keyboard.type('অতি ');
  for (const [name, text] of Object.entries({ ...fields, headline: `অতি ${fields.headline}` }))
    await expect(field(page, name).first()).toHaveValue(text);

  await press(page, 'সংরক্ষণ করুন');
  await page.waitForURL(/did=save$/);
  expect(
    server.rows('select headline, standfirst, body_text as body, kicker from stories where id = ?', id),
  ).toEqual([
    {
      headline: `অতি ${fields.headline}`,
      standfirst: fields.standfirst,
      body: fields.body,
      kicker: fields.kicker,
    },
  ]);
  expect(
    server.rows('select count(*) as n from story_topics where story_id = ?', id),
    'topics typed before the script',
  ).toEqual([{ n: 2 }]);
  await page.context().close();
});
