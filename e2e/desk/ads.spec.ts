import sharp from 'sharp';
import { type AdSlot, adSlots } from '@/lib/ads/ad-slots';
import { until } from '../support/server/test-server';
import { axeViolations, complaintsOf, expect, signIn, testWithOwnServer } from '../support/test';

/** In a newsroom of their own: an ad stands on every page of others too. */
const test = testWithOwnServer();

const creative =
  '<style>a{display:block;padding:20px;background:#036;color:#fff}</style>' +
  '<a href="https://bank.example/">সঞ্চয়</a><script>document.title="ran"</script>' +
  '<img src="https://tracker.example/pixel.gif" alt="">';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a chief puts a picture at the head of every page; what is wrong stands at its field', async ({
    page,
    server,
    request,
  }) => {
    await signIn(page, server, 'chief', '/admin/ads');
    const banner = await sharp({ create: { width: 1940, height: 180, channels: 3, background: '#063' } })
      .png()
      .toBuffer();
    await page.locator('#ad-name').fill('মধুমতি ব্যাংক');
    await page.getByLabel('চাপলে যেখানে যাবে').fill('javascript:alert(1)');
    await page.getByLabel('নতুন ছবি').setInputFiles({ name: 'b.png', mimeType: 'image/png', buffer: banner });
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(page.locator('#ad-href-error')).toContainText('https:// দিয়ে শুরু');
    await expect(page.locator('#ad-name')).toHaveValue('মধুমতি ব্যাংক');

    await page.getByLabel('চাপলে যেখানে যাবে').fill('https://bank.example/save');
    await page.getByRole('button', { name: 'সংরক্ষণ করুন' }).click();
    await expect(page.getByRole('status')).toHaveText('‘মধুমতি ব্যাংক’ সংরক্ষিত হয়েছে।');
    await expect(page.getByRole('row', { name: 'মধুমতি ব্যাংক' }).locator('img')).toBeVisible();

    for (const path of ['/', '/national', '/international/1', '/page/about']) {
      await page.goto(path);
      const ad = page.locator('.ad');
      await expect(ad.getByRole('link')).toHaveAttribute('href', 'https://bank.example/save');
      await expect(ad.getByRole('link')).toHaveAttribute('rel', 'sponsored noopener');
      await expect(ad).toContainText('বিজ্ঞাপন');
    }
    const [one, two] = [await request.get('/'), await request.get('/')];
    expect(await one.text()).toBe(await two.text());
  });

  test('switched off in the settings, no ad is shown anywhere', async ({ page, server }) => {
    await signIn(page, server, 'chief', '/admin/settings');
    const tick = page.getByLabel('বিজ্ঞাপন দেখান');
    await tick.uncheck();
    await page.getByRole('button', { name: 'সেটিংস সংরক্ষণ করুন' }).click();
    await expect(page.getByRole('status')).toContainText('সংরক্ষিত');
    await page.goto('/');
    await expect(page.locator('.ad')).toHaveCount(0);
    await page.goto('/admin/settings');
    await tick.check();
    await page.getByRole('button', { name: 'সেটিংস সংরক্ষণ করুন' }).click();
    await page.goto('/');
    await expect(page.locator('.ad')).not.toHaveCount(0);
  });
});

test('a picture of another shape keeps to its place, on a wide screen and on a phone', async ({
  page,
  server,
}) => {
  server.change('update ads set is_on = 0');
  // A photograph, half as high again as wide, in each of the three shapes.
  for (const slot of [1, 6, 7])
    server.change(
      `insert into ads (slot, name, kind, picture_id, href, is_on) values (?, 'ছবি', 'picture', 2, 'https://bank.example', 1)`,
      slot,
    );
  server.change(`insert into page_events (tags, at) values ('["site"]', ?)`, Date.now());
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/international/1');
    const pictures = page.locator('.ad img');
    expect(await pictures.count()).toBeGreaterThanOrEqual(2);
    for (const picture of await pictures.all()) {
      if (!(await picture.isVisible())) continue;
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth > 0))
        .toBe(true);
      const box = (await picture.boundingBox()) ?? { width: 0, height: 0 };
      const kept = await picture.evaluate((one: HTMLImageElement) =>
        [one.getAttribute('width'), one.getAttribute('height')].map(Number),
      );
      expect(box.height).toBeCloseTo((box.width * (kept[1] ?? 0)) / (kept[0] ?? 1), 0);
      expect(box.height).toBeLessThanOrEqual(kept[1] ?? 0);
    }
  }
  server.change("delete from ads where name = 'ছবি'");
  server.change('update ads set is_on = 1');
  server.change(`insert into page_events (tags, at) values ('["site"]', ?)`, Date.now());
});

test('an advertiser’s HTML runs nothing, asks nobody, and moves nothing', async ({ page, server }) => {
  server.change(
    `insert into ads (slot, name, kind, html, is_on) values
     (5, 'মাঝে', 'html', ?, 1), (7, 'পাশে', 'html', ?, 1), (10, 'নিচে', 'html', ?, 1)`,
    creative,
    creative,
    creative,
  );
  server.change('insert into page_events (tags, at) values (\'["site"]\', ?)', Date.now());
  // What the policy stops is never sent: no route sees it.
  const requests: string[] = [];
  await page.route(/tracker\.example/, (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/international/1');
  const within = page.locator('.body + .ad iframe');
  await expect(within).toHaveCount(1);
  await within.scrollIntoViewIfNeeded();
  const frame = page.frameLocator('.body + .ad iframe');
  await expect(frame.getByRole('link', { name: 'সঞ্চয়' })).toBeVisible();
  await expect(within).toHaveAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
  expect(requests).toEqual([]);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
  expect(shift).toBe(0);

  const id = server.rows<{ id: number }>("select id from ads where name = 'মাঝে'")[0]?.id;
  const inside = await page.request.get(`/ad/${id}`);
  expect(inside.headers()['content-security-policy']).toContain("default-src 'none'");
  expect(inside.headers()['content-security-policy']).toContain("frame-ancestors 'self'");
  expect(inside.headers()['content-security-policy']).toMatch(
    /sandbox allow-popups allow-popups-to-escape-sandbox;/,
  );
  expect(inside.headers()['content-security-policy']).not.toContain('script');
  expect((await page.request.get('/ad/999')).status()).toBe(404);
  server.change('update ads set is_on = 0 where id = ?', id);
  server.change('insert into page_events (tags, at) values (\'["site"]\', ?)', Date.now());
  expect((await page.request.get(`/ad/${id}`)).status()).toBe(404);
});

test('an ad begins and ends by the clock, and a remembered page follows', async ({ request, server }) => {
  const html = async () => (await request.get('/opinion')).text();
  expect(await html()).not.toContain('title="বিজ্ঞাপন ৮: ঘড়ি"');
  server.change(
    "insert into ads (slot, name, kind, html, is_on, from_at) values (8, 'ঘড়ি', 'html', 'ক', 1, ?)",
    Date.now() + 2000,
  );
  await until(async () => (await html()).includes('title="বিজ্ঞাপন ৮: ঘড়ি"'), 'the ad begins');
  // Only now: a slow machine could miss the whole of an ad of a few seconds.
  server.change("update ads set until_at = ? where name = 'ঘড়ি'", Date.now() + 1500);
  await until(async () => !(await html()).includes('title="বিজ্ঞাপন ৮: ঘড়ি"'), 'the ad ends');
});

test('each of the ten places is on every page of its kind, labelled, its room kept, and no two are called the same', async ({
  page,
  server,
}) => {
  test.slow();
  // What the tests before have booked would take its turn.
  server.change('update ads set is_on = 0');
  for (let slot = 1; slot <= 10; slot += 1)
    server.change(
      "insert into ads (slot, name, kind, html, is_on) values (?, 'চাঁদপুর ট্রাভেলস', 'html', 'ক', 1)",
      slot,
    );
  server.change('insert into page_events (tags, at) values (\'["site"]\', ?)', Date.now());
  const [day] = server.rows<{ day: string }>(
    `select date(published_at / 1000, 'unixepoch', '+6 hours') as day from stories where state = 'published'
     order by published_at desc limit 1`,
  );
  const listings: [string, number[]][] = [
    ['/', [2, 3, 4]],
    ['/international/1', [5, 6, 7]],
    ['/national', [8, 9]],
    [`/topic/${encodeURIComponent('পরিবেশ')}`, [8, 9]],
    ['/byline/nahida-sultana', [8, 9]],
    ['/district/dhaka', [8, 9]],
    [`/archive/${day?.day}`, [8, 9]],
    ['/archive', [8]],
    [`/search?q=${encodeURIComponent('ঢাকা')}`, [8, 9]],
    ['/photos', [9]],
    ['/videos', [9]],
  ];
  for (const [path, own] of listings) {
    await page.goto(path);
    for (const slot of [1, ...own, 10]) {
      const number = '০১২৩৪৫৬৭৮৯'[slot % 10];
      const name = slot === 10 ? 'বিজ্ঞাপন ১০' : `বিজ্ঞাপন ${number}`;
      const ad = page.getByRole('complementary', { name: `${name}: চাঁদপুর ট্রাভেলস`, exact: true });
      await expect(ad, `${path} ${slot}`).toHaveCount(1);
      await expect(ad).toContainText('বিজ্ঞাপন');
      const { width, height } = adSlots[slot as AdSlot];
      expect(
        await ad.locator('iframe').evaluate(({ width: w, height: h }: HTMLIFrameElement) => [w, h]),
      ).toEqual([`${width}`, `${height}`]);
    }
    expect(await axeViolations(page), path).toEqual([]);
  }
  server.change("delete from ads where name = 'চাঁদপুর ট্রাভেলস'");
  server.change('update ads set is_on = 1');
  server.change('insert into page_events (tags, at) values (\'["site"]\', ?)', Date.now());
});

test('pages with ads and the desk’s page of ads are fit for everyone, narrow and dark', async ({
  page,
  server,
}) => {
  const complaints = complaintsOf(page);
  for (const path of ['/', '/international/1', '/national']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 700 });
      await page.goto(path);
      expect(await axeViolations(page), `${path} ${colorScheme}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    }
  }
  expect(complaints.filter((line) => !/tracker\.example|script/i.test(line))).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await signIn(page, server, 'chief', '/admin/ads');
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
