/**
 * The judged evening: people post by HTTP as browsers do, spammers among them, while a moderator works the queue by
 * keys in Chromium, deciding by the text on the screen.
 *
 *   node bench/evening.mjs [people=200] [spammers=30] [seed=1] [strictness=usual|lenient]
 *
 * After a build; opens a demo newsroom of its own in a temporary folder. Says the precision and recall of what stands
 * visible: by the filter alone, after the held queue was worked, and after a look through the spam and what was visible.
 * PLAYWRIGHT_CHROMIUM names the browser.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import Database from 'better-sqlite3';
import { anEvening, asSeen, everybodyPosts, judged, workByKeys } from '../e2e/support/scenarios/evening.ts';

const [people = 200, spammers = 30, seed = 1] = process.argv.slice(2, 5).map(Number);
const strictness = process.argv[5] ?? 'usual';
const folder = mkdtempSync(join(tmpdir(), 'barta-evening-'));
const file = join(folder, 'barta.db');
const port = await aFreePort();
const baseURL = `http://127.0.0.1:${port}`;
const password = randomBytes(12).toString('hex');
const env = {
  ...process.env,
  DATABASE_URL: `file:${file}`,
  MEDIA_DIR: join(folder, 'media'),
  BARTA_DEMO_PASSWORD: password,
  HOST: '127.0.0.1',
  PORT: String(port),
  SITE_URL: baseURL,
  TRUSTED_PROXIES: '127.0.0.1',
  AUTH_SECRET: randomBytes(32).toString('hex'),
  ACTIONS_KEY: process.env.ACTIONS_KEY ?? JSON.parse(readFileSync('var/secrets.json', 'utf8')).ACTIONS_KEY,
  PASSWORD_COST: '12',
};
let edge;
let browser;

try {
  for (const args of [['migrate'], ['seed', 'demo']]) {
    const { status, stderr } = spawnSync(process.execPath, ['dist/barta.mjs', ...args], { env });
    if (status !== 0) throw new Error(String(stderr));
  }
  change("update comments set state = 'withdrawn' where state in ('held', 'spam')");
  change(`update sections set strictness = '${strictness === 'lenient' ? 'lenient' : 'usual'}'`);
  edge = spawn(process.execPath, ['dist/edge.mjs'], { env, stdio: 'ignore' });
  await isOpen();
  browser = await chromium.launch({
    executablePath: process.env.PLAYWRIGHT_CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  await evening();
} finally {
  await browser?.close();
  edge?.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function evening() {
  const all = anEvening(people, spammers, seed);
  const spam = new Set(all.filter(({ isSpam }) => isSpam).map(({ body }) => asSeen(body)));
  const ours = new Set(all.map(({ body }) => asSeen(body)));
  const page = await browser.newPage({ baseURL, viewport: { width: 1280, height: 900 } });
  await page.goto('/login');
  await page.locator('input[name=email]').fill('moderator@barta.test');
  await page.locator('input[name=password]').fill(password);
  await page.locator('form button[type=submit]').first().click();
  await page.waitForURL(/\/admin/);

  let isOver = false;
  const began = performance.now();
  const addresses = rows(
    `select slug || '/' || stories.id as path from stories join sections on sections.id = section_id
     where state = 'published' and comments = 'open' order by published_at desc limit 8`,
  ).map(({ path }) => `/${path}`);
  const posting = everybodyPosts(all, { baseURL, addresses, atOnce: 12 }).finally(() => {
    isOver = true;
  });
  const decide = (text) => (spam.has(text) ? 's' : 'a');
  const held = await workByKeys(page, '/admin/comments?state=held', decide, () => isOver);
  const { refused } = await posting;
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  console.log(
    `${people} people, ${spammers} of them spammers, seed ${seed}, ${strictness} sections: ${all.length} comments, ${all.filter(({ isSpam }) => isSpam).length} spam; ` +
      `${refused} not taken; ${minutes} min`,
  );
  tell('by the filter alone', 'before', all);
  tell(`held queue worked, ${held} keys`, '', all);
  // False alarms among the spam, and what slipped through: a second look at each list.
  const again = await workByKeys(
    page,
    '/admin/comments?state=spam',
    (text) => (ours.has(text) && !spam.has(text) ? 'a' : 'j'),
    () => true,
  );
  const seen = await workByKeys(
    page,
    '/admin/comments?state=visible',
    (text) => (spam.has(text) ? 's' : 'j'),
    () => true,
  );
  tell(`spam and visible looked through, ${again + seen} keys more`, '', all);
}

/** `when`: as everything stood when it was posted (`before`), or as it stands now. */
function tell(what, when, all) {
  const visible = rows(
    when === ''
      ? "select body from comments where state = 'visible'"
      : `select body from comments c where coalesce(
           (select from_state from moderation_actions a where a.comment_id = c.id order by a.id limit 1), state) = 'visible'`,
  );
  const { precision, recall, spamSeen, goodUnseen } = judged(all, new Set(visible.map(({ body }) => body)));
  console.log(
    `${what}: precision ${precision.toFixed(3)} (${spamSeen} spam seen), recall ${recall.toFixed(3)} (${goodUnseen} good unseen)`,
  );
}

function rows(sql) {
  const store = new Database(file, { readonly: true });
  const found = store.prepare(sql).all();
  store.close();
  return found;
}

function change(sql) {
  const store = new Database(file);
  store.prepare(sql).run();
  store.close();
}

async function isOpen() {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const answer = await fetch(`${baseURL}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the edge server does not open');
}

function aFreePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
}
