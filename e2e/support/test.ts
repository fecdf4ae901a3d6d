import { test as base, expect, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';
import type { StaffRole } from '../../db/schema';
import { postSignIn } from './forms/plain-http';
import { TestServer } from './server/test-server';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

export type Role = StaffRole;

/**
 * A Playwright test with a server and a seeded database that no other file uses; `page` and `request` visit it. `prepare`
 * runs once, before the first test; `environment` is added to the server's own.
 */
export function testWithOwnServer(
  prepare: (server: TestServer) => Promise<void> = async () => {},
  environment: Record<string, string> = {},
) {
  return base.extend<object, { server: TestServer }>({
    server: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
      async ({}, use) => {
        const server = await TestServer.open(environment);
        await prepare(server);
        await use(server);
        await server.close();
      },
      { scope: 'worker', timeout: 60_000 },
    ],
    baseURL: async ({ server }, use) => use(server.baseURL),
    page: async ({ page, javaScriptEnabled }, use) => {
      if (javaScriptEnabled !== false) withModules(page);
      await use(page);
    },
  });
}

/**
 * Pages that it opens are opened with their modules, which else come a moment later than a test looks. Not where a test
 * waits for less than the whole page.
 */
export function withModules(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (url, options) => whole(await goto(url, options), options?.waitUntil);
  page.reload = async (options) => whole(await reload(options), options?.waitUntil);
  async function whole<Answer>(answer: Answer, waitUntil?: string): Promise<Answer> {
    if (waitUntil === 'commit' || waitUntil === 'domcontentloaded') return answer;
    await page.evaluate(() => dispatchEvent(new PointerEvent('pointerdown')));
    await page.waitForFunction(() => document.documentElement.dataset.js !== '');
    return answer;
  }
}

/** The test most files use: the worker's server and database, shared by all its files. */
export const test = testWithOwnServer();

/**
 * Signs in by the form, as a client without a browser sends it, gives the page the cookies and leads it to `next`. How a
 * person signs in, with script and without, is `sign-in`'s to prove: here it would be a page more for each test.
 */
export async function signIn(page: Page, server: TestServer, role: Role, next = '/admin'): Promise<void> {
  const answer = await postSignIn(server, { email: `${role}@barta.test`, password: server.password, next });
  if (answer.status !== 303) throw new Error(`${role} could not sign in: ${answer.status}`);
  await page.context().addCookies(answer.headers.getSetCookie().map((line) => cookieIn(line, server)));
  await page.goto(server.baseURL + next);
}

function cookieIn(line: string, server: TestServer) {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  const { hostname } = new URL(server.baseURL);
  const path = /; Path=([^;]+)/.exec(line)?.[1] ?? '/';
  return { name, value, domain: hostname, path, httpOnly: true, sameSite: 'Lax' as const };
}

/** What a reader is told about a form of the discussion: with script above the form, without it where the address leads. */
export function answerOn(page: Page): Locator {
  return page.locator('[data-answer], .said:target');
}

/** What the page's console has said against it: CSP refusals, script errors. To be empty at the end. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/**
 * axe's violations of WCAG 2.0 to 2.2 A and AA and its best practices, one line each; none are wanted. What passed is
 * not described, which is four times as fast. Frames are seen from outside: an advertisement's takes no script. `more`: rules that
 * axe leaves out by itself.
 */
export async function axeViolations(page: Page, more: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (more) => {
    const rules = Object.fromEntries(more.map((rule) => [rule, { enabled: true }]));
    const { violations } = await window.axe.run({ resultTypes: ['violations'], iframes: false, rules });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  }, more);
}

/** The same for a page without script, in a twin that has it: axe needs timers, which such a page does not turn. */
export async function axeViolationsOfTwin(page: Page): Promise<string[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  const twin = await browser.newContext({
    storageState: await page.context().storageState(),
    viewport: page.viewportSize(),
    // Else it is made as the test's own is, without.
    javaScriptEnabled: true,
  });
  try {
    const opened = await twin.newPage();
    await opened.goto(page.url());
    return await axeViolations(opened);
  } finally {
    await twin.close();
  }
}

export { expect };
