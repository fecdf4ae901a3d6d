import { axeViolations, complaintsOf, expect, test } from '../../support/test';

interface Answer {
  total: number;
  results: { id: number; url: string; headline: string; publishedAt: string }[];
}

test.describe('a reader who looks for a story', () => {
  test.use({ javaScriptEnabled: false });

  test('types a word in one form and reads it marked in others', async ({ page }) => {
    const { results } = (await (await page.request.get('/api/search?q=নদী&limit=1')).json()) as Answer;
    const [first] = results;

    await page.goto('/search');
    await page.locator('form.searchbar input[name=q]').fill('নদীর');
    await page.locator('form.searchbar button').click();

    await expect(page).toHaveURL(/\/search\?q=/);
    await expect(page.locator('#results')).toHaveText(/^‘নদীর’ খুঁজে [১-৯][০-৯,]*টি খবর পাওয়া গেছে$/);
    await expect(page.locator('mark').first()).toHaveText(/^নদী/);
    await expect(page.locator('.item a').filter({ hasText: first?.headline ?? '-' })).toHaveCount(1);
  });

  test('is offered near words and the latest when nothing is found, and keeps what was typed', async ({
    page,
  }) => {
    await page.goto('/search?q=ঞঞঞঞ&from=কাল');
    await expect(page.getByRole('status')).toContainText('‘ঞঞঞঞ’ খুঁজে কিছু পাওয়া যায়নি');
    await expect(page.locator('input[name=q]').nth(1)).toHaveValue('ঞঞঞঞ');
    await expect(page.locator('input[name=from]')).toHaveValue('কাল');
    await expect(page.locator('#from-fault')).toBeVisible();
    await expect(page.locator('.latest .item')).toHaveCount(6);
  });

  test('asks with words that no story holds together and reads the nearest, told that it is so', async ({
    page,
  }) => {
    await page.goto('/search?q=নদী কবে ঞঞঞঞ');
    await expect(page.getByRole('status')).toContainText('সব শব্দ একসঙ্গে কোনো খবরে নেই');
    await expect(page.getByRole('status')).toContainText('কোনো খবরে নেই: ‘ঞঞঞঞ’');
    await expect(page.locator('#results')).toContainText('সবচেয়ে কাছের');
    await expect(page.locator('mark').first()).toHaveText(/^নদী/);
    const { match, total } = await (await page.request.get('/api/search?q=নদী কবে ঞঞঞঞ')).json();
    expect({ match, isAny: total > 0 }).toEqual({ match: 'partly', isAny: true });
  });

  test('finds at 390 pixels without scrolling sideways', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('/search?q=নদী');
    await expect(page.locator('mark').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

for (const { place, field } of [
  { place: '/', field: '.mast__search input' },
  { place: '/search', field: '#sq' },
])
  test(`at ${place} suggestions are chosen from the keyboard, or left`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.goto(place);
    const input = page.locator(field);
    const options = page.locator('.suggest [role=option]');
    // Else Safari on a Mac draws a field of its own there, with none of our edges and room.
    await expect(input).toHaveCSS('appearance', 'none');
    await input.pressSequentially('নদ');
    await expect(input).toHaveAttribute('aria-expanded', 'true');
    await expect(options.first()).toContainText('নদ');
    expect(await axeViolations(page)).toEqual([]);

    await input.press('ArrowDown');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await expect(input).toHaveAttribute('aria-activedescendant', 'suggest-0');
    await input.press('ArrowUp');
    await expect(input).toHaveAttribute('aria-activedescendant', '');
    await input.press('Escape');
    await expect(options).toHaveCount(0);
    await expect(input).toHaveValue('নদ');

    await input.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=/);
    await page.goto(place);
    await input.pressSequentially('নদীর');
    await expect(options.first()).toBeVisible();
    const url = await options.first().getAttribute('data-url');
    await input.press('ArrowDown');
    await input.press('Enter');
    await page.waitForURL((at) => at.pathname === url);
    expect(complaints).toEqual([]);
  });

test('the search is a reader page: one module of ours, a strict policy, kept by nobody', async ({ page }) => {
  const complaints = complaintsOf(page);
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });

  const answer = await page.goto('/search?q=নদী&utm_source=x', { waitUntil: 'networkidle' });

  expect(scripts.map((path) => path.replace(/-[A-Z0-9]{8}\.js$/, '')).sort()).toEqual(['/enhance/reader']);
  const headers = answer?.headers() ?? {};
  expect(headers['content-security-policy']).toMatch(/script-src 'self'( 'sha256-[^']{44}')+;/);
  // Other sites' frames are for pages with a card of theirs.
  expect(headers['content-security-policy']).not.toContain('frame-src');
  expect(headers['cache-control']).toBe('private, no-store');
  expect((await answer?.text())?.match(/<script(?![^>]* src=|[^>]*data-first-paint)/g)).toBeNull();
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  expect(complaints).toEqual([]);
});

test('a suggestion is an answer to a pointer too', async ({ page }) => {
  await page.goto('/search');
  await page.locator('#sq').pressSequentially('নদী');
  await page.locator('.suggest [role=option]').last().click();
  await expect(page).not.toHaveURL(/\/search/);
  await expect(page.locator('h1')).toBeVisible();
});

test('the search page is quiet in the console and clean to axe', async ({ page }) => {
  const complaints = complaintsOf(page);
  for (const path of ['/search', '/search?q=নদী', '/search?q=ঞঞঞঞ&to=x']) {
    await page.goto(path);
    expect(await axeViolations(page)).toEqual([]);
  }
  expect(complaints).toEqual([]);
});

test('the search is written anew while readers search, and every answer is whole', async ({
  request,
  server,
}) => {
  // Another query each time: an answer is remembered for half a minute.
  let requestCount = 0;
  const found = async () => {
    const totals = ['', '&section=national'].map(async (more) => {
      const answer = await request.get(`/api/search?q=নদী -ঞঞ${requestCount++}${more}`);
      return ((await answer.json()) as Answer).total;
    });
    return (await Promise.all(totals)).join(' and in the section ');
  };
  const before = await found();
  expect(before).toMatch(/^[1-9]\d* and in the section [1-9]\d*$/);

  // As older rules wrote it: half of it is new for a while.
  server.change('update search_state set terms_version = 3');
  let isDone = false;
  const rebuilt = server.barta('reindex').finally(() => {
    isDone = true;
  });
  const during: string[] = [];
  while (!isDone) during.push(await found());
  expect(await rebuilt).toMatch(/^Indexed \d+ stories in \d+\.\d s\.$/m);
  expect(during.length).toBeGreaterThan(3);
  expect(new Set([...during, await found()])).toEqual(new Set([before]));
});

for (const q of ['%00', '"', 'NEAR(', `${'ক'.repeat(10_000)}`, '-', '%F0%9F', 'ও এবং'])
  test(`“${q.slice(0, 12)}” is answered, to people and to programs`, async ({ request }) => {
    expect((await request.get(`/search?q=${q}`)).status()).toBe(200);
    const answer = await request.get(`/api/search?q=${q}`);
    expect(answer.status()).toBe(200);
    expect((await answer.json()) as Answer).toMatchObject({
      total: expect.any(Number),
      results: expect.any(Array),
    });
    expect((await request.get(`/api/suggest?q=${q}`)).status()).toBe(200);
  });
