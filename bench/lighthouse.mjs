/**
 * Lighthouse, as a phone on slow 4G with a CPU four times slower, on each kind of reader page of the demo:
 *
 *   npm install --prefix FOLDER lighthouse@13.5.0
 *   node bench/lighthouse.mjs --tools FOLDER [--rounds 3] [--only front,story] [--json FILE]
 *
 * Sets up its own demo and door in a temporary folder, and tells the median round of each page. Not among the project's
 * packages: it is three times as large as the rest, and needed on the day that somebody measures. Chromium is the one that
 * `npm test` uses.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { chromium } from '../scripts/chromium.mjs';
import { endAll, openDoor } from './servers.mjs';

const { values } = parseArgs({
  options: {
    tools: { type: 'string', default: '.' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});
const there = createRequire(resolve(values.tools, 'x.js'));
const installed = async (name) => import(pathToFileURL(there.resolve(name)).href);
const tools = await Promise.all(['lighthouse', 'chrome-launcher'].map(installed)).catch(() => {
  console.error(
    'Lighthouse is not installed there. Run: npm install --prefix FOLDER lighthouse@13.5.0, and name it: --tools FOLDER',
  );
  process.exit(2);
});
const [{ default: lighthouse }, { launch }] = tools;

const folder = mkdtempSync(join(tmpdir(), 'barta-lighthouse-'));
const database = join(folder, 'barta.db');
process.once('exit', () => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});
const env = {
  ...process.env,
  DATABASE_URL: `file:${database}`,
  MEDIA_DIR: join(folder, 'media'),
  PASSWORD_COST: '12',
  BARTA_DEMO_PASSWORD: 'for-lighthouse-only',
};
for (const verb of [['migrate'], ['seed', 'demo']]) {
  execFileSync(process.execPath, ['dist/barta.mjs', ...verb], { env, stdio: 'ignore' });
}
const door = await openDoor(database);
const pages = pagesIn(database);
const asked = values.only?.split(',') ?? Object.keys(pages);

console.log(`load ${loadavg()[0].toFixed(1)} before`);
const results = {};
for (const name of asked) {
  await (await fetch(door.url + pages[name])).arrayBuffer();
  const rounds = [];
  for (let round = 0; round < Number(values.rounds); round++) rounds.push(await look(door.url + pages[name]));
  rounds.sort((a, b) => a.performance - b.performance);
  results[name] = rounds[Math.floor(rounds.length / 2)];
  const { failed, ...figures } = results[name];
  console.log(
    `${name.padEnd(10)} ${JSON.stringify(figures)}${failed.length ? `\n  ${failed.join('\n  ')}` : ''}`,
  );
}
if (values.json) writeFileSync(values.json, JSON.stringify(results, null, 2));
process.exit(0);

async function look(url) {
  const chrome = await launch({
    chromePath: await chromium(),
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: 'error' });
    const score = (name) => Math.round((lhr.categories[name]?.score ?? 0) * 100);
    const number = (name) => Math.round(lhr.audits[name]?.numericValue ?? Number.NaN);
    const audited = ['accessibility', 'best-practices', 'seo'].flatMap(
      (name) => lhr.categories[name].auditRefs,
    );
    return {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
      'LCP ms': number('largest-contentful-paint'),
      'TBT ms': number('total-blocking-time'),
      CLS: Number((lhr.audits['cumulative-layout-shift'].numericValue ?? 0).toFixed(3)),
      requests: lhr.audits['network-requests'].details.items.length,
      kB: Math.round(number('total-byte-weight') / 1000),
      failed: audited
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
        .map(({ id }) => `${id}: ${lhr.audits[id].title}`),
    };
  } finally {
    chrome.kill();
  }
}

/** One page of each kind, by the demo's own stories. */
function pagesIn(file) {
  const db = new Database(file, { readonly: true });
  const one = (sql) => db.prepare(sql).pluck().get();
  const addressOf = (more) =>
    one(`select '/' || sections.slug || '/' || stories.id from stories join sections on sections.id = section_id
      where state = 'published' and ${more} order by published_at desc limit 1`);
  const pages = {
    front: '/',
    story: addressOf("form = 'report' and picture_id is not null"),
    section: `/${one('select slug from sections order by position limit 1')}`,
    search: `/search?q=${encodeURIComponent('নদী')}`,
    archive: '/archive',
    topic: `/topic/${encodeURIComponent(one('select slug from topics limit 1'))}`,
    lite: '/lite',
  };
  db.close();
  return pages;
}
