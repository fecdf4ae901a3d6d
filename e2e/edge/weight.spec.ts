import type { Page } from '@playwright/test';
import { expect, testWithOwnServer } from '../support/test';

/** In a newsroom of their own: what other tests write in Latin letters would be weighed with a face for it. */
const test = testWithOwnServer();

const story = '/international/1';

interface Fetched {
  path: string;
  type: string;
  /** As they went over the wire, headers and all. */
  bytes: number;
}

/** What a first view fetches, by the browser's own account. Ends when nothing has been asked for half a second. */
async function firstView(page: Page, path: string): Promise<Fetched[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const fetched = new Map<string, Fetched>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (!response.url.startsWith('http')) return;
    fetched.set(requestId, { path: new URL(response.url).pathname, type, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = fetched.get(requestId);
    if (one) one.bytes += encodedDataLength;
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  // A beacon is sent behind the view and answered with nothing; the tab's icon is a picture.
  return [...fetched.values()].filter(({ type, path: file }) => type !== 'Ping' && file !== '/favicon.ico');
}

/** How far things have moved under the reader's eye, by the browser's own measure. */
async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
}

const kilobytes = (fetched: readonly Fetched[]) => fetched.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
const summary = (fetched: readonly Fetched[]) =>
  fetched.map(({ path, type, bytes }) => `${type} ${path} ${bytes}`).join('\n');

for (const [name, viewport] of [
  ['a phone', { width: 390, height: 844 }],
  ['a desk', { width: 1280, height: 900 }],
] as const) {
  test(`a story's first view on ${name} is light, takes few requests, and nothing moves`, async ({
    page,
    request,
  }) => {
    await page.setViewportSize(viewport);
    // Brotli is made behind the first answer; what is weighed is what nearly every reader gets.
    await expect
      .poll(async () => (await request.get(story, { headers: { 'accept-encoding': 'br' } })).headers())
      .toHaveProperty('content-encoding', 'br');

    const fetched = await firstView(page, story);
    const withoutPictures = fetched.filter(
      ({ type, path }) => type !== 'Image' && !path.startsWith('/cover/'),
    );
    const fonts = fetched.filter(({ type }) => type === 'Font');

    expect(kilobytes(withoutPictures), summary(withoutPictures)).toBeLessThanOrEqual(100);
    expect(withoutPictures.length, summary(withoutPictures)).toBeLessThanOrEqual(8);
    expect(kilobytes(fonts), summary(fonts)).toBeLessThanOrEqual(75);
    expect(await layoutShift(page)).toBeLessThan(0.005);
  });
}

for (const path of ['/', '/national', '/archive', '/search?q=নদী', '/account']) {
  test(`${path} fetches no second sans face and moves nothing`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const fetched = await firstView(page, path);

    expect(fetched.filter(({ path: file }) => file.includes('hind-600'))).toEqual([]);
    expect(await layoutShift(page)).toBeLessThan(0.005);
  });
}

test('bold words, a table and a card in a story fetch no second sans face', async ({ page, server }) => {
  const [was] = server.rows<{ id: number; path: string; html: string }>(
    `select s.id, '/' || slug || '/' || s.id as path, body_html as html from stories s
     join sections on sections.id = s.section_id where external_id = 'demo-20'`,
  );
  const show = (html: string) => {
    server.change('update stories set body_html = ? where id = ?', html, was?.id ?? 0);
    server.change('insert into page_events (tags, at) values (?, ?)', `["story:${was?.id}"]`, Date.now());
  };
  show(
    '<p>ক <strong>জোর</strong> <b>দিয়ে</b></p><table><tr><th>দল</th></tr></table><a class="embed" href="https://e.test/"><span><strong>ভাষণ</strong></span></a>',
  );
  const fetched = await firstView(page, was?.path ?? '');
  await expect(page.locator('.body th')).toBeVisible();
  show(was?.html ?? '');

  expect(fetched.filter(({ path }) => path.includes('hind-600'))).toEqual([]);
});

for (const form of ['photo', 'video', 'live', 'longread', 'explainer', 'opinion', 'report']) {
  test(`nothing moves while a story of the form ${form} is read to its end`, async ({ page, server }) => {
    const [found] = server.rows<{ path: string }>(
      `select '/' || slug || '/' || s.id as path from stories s join sections on sections.id = s.section_id
       where s.state = 'published' and form = ? order by published_at desc limit 1`,
      form,
    );
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(found?.path ?? '');
      await page.evaluate(() => document.fonts.ready);
      const before = await layoutShift(page);
      // By the wheel and not in one leap: what lies below is fetched as it comes near.
      await page.evaluate(async () => {
        for (let y = 0; y < document.body.scrollHeight; y += 500) {
          scrollTo(0, y);
          await new Promise((next) => requestAnimationFrame(() => setTimeout(next, 30)));
        }
      });
      await page.waitForLoadState('networkidle');
      expect((await layoutShift(page)) - before, `${width}`).toBeLessThan(0.005);
    }
  });
}

test('a reader’s name in Latin letters fetches no face for it', async ({ page, server }) => {
  const [found] = server.rows<{ path: string; name: string }>(
    `select '/' || slug || '/' || s.id as path, c.name as name from comments c
     join stories s on s.id = c.story_id join sections on sections.id = s.section_id
     where s.state = 'published' and c.state = 'visible' and c.name glob '*[A-Za-z]*' limit 1`,
  );
  const fetched = await firstView(page, found?.path ?? '');

  await page
    .locator('#discussion')
    .getByText(found?.name ?? '')
    .first()
    .scrollIntoViewIfNeeded();
  await expect(
    page
      .locator('#discussion')
      .getByText(found?.name ?? '')
      .first(),
  ).toBeVisible();
  expect(fetched.filter(({ path }) => path.includes('-latin'))).toEqual([]);
});

for (const path of ['/search?q=নদী', '/search?q=ঞঞঞঞ']) {
  test(`nothing of ${path} moves on a phone whose line is slow`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const held: (() => void)[] = [];
    await page.route('**/*.woff2', async (route) => {
      await new Promise<void>((go) => held.push(go));
      await route.continue();
    });
    await page.goto(path, { waitUntil: 'commit' });
    await expect(page.locator('footer').last()).toBeAttached();
    // A busy browser may ask for one once more.
    await expect.poll(() => held.length).toBeGreaterThanOrEqual(2);
    // All is drawn but in other letters: sheets, our module and the first pictures are there.
    await expect(page.locator('[data-theme-switch]')).toBeVisible();
    expect(await layoutShift(page)).toBe(0);

    for (const go of held) go();
    await page.evaluate(() => document.fonts.ready);
    // A telephone has the face whose measures the fallback is made for; where there is none, boxes stand for letters.
    expect(await layoutShift(page)).toBeLessThan(0.05);
  });
}

test('what may be fetched ahead is asked for when the page is there, and nobody who saves data is given any', async ({
  page,
  request,
}) => {
  const requests: string[] = [];
  page.on('request', (one) => requests.push(new URL(one.url()).pathname));
  const rules = page.waitForResponse('**/speculation.json');
  const answer = await page.goto(story);
  expect((await rules).headers()['content-type']).toBe('application/speculationrules+json');
  expect(answer?.headers()).not.toHaveProperty('speculation-rules');
  const firstScreen = requests.filter((path) => /^\/(fonts|media|cover|_next)\//.test(path));
  expect(requests.indexOf('/speculation.json')).toBeGreaterThan(requests.indexOf(firstScreen[3] ?? ''));
  expect(requests.indexOf('/api/views')).toBeGreaterThan(requests.indexOf(firstScreen[3] ?? ''));

  const eagernessFor = async (headers: Record<string, string>) =>
    (
      (await (await request.get('/speculation.json', { headers })).json()) as {
        prefetch: { eagerness: string }[];
      }
    ).prefetch.map(({ eagerness }) => eagerness);
  expect(await eagernessFor({})).toEqual(['moderate']);
  expect(await eagernessFor({ 'sec-ch-ua-mobile': '?1' })).toEqual(['conservative']);
  expect((await request.get('/speculation.json', { headers: { 'save-data': 'on' } })).status()).toBe(204);
});

test('the browser understands the rules, and fetches a link under the pointer ahead', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  const read: string[] = [];
  const ahead = new Set<string>();
  session.on('Preload.ruleSetUpdated', ({ ruleSet }) =>
    read.push(ruleSet.errorType ? `${ruleSet.errorType}: ${ruleSet.errorMessage}` : ruleSet.sourceText),
  );
  session.on('Preload.prefetchStatusUpdated', ({ prefetchUrl }) => ahead.add(new URL(prefetchUrl).pathname));
  await session.send('Preload.enable');
  await page.goto('/');
  await expect.poll(() => read).toEqual([expect.stringContaining('"eagerness":"moderate"')]);
  const link = page.locator('main h2 a:visible').first();
  const wanted = await link.evaluate((anchor) => (anchor as HTMLAnchorElement).pathname);

  await link.hover();

  await expect.poll(() => [...ahead]).toEqual([wanted]);
});

for (const [name, viewport] of [
  ['a phone', { width: 390, height: 844 }],
  ['a desk', { width: 1280, height: 900 }],
] as const) {
  test(`nothing to be seen moves on ${name} when the faces come late, whatever faces it has`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.route('**/fonts/*', async (route) => {
      await new Promise((later) => setTimeout(later, 800));
      await route.continue();
    });
    for (const path of ['/', story, '/national', '/archive', '/district']) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.evaluate(() => document.fonts.ready);
      expect(await layoutShift(page), path).toBeLessThan(0.02);
    }
  });
}
