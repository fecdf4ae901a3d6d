import { gzipSync } from 'node:zlib';
import { dhakaDay } from '@barta/bengali/dates';
import { faceFiles } from '@/lib/fonts/faces';
import { axeViolations, complaintsOf, expect, test } from '../../support/test';

const today = dhakaDay(new Date());
const kinds = [
  ['the front', '/'],
  ['a section', '/national'],
  ['the seed story', '/international/1'],
  ['the archive', '/archive'],
  ['a day', `/archive/${today}`],
  ['the districts', '/district'],
  ['a district', '/district/dhaka'],
  ['a byline', '/byline/nahida-sultana'],
  ['a topic', `/topic/${encodeURIComponent('পরিবেশ')}`],
] as const;

for (const [name, address] of kinds) {
  test(`${name} answers without a script of the framework and with no complaint`, async ({
    page,
    request,
  }) => {
    const complaints = complaintsOf(page);
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(200);

    const html = await (await request.get(address)).text();
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map((match) => match[1] ?? '');
    const known = /type="application\/ld\+json"|data-first-paint|src="\/enhance\//;
    expect(scripts.filter((script) => !known.test(script))).toEqual([]);
    expect(html).not.toContain('page-note');
    await expect(page.locator('h1')).toHaveCount(1);
    expect(complaints).toEqual([]);
  });

  test(`${name} is accessible, and fits a narrow phone`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(address);
    expect(await axeViolations(page)).toEqual([]);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond, `at ${width} px`).toBeLessThanOrEqual(0);
    }
    expect(await axeViolations(page)).toEqual([]);
  });

  test(`${name} is given a second time from memory, the renderer asleep`, async ({ request, server }) => {
    const first = await request.get(address);
    const renderer = await server.rendererPid();
    process.kill(renderer, 'SIGSTOP');
    try {
      const second = await request.get(`${address}?utm_source=somewhere`, { timeout: 5_000 });
      expect(await second.text()).toBe(await first.text());
    } finally {
      process.kill(renderer, 'SIGCONT');
    }
  });
}

test('readers in the dark find it accessible too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const address of ['/', '/international/1', '/national']) {
    await page.goto(address);
    expect(await axeViolations(page), address).toEqual([]);
  }
});

for (const address of [
  '/nothing',
  '/nothing/at/all/here',
  '/international/01',
  '/international/1abc',
  '/international/999999',
  '/international/before/yesterday',
  '/national/before/1-1',
  '/topic/nothing',
  '/byline/nobody',
  '/district/atlantis',
  '/district?code=atlantis',
  '/archive/2026-02-30',
  '/archive/1971-12-16',
  '/archive/2090-01-01',
  '/archive/today',
]) {
  test(`${address} is a 404 with a page that helps`, async ({ page }) => {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
    await expect(page.locator('h1')).toHaveText('পাতাটি পাওয়া যায়নি');
    await expect(page.locator('main form[action="/search"]')).toBeVisible();
  });
}

test.describe('addresses of a story', () => {
  for (const [from, status, to] of [
    ['/sports/1', 301, '/international/1'],
    [`/international/1/${encodeURIComponent('কিম-পুতিন')}`, 301, '/international/1'],
    ['/sports/1/tail', 301, '/international/1'],
    ['/district?code=khulna', 301, '/district/khulna'],
  ] as const) {
    test(`${from} leads to ${to}`, async ({ request, server }) => {
      const answer = await request.get(from, { maxRedirects: 0 });
      expect(answer.status()).toBe(status);
      expect(new URL(answer.headers().location ?? '', server.baseURL).pathname).toBe(to);
    });
  }

  test('a tail behind an unknown story is a 404', async ({ request }) => {
    expect((await request.get('/international/999999/tail')).status()).toBe(404);
  });
});

test('a retracted story is gone, and its page says why and nothing of what it said', async ({
  page,
  server,
}) => {
  const [story] = server.rows<{ id: number; slug: string; body_text: string }>(
    `select stories.id, slug, body_text from stories join sections on sections.id = section_id
     where state = 'published' and slug = 'education' order by published_at limit 1`,
  );
  if (!story) throw new Error('the demo newsroom has stories');
  const address = `/${story.slug}/${story.id}`;
  server.change(
    `update stories set state = 'retracted', retracted_at = ?, retraction_note = 'একটি তথ্য ভুল ছিল।' where id = ?`,
    Date.now(),
    story.id,
  );
  server.change('insert into page_events (tags, at) values (?, ?)', `["story:${story.id}"]`, Date.now());

  const answer = await page.goto(address);
  expect(answer?.status()).toBe(410);
  await expect(page.locator('.note--err')).toContainText('একটি তথ্য ভুল ছিল।');
  expect(await page.content()).not.toContain(story.body_text.slice(0, 60));
  expect(await axeViolations(page)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the lists of the front change place, and the menu opens', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('/');
    const [latest, mostRead] = [page.locator('ol.rank').nth(0), page.locator('ol.rank').nth(1)];
    await expect(latest).toBeVisible();
    await expect(mostRead).toBeHidden();
    await page.getByText('সর্বাধিক পঠিত').first().click();
    await expect(mostRead).toBeVisible();
    await expect(latest).toBeHidden();

    await page.locator('.menu summary').click();
    await page.locator('.menu__panel a[href="/sports"]').click();
    await expect(page.locator('.nav a[aria-current=page]')).toHaveText('খেলা');
  });

  test('the district picker arrives at the district', async ({ page, server }) => {
    await page.goto('/');
    // Another test may have put a second one on this front.
    const picker = page.locator('form[action="/district"]').first();
    await picker.locator('select[name=district]').selectOption('khulna');
    await picker.getByRole('button').click();
    await expect(page).toHaveURL(`${server.baseURL}/district/khulna`);
  });

  test('nothing offers what only a script could do', async ({ page }) => {
    await page.goto('/international/1');
    const byScript = page.locator('[data-print], [data-copy], [data-text-size], [data-theme-switch]');
    await expect(byScript).toHaveCount(5);
    for (const one of await byScript.all()) await expect(one).toBeHidden();
    await expect(page.locator('.share a').first()).toBeVisible();
  });
});

test.describe('with JavaScript', () => {
  test('a reader chooses the dark, and it stays', async ({ page }) => {
    await page.goto('/');
    await page.locator('[data-theme-switch]').click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.goto('/national');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('opening a story is counted once, and tells only which and from what host', async ({ page }) => {
    const beacon = page.waitForRequest('**/api/views');
    await page.goto('/international/1');
    expect((await beacon).postData()).toBe('story=1&from=');
  });
});

test('no story stands twice above the fold', async ({ page }) => {
  await page.goto('/');
  const links = await page
    .locator('.heads a, .top .card a, .top .also a, #latest .rank a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(8);
  expect(new Set(links).size).toBe(links.length);
});

test('older pages of a section go on where the one before ended, and repeat nothing', async ({
  page,
  server,
}) => {
  const inSection = server.rows<{ id: number }>(
    `select stories.id from stories join sections on sections.id = section_id
     where slug = 'national' and state = 'published' order by published_at desc, stories.id desc`,
  );
  await page.goto('/national');
  const seen = new Set<string | null>();
  for (let pages = 1; ; pages += 1) {
    const links = page.locator('main .card--lead a, main .stack .card a, main .list h3 a');
    for (const link of await links.all()) {
      const href = await link.getAttribute('href');
      expect(seen.has(href), `${href} on page ${pages}`).toBe(false);
      seen.add(href);
    }
    const older = page.locator('.pager a[rel=next]');
    if ((await older.count()) === 0) break;
    await older.click();
  }
  expect(seen.size).toBe(inSection.length);
});

test('a page weighs little', async ({ request }) => {
  const html = await (await request.get('/international/1')).text();
  expect(gzipSync(html).length).toBeLessThan(15_000);
  const ahead = [...html.matchAll(/<link rel="preload" href="(\/fonts\/[^"]+)"/g)].map((match) => match[1]);
  expect(ahead).toEqual([faceFiles['serif-700'].cut, faceFiles['hind-400'].cut]);
  const css = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1] ?? '');
  let cssBytes = 0;
  for (const file of css) cssBytes += gzipSync(await (await request.get(file)).body()).length;
  expect(cssBytes).toBeLessThan(10_000);
  const [, reader = ''] = /data-module="(\/enhance\/[^"]+)"/.exec(html) ?? [];
  const [, first = ''] = /<script data-first-paint[^>]*>([^<]+)</.exec(html) ?? [];
  expect(gzipSync(await (await request.get(reader)).body()).length).toBeLessThan(6_000);
  expect(first).not.toBe('');
  expect(gzipSync(first).length).toBeLessThan(1_000);
});
