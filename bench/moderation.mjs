/**
 * How fast the moderators' queue is under the fingers: 1,000 held comments, Chromium, real keys.
 *
 *   DATABASE_URL=file:var/barta.db node bench/moderation.mjs http://127.0.0.1:3000 moderator@barta.test PASSWORD
 *
 * Adds a thousand held comments to the store of the running house, works on them, and takes them out again. Says the
 * time from a key to the next comment painted (median, 95th percentile, worst), and how far the store is behind the
 * fingers. Trust the figures on this machine and this day only; PLAYWRIGHT_CHROMIUM names the browser.
 */
import { chromium } from '@playwright/test';
import Database from 'better-sqlite3';

const [address = 'http://127.0.0.1:3000', email = 'moderator@barta.test', password = ''] =
  process.argv.slice(2);
const held = 1_000;
const presses = 200;
const store = new Database((process.env.DATABASE_URL ?? 'file:var/barta.db').replace(/^file:/, ''));
store.pragma('busy_timeout = 5000');

const browser = await chromium.launch({
  executablePath: process.env.PLAYWRIGHT_CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  takeOut();
  add();
  const page = await browser.newPage({ baseURL: address, viewport: { width: 1280, height: 900 } });
  await page.goto('/login');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form button[type=submit]').first().click();
  await page.waitForURL(/\/admin/);

  const answer = await page.goto('/admin/comments?state=held&q=bench');
  await page.locator('.keys').waitFor();
  const { alive, paint } = await page.evaluate(() => ({
    alive: performance.now(),
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  }));
  const bytes = (await answer.body()).length;
  console.log(
    `page      ${(bytes / 1000).toFixed(0)} kB, painted ${paint?.toFixed(0)} ms, alive ${alive.toFixed(0)} ms`,
  );

  await page.keyboard.press('j');
  say('J, moving', await timed(page, 'j'));
  const rows = await page.locator('.q > li').count();
  console.log(`rows      ${rows} in the list after ${presses} moves`);
  await page.goto('/admin/comments?state=held&q=bench');
  await page.locator('.keys').waitFor();
  await page.keyboard.press('j');
  const from = performance.now();
  say('A, deciding', await timed(page, 'a'));
  const typingTime = performance.now() - from;
  while (decided() < presses) await new Promise((resolve) => setTimeout(resolve, 5));
  const stored = performance.now() - from;
  console.log(
    `store     ${presses} decisions kept ${(stored - typingTime).toFixed(0)} ms after the last key (${typingTime.toFixed(0)} ms of keys)`,
  );
} finally {
  await browser.close();
  takeOut();
  store.close();
}

/** From the key to the frame in which the next comment is the one at hand. */
async function timed(page, key) {
  await page.evaluate(() => {
    window.times = [];
    const began = (event) => {
      const start = event.timeStamp;
      requestAnimationFrame(() => setTimeout(() => window.times.push(performance.now() - start)));
    };
    window.began?.();
    document.addEventListener('keydown', began, { capture: true });
    window.began = () => document.removeEventListener('keydown', began, { capture: true });
  });
  for (let n = 0; n < presses; n += 1) {
    // Nobody decides what is not on the screen: at a machine's pace the list may have to wait for its next page.
    await page.locator('.q article').first().waitFor();
    await page.keyboard.press(key);
  }
  await page.waitForFunction((wanted) => window.times.length >= wanted, presses);
  return page.evaluate(() => window.times);
}

function say(what, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(
    `${what.padEnd(12)} median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms (${times.length} keys)`,
  );
}

function add() {
  const commenter = store
    .prepare(
      "insert into commenters (email, name, created_at) values ('bench@bench.example', 'bench', 0) returning id",
    )
    .get();
  const story = store.prepare("select id from stories where state = 'published' limit 1").get();
  const insert = store.prepare(
    `insert into comments (story_id, commenter_id, name, body, body_hash, state, held_because, created_at)
     values (?, ?, 'bench', ?, ?, 'held', '["first-comment"]', ?)`,
  );
  store.transaction(() => {
    for (let n = 0; n < held; n += 1)
      insert.run(story.id, commenter.id, `ঘাটে আমরা ছিলাম সাড়ে ছয় ঘণ্টা। bench ${n}`, `bench ${n}`, Date.now() - n);
  })();
}

function decided() {
  return store.prepare("select count(*) as n from comments where name = 'bench' and state = 'visible'").get()
    .n;
}

function takeOut() {
  store.transaction(() => {
    const ours = "select id from comments where name = 'bench'";
    store.exec(`delete from moderation_actions where comment_id in (${ours})`);
    store.exec("delete from comments where name = 'bench'");
    store.exec("delete from commenters where email = 'bench@bench.example'");
  })();
}
