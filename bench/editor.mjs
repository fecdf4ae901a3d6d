/**
 * How soon the story form can be written in on a slow machine: Chromium, its processor slowed by four, nothing cached.
 *
 *   node bench/editor.mjs http://127.0.0.1:3000 editor@barta.test PASSWORD [--slow 4] [--rounds 7] [--story 1]
 *
 * Says for a new and for a stored story, as median and worst of the rounds, the milliseconds from the click to: the
 * form painted (its plain fields take text from then on), the editor in its place, and the first letter typed in it
 * painted; how long the main thread was ever busy in one go; and how much script came over the line. Trust the figures
 * on this machine and this day only; PLAYWRIGHT_CHROMIUM names the browser.
 */
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    slow: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '7' },
    story: { type: 'string', default: '1' },
  },
});
const [address = 'http://127.0.0.1:3000', email = 'editor@barta.test', password = ''] = positionals;

const browser = await chromium.launch({
  executablePath: process.env.PLAYWRIGHT_CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const first = await browser.newContext({ baseURL: address });
  const login = await first.newPage();
  await login.goto('/login');
  await login.locator('input[name=email]').fill(email);
  await login.locator('input[name=password]').fill(password);
  await login.locator('form button[type=submit]').first().click();
  await login.waitForURL((url) => url.pathname.startsWith('/admin'));
  const storageState = await first.storageState();
  await first.close();

  for (const path of ['/admin/stories/new', `/admin/stories/${values.story}`]) {
    const rounds = [];
    for (let round = 0; round < Number(values.rounds); round += 1) {
      rounds.push(await opened(path, storageState));
    }
    console.log(`${path}, ${values.slow} times slower, ${rounds.length} rounds`);
    for (const name of Object.keys(rounds[0])) {
      const figures = rounds.map((round) => round[name]).sort((a, b) => a - b);
      const median = figures[Math.floor(figures.length / 2)];
      console.log(
        `  ${name.padEnd(28)} ${median.toFixed(0).padStart(6)}   worst ${figures.at(-1).toFixed(0)}`,
      );
    }
  }
} finally {
  await browser.close();
}

/** One visit in a browser of its own, so that nothing is remembered. */
async function opened(path, storageState) {
  const context = await browser.newContext({
    baseURL: address,
    storageState,
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  let bytes = 0;
  const scripts = new Set();
  line.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.addInitScript(() => {
    window.seen = { longest: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        window.seen.longest = Math.max(window.seen.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
    const look = () => {
      const text = document.querySelector('.rich__text[contenteditable=true]');
      if (!text) return requestAnimationFrame(look);
      requestAnimationFrame(() => {
        setTimeout(() => {
          window.seen.editor = performance.now();
        });
      });
    };
    look();
  });
  await line.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slow) });
  await page.goto(path, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.seen?.editor);
  await page.evaluate(() => {
    const text = document.querySelector('.rich__text');
    text.focus();
    text.addEventListener(
      'keydown',
      (event) =>
        requestAnimationFrame(() => {
          setTimeout(() => {
            window.seen.letter = performance.now() - event.timeStamp;
          });
        }),
      { once: true },
    );
  });
  await page.keyboard.press('a');
  await page.waitForFunction(() => window.seen.letter !== undefined);
  const { painted, seen } = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    seen: window.seen,
  }));
  await context.close();
  return {
    'painted (ms)': painted,
    'editor there (ms)': seen.editor,
    'a letter painted (ms)': seen.letter,
    'busiest stretch (ms)': seen.longest,
    'script (kB)': bytes / 1000,
  };
}
