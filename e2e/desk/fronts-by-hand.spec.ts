import { test as base, type Locator, type Page } from '@playwright/test';
import { isAlive } from '../support/forms/alive';
import type { TestServer } from '../support/server/test-server';
import { axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

// Each walk is long, and a busy machine takes its time for every step of it.
base.describe.configure({ timeout: 150_000 });

const slot = (page: Page, place: string) => page.locator(`[data-place="${place}"]`);
const status = (page: Page) => page.locator('#board > [role=status], #board > [role=alert]');
const boardStatus = (page: Page) => page.locator('.board > [role=status]');
const saved = (page: Page) => expect(status(page)).toHaveText('খসড়া সংরক্ষণ হয়েছে।');

function oldStories(server: TestServer, count: number): { id: number; headline: string }[] {
  return server.rows<{ id: number; headline: string }>(
    `select id, headline from stories where state = 'published' order by published_at limit ${count} offset 8`,
  );
}

async function middleOf(what: Locator): Promise<{ x: number; y: number }> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** By mouse, as a hand does: down, some moves, up. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await to.scrollIntoViewIfNeeded();
  const start = await middleOf(from);
  const end = await to.boundingBox();
  if (!end) throw new Error('not on the screen');
  const [x, y] = [end.x + end.width / 2, end.y + Math.min(end.height / 2, 60)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, start.y + 12);
  await expect(page.locator('.carried')).toBeVisible();
  await page.mouse.move((start.x + x) / 2, (start.y + y) / 2, { steps: 4 });
  await page.mouse.move(x, y, { steps: 4 });
  await expect(page.locator('.is-over')).toHaveCount(1);
  await page.mouse.up();
  await expect(page.locator('.carried')).toHaveCount(0);
}

async function open(page: Page, server: TestServer, find: number): Promise<void> {
  await signIn(page, server, 'editor', '/admin/fronts/home');
  await page.goto(`/admin/fronts/home?q=${find}`);
  await isAlive(page);
}

async function discard(page: Page): Promise<void> {
  await page.locator('button[value="discard"]').click();
  await expect(status(page)).toHaveText('খসড়া বাতিল হয়েছে।');
}

test('by mouse a story is dragged from the list into a place, to another, and out again', async ({
  server,
  page,
}) => {
  const complaints = complaintsOf(page);
  const [story] = oldStories(server, 1) as [{ id: number; headline: string }];
  await open(page, server, story.id);
  const inList = page.locator('.pool li', { hasText: story.headline });

  await drag(page, inList.locator('h3'), slot(page, 'top 1'));
  await saved(page);
  await expect(slot(page, 'top 1')).toContainText(story.headline);
  await expect(slot(page, 'top 1')).toHaveClass(/is-pinned/);

  const other = (await slot(page, 'top 0').locator('h3').textContent()) ?? '';
  await drag(page, slot(page, 'top 1').locator('h3'), slot(page, 'top 0'));
  await expect(slot(page, 'top 0')).toContainText(story.headline);
  await expect(slot(page, 'top 0').locator('h3')).not.toHaveText(other);
  await expect(boardStatus(page)).toContainText(story.headline);

  await drag(page, slot(page, 'top 0').locator('h3'), page.locator('.pool h2'));
  await expect(slot(page, 'top 0')).not.toHaveClass(/is-pinned/);
  await expect(slot(page, 'top 0')).not.toContainText(story.headline);
  expect(complaints).toEqual([]);
  await discard(page);
});

test('what is let go nowhere, or with Escape, moves nothing; a click on a button is no drag', async ({
  server,
  page,
}) => {
  const [story] = oldStories(server, 1) as [{ id: number; headline: string }];
  await open(page, server, story.id);
  const inList = page.locator('.pool li', { hasText: story.headline });
  const before = await page.locator('[name=arrangement]').inputValue();
  for (const way of ['escape', 'nowhere'] as const) {
    const start = await middleOf(inList.locator('h3'));
    const over = await middleOf(slot(page, 'top 0'));
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(over.x, over.y, { steps: 5 });
    if (way === 'escape') await page.keyboard.press('Escape');
    else await page.mouse.move(2, 2, { steps: 3 });
    await page.mouse.up();
    await expect(page.locator('.carried')).toHaveCount(0);
  }
  expect(await page.locator('[name=arrangement]').inputValue()).toBe(before);
  await page.locator(`button[value="add ${story.id}"]`).click();
  await saved(page);
  await expect(slot(page, 'top 0')).toContainText(story.headline);
  await discard(page);
});

test('by finger the grip carries a story, and elsewhere the page scrolls', async ({ server, browser }) => {
  const [story] = oldStories(server, 2).slice(1) as [{ id: number; headline: string }];
  const context = await browser.newContext({
    baseURL: server.baseURL,
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await open(page, server, story.id);
  const finger = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });

  const grip = await middleOf(page.locator('.pool li', { hasText: story.headline }).locator('[data-grip]'));
  await touch('touchStart', grip.x, grip.y);
  await touch('touchMove', grip.x + 10, grip.y + 10);
  await expect(page.locator('.carried')).toBeVisible();
  // At the lower edge the board comes in by itself.
  await touch('touchMove', 195, 835);
  await expect
    .poll(() =>
      page.evaluate(() => {
        const box = document.querySelector('[data-place="top 0"]')?.getBoundingClientRect();
        return box !== undefined && box.top < window.innerHeight - 160;
      }),
    )
    .toBe(true);
  // Away from the edge it stands still; then over the place itself.
  await touch('touchMove', 195, 420);
  const box = await slot(page, 'top 0').boundingBox();
  const y = Math.min(Math.max((box?.y ?? 0) + 30, 90), 760);
  await touch('touchMove', 195, y);
  const over = await page.locator('.slot.is-over').getAttribute('data-place');
  await touch('touchEnd');
  await saved(page);
  await expect(slot(page, over ?? '')).toContainText(story.headline);

  const before = await page.locator('[name=arrangement]').inputValue();
  await page.evaluate(() => window.scrollTo(0, 0));
  const headline = await middleOf(page.locator('.pool li h3').first());
  await touch('touchStart', headline.x, headline.y);
  for (let step = 1; step <= 6; step += 1) await touch('touchMove', headline.x, headline.y - step * 30);
  await expect(page.locator('.carried')).toHaveCount(0);
  await touch('touchEnd');
  expect(await page.locator('[name=arrangement]').inputValue()).toBe(before);
  await discard(page);
  await context.close();
});

test('by keyboard a held story is told of at each step, several keys at once are none too many, and Delete takes it out', async ({
  server,
  page,
}) => {
  const [story] = oldStories(server, 3).slice(2) as [{ id: number; headline: string }];
  await open(page, server, story.id);
  await page.locator(`button[value="add ${story.id}"]`).click();
  await saved(page);
  await slot(page, 'top 0').locator('[data-button=grab]').focus();
  await page.keyboard.press('Space');
  await expect(boardStatus(page)).toContainText(`${story.headline}.`);
  await expect(boardStatus(page)).toContainText('খবরটি ধরা হয়েছে');
  await page.keyboard.press('ArrowDown');
  await expect(slot(page, 'top 1').locator('[data-button=grab]')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(slot(page, 'top 2')).toContainText(story.headline);
  await expect(slot(page, 'top 2').locator('[data-button=grab]')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(slot(page, 'top 2')).not.toHaveClass(/is-held/);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Delete');
  await expect(slot(page, 'top 2')).not.toHaveClass(/is-pinned/);
  await discard(page);
});

test('no story stands twice on the front, however its places are filled', async ({ server, page }) => {
  const [one] = oldStories(server, 1) as [{ id: number; headline: string }];
  const [newest] = server.rows<{ id: number; headline: string }>(
    "select id, headline from stories where state = 'published' order by published_at desc limit 1",
  ) as [{ id: number; headline: string }];
  await open(page, server, newest.id);
  // The newest would fill a place by itself: pinned low, it stands there alone.
  await page.locator('#into').selectOption('top 3');
  await page.locator(`button[value="add ${newest.id}"]`).click();
  await saved(page);
  await page.goto(`/admin/fronts/home?q=${one.id}`);
  await page.locator(`button[value="add ${one.id}"]`).click();
  await saved(page);
  const shownHeadlines = await page.locator('[data-place] h3').allTextContents();
  expect(shownHeadlines.filter((headline) => headline === newest.headline)).toHaveLength(1);
  // Two stories of other tests may have one headline; that is not one story twice.
  const shared = server.rows<{ headline: string }>(
    'select headline from stories group by headline having count(*) > 1',
  );
  const own = shownHeadlines.filter((headline) => !shared.some((one) => one.headline === headline));
  expect(own.length).toBeGreaterThan(20);
  expect(own.length - new Set(own).size, 'headlines that stand twice').toBe(0);

  await page.locator('button[value="publish"]').click();
  await expect(status(page)).toContainText('প্রকাশিত হয়েছে');
  const html = await (await fetch(server.baseURL)).text();
  expect(html.split(`/${newest.id}"`).length - 1).toBeGreaterThan(0);
  await page.locator('button[value="edition 0"]').click();
  await expect(status(page)).toContainText('আবার প্রকাশিত হয়েছে');
});

test('by keyboard alone a new draft comes to lead the front and goes off again in fewer than twelve actions', async ({
  server,
  page,
}) => {
  const [lead] = oldStories(server, 1) as [{ id: number; headline: string }];
  const leads = async () =>
    (await (await fetch(server.baseURL)).text()).match(/card--lead.*?<h2><a href="([^"]+)"/s)?.[1];
  await open(page, server, lead.id);
  await page.locator(`button[value="add ${lead.id}"]`).click();
  await saved(page);
  await page.locator('button[value="publish"]').click();
  await expect(status(page)).toContainText('প্রকাশিত হয়েছে');
  await expect.poll(leads).toContain(`/${lead.id}`);
  await page.goto('/admin/stories');
  // The keys are there when the page's script is.
  const search = page.locator('#desk-search');
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(search).toBeFocused({ timeout: 500 });
  }).toPass();
  await search.blur();

  // An action: one chord of keys, or one field typed.
  let actions = 0;
  const press = async (keys: string) => {
    actions += 1;
    await page.keyboard.press(keys);
  };
  const type = async (words: string) => {
    actions += 1;
    await page.keyboard.type(words);
  };

  await press('n');
  await page.waitForURL(/\/admin\/stories\/new$/);
  await page.locator('.rich__text').waitFor();
  await press('Alt+1');
  await type('কিবোর্ডে লেখা প্রধান খবর');
  await press('Alt+2');
  await type('ভোর থেকে মাঝনদীতে আটকা তিনটি ফেরি।');
  await press('Alt+3');
  await press('ArrowDown');
  await expect(page.locator('form[aria-label="নতুন খবর"] [name=section]')).not.toHaveValue('');
  await press('Control+s');
  await page.waitForURL(/did=create$/);
  await page.locator('button[value="publish-lead"]').waitFor();
  await press('Control+Shift+Enter');
  await page.waitForURL(/did=lead$/);
  const id = new URL(page.url()).pathname.split('/').at(-1);
  await expect.poll(leads).toContain(`/${id}`);

  await page.locator('button[value="off-front"]').waitFor();
  await press('Control+Shift+Backspace');
  await page.waitForURL(/did=off-front$/);
  await expect.poll(leads).toContain(`/${lead.id}`);

  expect(actions).toBeLessThan(12);
  expect(actions).toBe(10);
  server.change("update fronts set live = 0, draft = null where slug = 'home'");
  server.change('insert into page_events (tags, at) values (\'["site"]\', ?)', Date.now());
});
