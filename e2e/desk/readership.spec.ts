import { type Browser, chromium, type Page } from '@playwright/test';
import { dayOf, hourOf } from '@/lib/readership/dhaka-hours';
import { TestServer, until } from '../support/server/test-server';
import { axeViolations, complaintsOf, expect, signIn, test } from '../support/test';

/** Playwright's own says that it is headless, which readers are not. */
const telephone = (reader: string) =>
  `Mozilla/5.0 (Linux; Android 14; ${reader}) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36`;

interface Counted {
  views: number;
  quarters: number;
  reads: number;
}

function countedOf(server: TestServer, story: number): Counted {
  const [row] = server.rows<Counted>(
    `select coalesce(sum(views), 0) as views, coalesce(sum(quarters), 0) as quarters, coalesce(sum(reads), 0) as reads
     from view_counts where story_id = ?`,
    story,
  );
  if (!row) throw new Error('a sum has one row');
  return row;
}

const sourceOf = (server: TestServer, story: number, source: string) =>
  server.rows<{ n: number }>(
    'select coalesce(sum(views), 0) as n from view_source_counts where story_id = ? and source = ?',
    story,
    source,
  )[0]?.n ?? 0;

/** Readings are written every four seconds: other tests of this newsroom may have read the same story just now. */
const whatWasReadIsWritten = () => new Promise((resolve) => setTimeout(resolve, 5000));

/** By the page's own timers: on a slow machine they come late, and the page looks each second how far it was read. */
const twoSecondsOf = (page: Page) =>
  page.evaluate(async () => {
    for (let second = 0; second < 2; second++) await new Promise((resolve) => setTimeout(resolve, 1000));
  });

async function aReader(browser: Browser, server: TestServer, name?: string) {
  const named = name ? { userAgent: telephone(name) } : {};
  const context = await browser.newContext({ ...named, baseURL: server.baseURL });
  return { context, page: await context.newPage() };
}

/** A beacon as a browser sends it. */
function send(server: TestServer, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(`${server.baseURL}/api/views`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'user-agent': telephone('a reader'), origin: server.baseURL, ...headers },
  });
}

test('a reader comes from a search, reads to the end and leaves: one view, its source and its depth', async ({
  launchOptions,
  server,
}) => {
  await whatWasReadIsWritten();
  const before = { ...countedOf(server, 1), searches: sourceOf(server, 1, 'search') };
  // By its command line: what a page sends as it ends has not the name that Playwright gives a context.
  const { context, page } = await aReader(
    await chromium.launch({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), `--user-agent=${telephone('from a search')}`],
    }),
    server,
  );
  const complaints = complaintsOf(page);
  const opened = page.waitForResponse('**/api/views');
  await page.goto('/international/1', { referer: 'https://www.google.com/' });
  expect((await opened).request().postData()).toBe('story=1&from=www.google.com');

  await page.locator('.tags').scrollIntoViewIfNeeded();
  await twoSecondsOf(page);
  await page.goto('/national');
  await until(
    async () => countedOf(server, 1).reads === before.reads + 1,
    'the reading is written with its depth',
  );
  expect(countedOf(server, 1)).toEqual({
    views: before.views + 1,
    quarters: before.quarters + 1,
    reads: before.reads + 1,
  });
  expect(sourceOf(server, 1, 'search')).toBe(before.searches + 1);
  expect(complaints).toEqual([]);
  await context.browser()?.close();
});

test('who leaves after the first lines has read no quarter', async ({ browser, server }) => {
  await whatWasReadIsWritten();
  const before = countedOf(server, 1);
  const { context, page } = await aReader(browser, server, 'in haste');
  await page.setViewportSize({ width: 360, height: 300 });
  await page.goto('/international/1');
  await twoSecondsOf(page);
  await page.goto('/national');
  await until(async () => countedOf(server, 1).views === before.views + 1, 'the view is written');
  expect(countedOf(server, 1)).toEqual({ ...before, views: before.views + 1 });
  await context.close();
});

test('the page says how often it was read, without script as it was made, and with script to the last reader', async ({
  browser,
  server,
}) => {
  const total = () =>
    server.rows<{ total: number }>('select total from view_totals where story_id = 1')[0]?.total ?? 0;
  const bengali = (n: number) => n.toLocaleString('bn');
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: server.baseURL });
  const page = await plain.newPage();
  await page.goto('/international/1');
  const made = Number(await page.locator('[data-views]').getAttribute('value'));
  expect(made).toBeGreaterThan(0);
  await expect(page.locator('.byline')).toContainText(`${bengali(made)} বার পড়া হয়েছে`);
  await plain.close();

  const before = total();
  await send(server, { story: '1' }, { 'user-agent': telephone('the one before') });
  await until(async () => total() === before + 1, 'the reading before is written');
  const { context, page: read } = await aReader(browser, server, 'the newest');
  await read.goto('/international/1');
  await expect(read.locator('[data-views]')).toHaveText(bengali(before + 2));
  await context.close();
});

test.describe('in a newsroom of its own', () => {
  let own: TestServer;
  test.beforeEach(async () => {
    own = await TestServer.open({ TRUSTED_PROXIES: '127.0.0.1/32' });
  });
  test.afterEach(async () => {
    await own.close();
  });

  test('a reading that was written outlives a power cut, and an orderly end loses none', async () => {
    const before = countedOf(own, 1);
    const read = (count: number, name: string) =>
      Promise.all(
        Array.from({ length: count }, (_, place) =>
          send(own, { story: '1' }, { 'user-agent': telephone(`${name} ${place}`) }),
        ),
      );

    await read(20, 'before the cut');
    // Nothing but the clock writes: it must have by itself, within its few seconds.
    await until(async () => countedOf(own, 1).views === before.views + 20, 'the clock has written', 10);
    await own.stop('SIGKILL');
    await own.start();
    expect(countedOf(own, 1).views).toBe(before.views + 20);

    await read(30, 'before the end');
    await own.stop('SIGTERM');
    expect(countedOf(own, 1).views).toBe(before.views + 50);
  });

  test('nothing of a reader is in the store, and a forged beacon moves nothing', async () => {
    const mine = {
      'user-agent': telephone('Findable-4711'),
      'x-forwarded-for': '203.0.113.77',
      cookie: 'mine=findable-cookie',
    };
    const before = countedOf(own, 1);
    const stories = own.rows<{ n: number }>('select count(distinct story_id) as n from view_counts')[0]?.n;
    await send(own, { story: '1', from: 'findable-host.example' }, mine);
    await send(own, { story: '1', depth: '1' }, mine);
    for (let again = 0; again < 5; again++)
      await send(own, { story: '1', depth: '4' }, { ...mine, 'x-forwarded-for': '203.0.113.78' });
    await send(own, { story: '999999' }, mine);
    await send(own, { story: '1' }, { 'user-agent': 'Googlebot/2.1' });
    expect((await send(own, { story: '1' }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await send(own, { story: '1; drop table stories' })).status).toBe(400);
    await own.stop('SIGTERM');

    expect(countedOf(own, 1)).toEqual({ ...before, views: before.views + 1, quarters: before.quarters + 1 });
    expect(own.rows('select count(distinct story_id) as n from view_counts')).toEqual([{ n: stories }]);
    const bytes = own.storeBytes();
    for (const trace of ['Findable-4711', '203.0.113.77', 'findable-cookie', 'findable-host'])
      expect(bytes.includes(trace), trace).toBe(false);
  });

  test('a newsroom that hides the count shows none, and tells none', async ({ browser }) => {
    own.change(`insert into settings (key, value) values ('showViews', 'false')`);
    await own.stop();
    await own.start();
    const { context, page } = await aReader(browser, own, 'who asks');
    await page.goto('/international/1');
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('[data-views]')).toHaveCount(0);
    await expect(page.locator('.byline')).not.toContainText('বার পড়া হয়েছে');
    await send(own, { story: '1' });
    await expect
      .poll(async () => (await send(own, { story: '1' }, { 'user-agent': telephone('next') })).status, {
        timeout: 8000,
      })
      .toBe(204);
    await context.close();
  });
});

const tabs = { latest: 'সর্বশেষ', popular: 'সর্বাধিক পঠিত', day: 'আজ', week: '৭ দিন', month: '৩০ দিন' };

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('radio buttons choose the list of the front, and the days that it reaches over', async ({ page }) => {
    await page.goto('/');
    const lists = page.locator('aside.tabs');
    await expect(lists.locator('#latest a').first()).toBeVisible();
    await expect(lists.locator('#popular')).toBeHidden();

    await lists.getByText(tabs.popular, { exact: true }).click();
    await expect(lists.locator('#latest')).toBeHidden();
    await expect(lists.locator('#popular-day a').first()).toBeVisible();
    await expect(lists.locator('#popular-week')).toBeHidden();

    await lists.getByRole('radio', { name: tabs.day }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(lists.locator('#popular-week a').first()).toBeVisible();
    await expect(lists.locator('#popular-day')).toBeHidden();
    expect(await lists.locator('#popular-month li').count()).toBe(5);
  });

  test('the whole lists stand on pages of their own, with plain links between them', async ({
    page,
    server,
  }) => {
    await page.goto('/');
    await page.locator('aside.tabs').getByText(tabs.popular, { exact: true }).click();
    await page.locator('#popular-day .more').click();
    await expect(page).toHaveURL(`${server.baseURL}/popular`);
    const ways = page.getByRole('navigation', { name: 'কত দিনের তালিকা' });
    await expect(ways.locator('[aria-current=page]')).toHaveText(tabs.day);

    for (const [column, path, name] of [
      ['day_score', '/popular', tabs.day],
      ['week_score', '/popular/week', tabs.week],
      ['month_score', '/popular/month', tabs.month],
    ] as const) {
      await ways.getByRole('link', { name }).click();
      await expect(page).toHaveURL(server.baseURL + path);
      const shownHeadlines = await page.locator('.rank--page h2').allTextContents();
      const stored = server.rows<{ headline: string }>(
        `select headline from view_totals join stories on id = story_id where ${column} > 0 and state = 'published'
         order by ${column} desc, id desc limit 20`,
      );
      expect(shownHeadlines).toEqual(stored.map(({ headline }) => headline));
    }
  });
});

test('the lists of the front are tabs with one stop of the Tab key, and arrows between them', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.goto('/');
  const bar = page.getByRole('tablist', { name: 'কোন তালিকা দেখবেন' });
  const latest = bar.getByRole('tab', { name: tabs.latest });
  const popular = bar.getByRole('tab', { name: tabs.popular });
  await expect(latest).toHaveAttribute('aria-selected', 'true');
  await expect(popular).toHaveAttribute('tabindex', '-1');
  await expect(page.getByRole('tabpanel', { name: tabs.latest })).toBeVisible();

  await latest.focus();
  await page.keyboard.press('ArrowRight');
  await expect(popular).toBeFocused();
  await expect(page.locator('#latest')).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await expect(latest).toBeFocused();
  await page.keyboard.press('End');
  await expect(popular).toHaveAttribute('aria-selected', 'true');

  const inner = page.getByRole('tablist', { name: 'কত দিনের তালিকা' });
  await page.keyboard.press('Tab');
  await expect(inner.getByRole('tab', { name: tabs.day })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(inner.getByRole('tab', { name: tabs.month })).toBeFocused();
  await expect(page.getByRole('tabpanel', { name: tabs.month })).toBeVisible();
  await expect(page.locator('#popular-day')).toBeHidden();
  await inner.getByRole('tab', { name: tabs.week }).click();
  await expect(page.getByRole('tabpanel', { name: tabs.week })).toBeVisible();

  expect(await axeViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

for (const path of ['/popular', '/popular/week', '/popular/month', '/']) {
  test(`${path} is accessible and fits a narrow telephone`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

/** As much as was read last in the demo is read in this hour: behind midnight nothing of it was today. */
function readToday(server: TestServer): void {
  const now = new Date();
  server.change(
    `insert or ignore into view_counts (story_id, hour, views, quarters, halves, three_quarters, reads)
     select story_id, ?, views, quarters, halves, three_quarters, reads from view_counts
     where hour = (select hour from view_counts group by hour order by count(*) desc, hour desc limit 1)`,
    hourOf(now),
  );
  server.change(
    `insert or ignore into view_source_counts (story_id, day, source, views)
     select story_id, ?, source, views from view_source_counts
     where day = (select day from view_source_counts group by day order by count(*) desc, day desc limit 1)`,
    dayOf(hourOf(now)),
  );
}

test.describe('at the desk, without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an editor sees who reads now, today and this week, and takes it away as a table', async ({
    page,
    server,
  }) => {
    readToday(server);
    await send(server, { story: '1', from: 'l.facebook.com' }, { 'user-agent': telephone('for the desk') });
    await until(async () => sourceOf(server, 1, 'social') > 0, 'the reading is written');
    await signIn(page, server, 'editor', '/admin/readers');
    await expect(page.getByRole('heading', { level: 1, name: 'পাঠক' })).toBeVisible();

    for (const period of ['এখন', 'আজ', '৭ দিন']) {
      await page
        .getByRole('navigation', { name: 'কোন সময়ের হিসাব' })
        .getByRole('link', { name: period })
        .click();
      await expect(page.getByRole('link', { name: period, exact: true })).toHaveAttribute(
        'aria-current',
        'page',
      );
      const stories = page.getByRole('table', { name: 'যে খবর বেশি পড়া হচ্ছে' });
      await expect(stories.getByRole('row')).toHaveCount(21);
      await expect(page.getByRole('table', { name: 'বিভাগ অনুযায়ী' })).toBeVisible();
      await expect(page.getByRole('table', { name: /কোথা থেকে আসছেন/ }).getByRole('row')).toHaveCount(6);
      await expect(page.getByRole('table', { name: 'লেখার কতটা পড়া হয়' })).toContainText('১০০%');
    }

    const csv = await page.request.get(`${server.baseURL}/admin/readers/export?period=week`);
    expect(csv.headers()['content-type']).toContain('text/csv');
    expect((await csv.text()).split('\r\n').length).toBeGreaterThan(20);
  });

  test('under a story’s form its last two days, its sources and its depth', async ({ page, server }) => {
    await signIn(page, server, 'chief', '/admin/stories/1');
    const readers = page.getByRole('region', { name: 'এই খবরের পরিসংখ্যান' });
    await expect(readers.getByRole('img', { name: /গত ৪৮ ঘণ্টা: মোট/ })).toBeVisible();
    await expect(readers.getByRole('table', { name: 'পাঠক কোথা থেকে আসছেন' })).toContainText('সামাজিক মাধ্যম');
    await expect(readers.getByRole('table', { name: 'লেখার কতটা পড়া হয়' })).toContainText('শেষ পর্যন্ত');
    await readers.getByText('টেবিলে দেখুন').click();
    await expect(readers.getByRole('table', { name: 'গত ৪৮ ঘণ্টা' }).getByRole('row')).toHaveCount(49);
  });
});

test('the desk’s page of readers is accessible and fits a telephone', async ({ page, server }) => {
  readToday(server);
  await signIn(page, server, 'chief', '/admin/readers');
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/admin/readers?period=today');
    expect(await axeViolations(page)).toEqual([]);
    // The first column is of places; neither its head nor a place in two digits stands in two lines.
    const places = page.locator('.figures--stories :is(th, td):first-child');
    await expect(places.first()).toHaveText('ক্রম');
    const lines = await places.evaluateAll((cells) =>
      cells.map((cell) => {
        const words = document.createRange();
        words.selectNodeContents(cell);
        return words.getClientRects().length;
      }),
    );
    expect([...new Set(lines)]).toEqual([1]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
