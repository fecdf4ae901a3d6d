import type { Page } from '@playwright/test';
import { isAlive } from '../support/forms/alive';
import { holdScripts } from '../support/forms/hold-scripts';
import type { TestServer } from '../support/server/test-server';
import { until } from '../support/server/test-server';
import { axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

/** What the next reader gets. */
async function read(server: TestServer, path: string): Promise<string> {
  const answer = await fetch(new URL(path, server.baseURL));
  expect(answer.status).toBe(200);
  return answer.text();
}

/** With the renderer held still: what is answered then is answered from memory. */
async function isRemembered(server: TestServer, path: string): Promise<boolean> {
  const pid = await server.rendererPid();
  process.kill(pid, 'SIGSTOP');
  try {
    const answer = await fetch(new URL(path, server.baseURL), { signal: AbortSignal.timeout(3000) });
    return answer.status === 200;
  } catch {
    return false;
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

/** A published story that the front does not lead with: old enough to be on no front by itself. */
function anOldStory(server: TestServer, offset = 0): { id: number; headline: string } {
  const [story] = server.rows<{ id: number; headline: string }>(
    `select id, headline from stories where state = 'published' order by published_at limit 1 offset ${offset}`,
  );
  if (!story) throw new Error('no story');
  return story;
}

const lead = async (server: TestServer) =>
  (await read(server, '/')).match(/card--lead.*?<h2><a href="([^"]+)"/s)?.[1];
const slot = (page: Page, place: string) => page.locator(`[data-place="${place}"]`);
const status = (page: Page) => page.locator('#board > [role=status], #board > [role=alert]');
const saved = (page: Page) => expect(status(page)).toHaveText('খসড়া সংরক্ষণ হয়েছে।');

test('by keyboard alone a story goes to the head of the front, and back again, in fewer than twelve actions', async ({
  server,
  page,
}) => {
  const complaints = complaintsOf(page);
  const story = anOldStory(server);
  const before = await lead(server);
  await signIn(page, server, 'editor', '/admin/fronts/home');
  let actions = 0;
  const act = async (keys: string) => {
    actions += 1;
    await page.keyboard.press(keys);
  };

  await page.locator('#find').focus();
  await page.keyboard.type(String(story.id));
  await act('Enter');
  const add = page.locator(`button[value="add ${story.id}"]`);
  await add.focus();
  await act('Enter');
  await saved(page);
  await expect(slot(page, 'top 0')).toContainText(story.headline);
  await page.getByRole('button', { name: 'প্রকাশ করুন' }).focus();
  await act('Enter');
  await expect(status(page)).toContainText('প্রকাশিত হয়েছে');
  expect(await lead(server)).toContain(`/${story.id}`);

  await page.locator('button[value="edition 0"]').focus();
  await act('Enter');
  await expect(status(page)).toContainText('আবার প্রকাশিত হয়েছে');
  expect(await lead(server)).toBe(before);
  expect(actions).toBeLessThan(12);
  expect(complaints).toEqual([]);
});

test('whoever has gone on to publish stays there, however late the script or the answer comes', async ({
  server,
  page,
}) => {
  const story = anOldStory(server, 3);
  const publish = page.getByRole('button', { name: 'প্রকাশ করুন' });
  await signIn(page, server, 'editor', '/admin/fronts/home');

  // Pressed before there is script, the form is sent as a page's is; its answer has no script yet either.
  const letGo = await holdScripts(page);
  await page.goto(`/admin/fronts/home?q=${story.id}`, { waitUntil: 'commit' });
  await page.locator(`button[value="add ${story.id}"]`).press('Enter', { noWaitAfter: true });
  await expect(slot(page, 'top 0')).toContainText(story.headline);
  await saved(page);
  await publish.focus();
  letGo();
  await isAlive(page);
  await expect(publish).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('প্রকাশিত হয়েছে');
  expect(await lead(server)).toContain(`/${story.id}`);

  // And pressed with it, while the answer takes its time: several arrows, each a step, and publish behind them.
  await page.unroute('**/_next/static/**/*.js');
  await page.route('**/admin/fronts/home*', async (route) => {
    if (route.request().method() === 'POST') await new Promise((go) => setTimeout(go, 700));
    await route.continue();
  });
  await slot(page, 'top 0').locator('[data-button=grab]').focus();
  for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await publish.focus();
  await page.keyboard.press('Enter');
  await expect(slot(page, 'top 2')).toContainText(story.headline);
  await expect(slot(page, 'top 2')).not.toHaveClass(/is-held/);
  await expect(status(page)).toContainText('প্রকাশিত হয়েছে');
  await expect(publish).toBeFocused();
  await page.unroute('**/admin/fronts/home*');
  await page.locator('button[value="edition 0"]').click();
  await expect(status(page)).toContainText('আবার প্রকাশিত হয়েছে');
});

test('a held story is moved by the arrows, and Escape takes it back to where it was', async ({
  server,
  page,
}) => {
  const story = anOldStory(server, 1);
  await signIn(page, server, 'editor', '/admin/fronts/home');
  await page.goto(`/admin/fronts/home?q=${story.id}`);
  await page.locator(`button[value="add ${story.id}"]`).click();
  await saved(page);

  await slot(page, 'top 0').locator('[data-button=grab]').focus();
  await page.keyboard.press('Space');
  await expect(slot(page, 'top 0')).toHaveClass(/is-held/);
  await page.keyboard.press('ArrowDown');
  await expect(slot(page, 'top 1')).toContainText(story.headline);
  await expect(slot(page, 'top 1').locator('[data-button=grab]')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(slot(page, 'top 0')).toContainText(story.headline);

  await page.locator('button[value="discard"]').click();
  await expect(status(page)).toHaveText('খসড়া বাতিল হয়েছে।');
});

test('without script a story is placed, given a headline, moved and published', async ({
  server,
  browser,
}) => {
  const story = anOldStory(server, 2);
  const context = await browser.newContext({ baseURL: server.baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.setViewportSize({ width: 390, height: 900 });
  await signIn(page, server, 'editor', '/admin/fronts/home');
  // No grip stands before a story here; its column must not go to the picture, and the headline's to the button.
  const headline = await page.locator('.pool li div').first().boundingBox();
  const button = await page.locator('.pool li button').first().boundingBox();
  expect(headline?.width).toBeGreaterThan(3 * (button?.width ?? Number.POSITIVE_INFINITY));
  await page.locator('#find').fill(String(story.id));
  await page.locator('button[form="find-stories"]').click();
  await page.locator('#into').selectOption('top 1');
  await page.locator(`button[value="add ${story.id}"]`).click();
  await saved(page);
  await slot(page, 'top 1').locator('summary').click();
  await slot(page, 'top 1').locator('[name="top 1 headline"]').fill('বেছে নেওয়া শিরোনাম');
  // Any button keeps what is typed anywhere.
  await page.locator('button[value="up top 1"]').click();
  await saved(page);
  await expect(slot(page, 'top 0')).toContainText('বেছে নেওয়া শিরোনাম');
  expect(await read(server, '/')).not.toContain('বেছে নেওয়া শিরোনাম');

  await page.locator('button[value="publish"]').click();
  await expect(status(page)).toContainText('প্রকাশিত হয়েছে');
  expect(await lead(server)).toContain(`/${story.id}`);
  expect(await read(server, '/')).toContain('বেছে নেওয়া শিরোনাম');
  await context.close();
});

test('of two editors the later one is told, loses nothing, and chooses', async ({ server, browser }) => {
  const [mine, theirs] = [anOldStory(server, 3), anOldStory(server, 4)];
  const open = async (role: 'editor' | 'chief', id: number) => {
    const context = await browser.newContext({ baseURL: server.baseURL });
    const page = await context.newPage();
    await signIn(page, server, role, '/admin/fronts/home');
    await page.goto(`/admin/fronts/home?q=${id}`);
    return page;
  };
  const [me, other] = [await open('editor', mine.id), await open('chief', theirs.id)];
  await other.locator(`button[value="add ${theirs.id}"]`).click();
  await saved(other);

  await me.locator(`button[value="add ${mine.id}"]`).click();
  await expect(me.getByRole('alert').filter({ hasText: 'অন্য কেউ এই পাতা বদলেছেন' })).toBeVisible();
  await expect(slot(me, 'top 0')).toContainText(mine.headline);
  await me.goto('/admin/fronts/home');
  await expect(slot(me, 'top 0')).toContainText(theirs.headline);

  await me.goto(`/admin/fronts/home?q=${mine.id}`);
  await other.locator('button[value="unpin top 0"]').click();
  // Its status says so since the step before.
  await expect(slot(other, 'top 0')).not.toContainText(theirs.headline);
  await me.locator(`button[value="add ${mine.id}"]`).click();
  await me.getByRole('button', { name: 'আমারটিই রাখুন' }).click();
  await saved(me);
  await other.goto('/admin/fronts/home');
  await expect(slot(other, 'top 0')).toContainText(mine.headline);
  await me.locator('button[value="discard"]').click();
  await Promise.all([me.context().close(), other.context().close()]);
});

test('the front is new for the next reader, a page that shows nothing of it stays remembered', async ({
  server,
  page,
}) => {
  const story = anOldStory(server, 5);
  await signIn(page, server, 'editor', '/admin/fronts/home');
  await page.goto(`/admin/fronts/home?q=${story.id}`);
  await page.locator(`button[value="add ${story.id}"]`).click();
  await saved(page);
  for (const path of ['/', '/archive']) await read(server, path);

  await page.locator('button[value="publish"]').click();
  await expect(status(page)).toContainText('প্রকাশিত হয়েছে');
  expect(await isRemembered(server, '/archive')).toBe(true);
  expect(await lead(server)).toContain(`/${story.id}`);

  await page.locator('button[value="edition 0"]').click();
  await expect(status(page)).toContainText('আবার প্রকাশিত হয়েছে');
  expect(await lead(server)).not.toContain(`/${story.id}`);
});

test('a section’s page has a front too, in the layout that the sections’ form chooses', async ({
  server,
  page,
}) => {
  const story = anOldStory(server, 6);
  await signIn(page, server, 'editor', '/admin/fronts/sports');
  await page.goto(`/admin/fronts/sports?q=${story.id}`);
  await page.locator(`button[value="add ${story.id}"]`).click();
  await saved(page);
  await page.locator('button[value="publish"]').click();
  await expect(status(page)).toContainText('প্রকাশিত হয়েছে');
  const html = await read(server, '/sports');
  expect(html.match(/card--lead.*?<h2><a href="([^"]+)"/s)?.[1]).toContain(`/${story.id}`);

  const [section] = server.rows<{ id: number }>("select id from sections where slug = 'economy'");
  await page.goto(`/admin/sections?edit=${section?.id}`);
  await page.getByLabel('প্রচ্ছদে লেআউট').selectOption('dark-band');
  await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
  await expect(page.getByRole('status')).toBeVisible();
  expect(await read(server, '/economy')).toContain('class="band"');
});

test('a headline stands on every page until its time, and its end is told of at once', async ({
  server,
  page,
}) => {
  await signIn(page, server, 'editor', '/admin/fronts');
  for (let number = 1; number <= 6; number += 1) {
    await page.getByLabel('কথা', { exact: true }).fill(`ঢাকায় ভূমিকম্প, মাত্রা ৫ দশমিক ${number}; বিস্তারিত আসছে`);
    await page.getByRole('button', { name: 'শিরোনামে যোগ করুন' }).click();
    await expect(page.locator('.editions li')).toHaveCount(number);
  }
  expect(await axeViolations(page)).toEqual([]);
  for (const path of ['/', '/sports', '/archive'])
    expect(await read(server, path)).toContain('মাত্রা ৫ দশমিক 1');

  // Other tests on this server have added lines before.
  const idOf = (number: number) =>
    server.rows<{ id: number }>('select id from breaking_lines where words like ?', `%দশমিক ${number};%`)[0]
      ?.id;
  await page.locator(`button[value="end ${idOf(1)}"]`).click();
  await expect(page.locator('.editions li')).toHaveCount(5);
  expect(await read(server, '/archive')).not.toContain('মাত্রা ৫ দশমিক 1');

  server.change('update breaking_lines set until = ? where id = ?', Date.now() - 1, idOf(2));
  const ends = () =>
    server.rows("select id from audit_entries where verb = 'end-breaking' and subject = ?", String(idOf(2)))
      .length;
  await until(async () => ends() > 0, 'the line runs out');
  expect(await read(server, '/archive')).not.toContain('মাত্রা ৫ দশমিক 2');
  expect(ends()).toBe(1);

  await page.goto('/');
  const strip = page.locator('[data-moves]');
  const stop = page.locator('[data-stop]');
  await expect(stop).toBeVisible();
  await expect.poll(() => strip.evaluate((list) => list.scrollLeft)).toBeGreaterThan(0);
  const standsAt = () => strip.evaluate((list) => list.scrollLeft);
  const stands = async () => {
    const before = await standsAt();
    // Ten of its steps.
    await page.waitForTimeout(400);
    expect(await standsAt()).toBe(before);
  };
  await strip.focus();
  await stands();
  await strip.evaluate((list) => list.blur());
  const left = await standsAt();
  await expect.poll(standsAt).not.toBe(left);
  await stop.click();
  await expect(stop).toHaveText('চালান');
  await stands();
  expect(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  await expect(stop).toBeHidden();
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  server.change('update breaking_lines set until = 1');
});

test('the board and the preview hold at both widths, for everyone', async ({ server, page }) => {
  test.slow();
  const complaints = complaintsOf(page);
  await signIn(page, server, 'chief', '/admin/fronts');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ['', '/home', '/home/preview', '/home/preview?width=phone']) {
      await page.goto(`/admin/fronts${path}`);
      if (path === '/home') {
        await page.locator('[data-place="top 0"] summary').click();
        await page.locator('.zone__look summary').first().click();
      }
      if (path.includes('preview')) await page.frameLocator('iframe').locator('.card--lead').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await axeViolations(page)).toEqual([]);
    }
  }
  expect(complaints).toEqual([]);
  const draft = await page.request.get('/admin/fronts/home/draft');
  expect(draft.headers()['cache-control']).toContain('no-store');
  expect(draft.headers()['content-security-policy']).toContain("frame-ancestors 'self'");
  const board = await page.request.get('/admin/fronts/home');
  expect(board.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
});

/** Pictures of a block that are larger than the first one's, which leads it. */
function widerThanTheirLead(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main .top, main section:has(.card--big)')].flatMap((block) => {
      const lead = block.querySelector(':is(.card--lead, .card--big) .pic')?.getBoundingClientRect();
      return [...block.querySelectorAll('.card:not(.card--lead, .card--big) .pic')]
        .map((picture) => picture.getBoundingClientRect())
        .filter(({ height }) => lead && height > lead.height)
        .map(({ height }) => `${block.querySelector('h2')?.textContent}: ${height} over ${lead?.height}`);
    }),
  );
}

test('every layout holds on the front: axe and no sideways scroll at both widths', async ({
  server,
  page,
}) => {
  test.slow();
  await signIn(page, server, 'editor', '/admin/fronts/home');
  const layouts = await page
    .locator('[name=newLayout] option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(layouts.length).toBeGreaterThanOrEqual(12);
  for (const layout of layouts) {
    await page.locator('[name=newLayout]').selectOption(layout);
    await page.locator('[name=newSection]').selectOption('national');
    const zones = await page.locator('.slots').count();
    await page.locator('button[value="add-container"]').click();
    await expect(page.locator('.slots')).toHaveCount(zones + 1);
  }
  await page.locator('button[value="publish"]').click();
  await expect(status(page)).toContainText('প্রকাশিত হয়েছে');
  for (const width of [1280, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await axeViolations(page)).toEqual([]);
    expect(await widerThanTheirLead(page), `${width}`).toEqual([]);
  }
});
