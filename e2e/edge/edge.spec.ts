import { oddRequests } from '@barta/edge/testing/odd-requests';
import { sendRaw } from '@barta/edge/testing/send-raw';
import { formOf } from '../support/forms/plain-http';
import { TestServer, until } from '../support/server/test-server';
import { complaintsOf, expect, test } from '../support/test';

const story = '/international/1';

function slugIn(server: TestServer, table: 'topics' | 'bylines'): string {
  const [row] = server.rows<{ slug: string }>(`select slug from ${table} order by id limit 1`);
  return encodeURIComponent(row?.slug ?? '');
}

/** The first such address in the front page. */
async function addressLike(server: TestServer, pattern: RegExp): Promise<string> {
  const found = pattern.exec(await (await fetch(server.baseURL)).text())?.[1];
  if (!found) throw new Error(`no link like ${pattern}`);
  return found;
}

/** Runs with the renderer held still: what is answered then is answered from memory. */
async function withoutRenderer<T>(server: TestServer, work: () => Promise<T>): Promise<T> {
  const pid = await server.rendererPid();
  process.kill(pid, 'SIGSTOP');
  try {
    return await work();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

const fromMemory = (server: TestServer, path: string) =>
  fetch(server.baseURL + path, { redirect: 'manual', signal: AbortSignal.timeout(3000) }).then(
    (answer) => answer.status,
    () => 'not remembered',
  );

test('every kind of page for readers is remembered once it was read', async ({ server }) => {
  const pages: [string, number][] = [
    ['/', 200],
    ['/international', 200],
    [story, 200],
    [`/topic/${slugIn(server, 'topics')}`, 200],
    [`/byline/${slugIn(server, 'bylines')}`, 200],
    [await addressLike(server, /"(\/_next\/static\/[^"]+\.css)"/), 200],
    [await addressLike(server, /"(\/enhance\/[^"]+\.js)"/), 200],
    ['/archive', 200],
    ['/cover/1.svg', 200],
    ['/nothing/here', 404],
    [`${story}/${encodeURIComponent('লেজ')}`, 301],
  ];
  for (const [path] of pages) await fetch(server.baseURL + path, { redirect: 'manual' });

  const again = await withoutRenderer(server, async () => {
    const statuses: [string, number | string][] = [];
    for (const [path] of pages) statuses.push([path, await fromMemory(server, path)]);
    return statuses;
  });

  expect(again).toEqual(pages);
});

test('the clock publishes a story: the address that was 404 shows it, an unrelated page stays in memory', async ({
  server,
}) => {
  const [wanted] = server.rows<{ id: number; section: string }>(
    `select stories.id, slug as section from stories join sections on sections.id = section_id
     where state = 'published' and stories.id > 1 and slug <> 'international' limit 1`,
  );
  const path = `/${wanted?.section}/${wanted?.id}`;
  server.change("update stories set state = 'draft', published_at = null where id = ?", wanted?.id);
  server.change('insert into page_events (tags, at) values (?, ?)', `["story:${wanted?.id}"]`, Date.now());
  expect((await fetch(server.baseURL + path)).status).toBe(404);
  await fetch(`${server.baseURL}/district`);

  server.change(
    "update stories set state = 'scheduled', scheduled_at = ? where id = ?",
    Date.now(),
    wanted?.id,
  );

  await until(async () => (await fetch(server.baseURL + path)).status === 200, 'the clock publishes it');
  expect(await withoutRenderer(server, () => fromMemory(server, '/district'))).toBe(200);
});

test('when the renderer is killed, readers read on and it is mended by itself', async ({ server }) => {
  await fetch(server.baseURL + story);
  const pid = await server.rendererPid();

  process.kill(pid, 'SIGKILL');

  const remembered = await Promise.all(Array.from({ length: 50 }, () => fromMemory(server, story)));
  expect(new Set(remembered)).toEqual(new Set([200]));
  expect((await fetch(`${server.baseURL}/archive/2020-01-01`)).status).toBeLessThan(500);
  expect(await server.rendererPid()).not.toBe(pid);
});

test('nothing outlives an edge server that is killed', async () => {
  const server = await TestServer.open();
  const pid = await server.rendererPid();

  await server.stop('SIGKILL');

  await until(async () => !isRunning(pid), 'the renderer ends');
  await server.close();
});

test('no odd request is a server error', async ({ server }) => {
  const errors: [string, number][] = [];
  for (const [name, bytes] of oddRequests(story)) {
    const status = await sendRaw(server.port, bytes);
    if (status >= 500) errors.push([name, status]);
  }

  expect(errors).toEqual([]);
});

test('hidden fields changed by hand are no server error', async ({ server }) => {
  const hidden = [...(await formOf(server, story, 'data-comment-form'))];
  const bound = hidden.map(([name]) => name).filter((name) => /^\$ACTION_\d+:1$/.test(name));
  expect(bound).toHaveLength(1);

  for (const wrong of ['', '{', 'null', '[]', '["$Q1"]', '["$1:__proto__:x"]', '["$F1"]']) {
    const form = new FormData();
    for (const [name, value] of hidden) form.set(name, name === bound[0] ? wrong : value);
    const answer = await fetch(server.baseURL + story, { method: 'POST', body: form });
    expect([wrong, answer.status]).toEqual([wrong, 400]);
  }
});

test('a reading is counted once, however often the page is loaded', async ({ browser, server }) => {
  // Playwright's own name says that it is headless, and such are no readers.
  const userAgent =
    'Mozilla/5.0 (Linux; Android 14; Phone) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36';
  const context = await browser.newContext({ baseURL: server.baseURL, userAgent });
  const page = await context.newPage();
  const total = () =>
    server.rows<{ total: number }>('select total from view_totals where story_id = 2')[0]?.total ?? 0;
  const [second] = server.rows<{ section: string }>(
    'select slug as section from stories join sections on sections.id = section_id where stories.id = 2',
  );
  const before = total();

  await page.goto(`/${second?.section}/2`);
  await page.reload();

  await until(async () => total() === before + 1, 'the reading is written down');
  await context.close();
});

test('pages carry no script of the framework, and nothing is refused by their policy', async ({ page }) => {
  const complaints = complaintsOf(page);
  for (const path of ['/', '/international', story, '/archive', '/login']) await page.goto(path);
  expect(complaints).toEqual([]);

  await page.goto(story);
  const scripts = page.locator('script:not([type="application/ld+json"], [type=speculationrules])');
  await expect
    .poll(() => scripts.evaluateAll((all) => all.map((script) => script.getAttribute('src'))))
    .toEqual([null]);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
