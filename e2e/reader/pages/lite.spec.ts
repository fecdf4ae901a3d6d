import { gzipSync } from 'node:zlib';
import { axeViolations, complaintsOf, expect, test } from '../../support/test';

const pages = [
  ['the front', '/lite', 25_000],
  ['a section', '/lite/national', 14_000],
  ['the seed story', '/lite/international/1', 14_000],
  ['its comments', '/lite/international/1/comments', 25_000],
] as const;

for (const [name, address, atMost] of pages) {
  test(`${name}, light: no script, no font, no picture, and little weight`, async ({ page }) => {
    const complaints = complaintsOf(page);
    let bytes = 0;
    const kinds: string[] = [];
    page.on('response', async (response) => {
      kinds.push(response.request().resourceType());
      bytes += gzipSync(await response.body()).length;
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(kinds.filter((kind) => kind !== 'document' && kind !== 'stylesheet')).toEqual([]);
    expect(kinds.length).toBeLessThanOrEqual(2);
    expect(bytes).toBeLessThanOrEqual(atMost);
    await expect(page.locator('script, img, iframe, link[rel=preload][as=font]')).toHaveCount(0);
    expect(complaints).toEqual([]);
  });

  test(`${name}, light, is accessible in light and dark, and fits a narrow phone`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(address);
      expect(await axeViolations(page), colorScheme).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  });
}

test('every story of the newsroom is light, and says what its full page says', async ({
  request,
  server,
}) => {
  const stories = server.rows<{ path: string; headline: string }>(
    `select '/' || slug || '/' || stories.id as path, headline from stories
     join sections on sections.id = section_id where state = 'published'`,
  );
  expect(stories.length).toBeGreaterThan(20);
  for (const { path } of stories) {
    const html = await (await request.get(`/lite${path}`)).text();
    expect(gzipSync(html).length, path).toBeLessThanOrEqual(13_000);
    expect(html.includes(`<link rel="canonical" href="${server.baseURL}${path}"`), path).toBe(true);
  }
});

test('a light page names the one that search engines are to show', async ({ request, server }) => {
  const cursor = '4102444800000-999999';
  for (const [address, shown] of [
    ['/lite', '/lite'],
    ['/lite/national', '/national'],
    [`/lite/national/before/${cursor}`, `/national/before/${cursor}`],
    ['/lite/international/1/comments', '/international/1'],
  ]) {
    const html = await (await request.get(address ?? '')).text();
    expect(html.match(/<link rel="canonical" href="([^"]*)"/)?.[1], address).toBe(server.baseURL + shown);
  }
});

test('from headline to story to its picture and comments by plain links', async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.baseURL });
  const page = await context.newPage();
  const [told] = server.rows<{ slug: string; id: number }>(
    `select slug, stories.id from stories join sections on sections.id = section_id
     where stories.state = 'published' and picture_id is not null
     and exists (select 1 from comments where story_id = stories.id and state = 'visible')
     order by published_at desc limit 1`,
  );
  await page.goto(`/lite/${told?.slug}`);
  const story = page.locator(`a[href="/lite/${told?.slug}/${told?.id}"]`);
  // The newest with both may stand on a later page.
  while ((await story.count()) === 0) await page.locator('a[href*="/before/"]').first().click();
  const headline = await story.textContent();
  await story.click();
  await expect(page.locator('h1')).toHaveText(headline ?? '');
  const picture = await page
    .getByRole('link', { name: /^ছবি দেখুন/ })
    .first()
    .getAttribute('href');
  const answer = await page.request.get(picture ?? '');
  expect(answer.headers()['content-type']).toMatch(/^image\//);
  await page.getByRole('link', { name: /^মন্তব্য পড়ুন/ }).click();
  await expect(page.locator('ol li').first()).toBeVisible();
  await context.close();
});

test('a correction is on the light page at the next request', async ({ request, server }) => {
  const headline = 'ভোরের কুয়াশা কেটে ফেরি চলছে';
  expect((await (await request.get('/lite')).text()).includes(headline)).toBe(false);
  server.change(
    `update stories set state = 'scheduled', scheduled_at = ?, headline = ? where id =
     (select max(stories.id) from stories join sections on sections.id = section_id where slug = 'national')`,
    Date.now() - 1000,
    headline,
  );
  await server.barta('publish-due');
  for (const address of ['/lite', '/lite/national'])
    expect((await (await request.get(address)).text()).includes(headline), address).toBe(true);
});

for (const [from, status, to] of [
  ['/lite/sports/1', 301, '/lite/international/1'],
  ['/lite/nowhere', 404, undefined],
  ['/lite/international/999999', 404, undefined],
  ['/lite/national/before/yesterday', 404, undefined],
] as const) {
  test(`${from} answers ${status}`, async ({ request }) => {
    const answer = await request.get(from, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location]).toEqual([status, to]);
  });
}
