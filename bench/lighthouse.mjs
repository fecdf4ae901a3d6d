/**
 * Lighthouse, as a phone on slow 4G with a CPU four times slower, on each kind of reader page of the demo:
 *
 *   npm install --prefix FOLDER lighthouse@13.5.0
 *   node bench/lighthouse.mjs --tools FOLDER [--rounds 3] [--only front,story] [--plain] [--json FILE]
 *
 * Pages come as every public site sends them, by HTTPS and HTTP/2 (a server of Node's own in front of the edge server, with a
 * certificate that `openssl` makes for the run). `--plain` asks the edge server itself, HTTP/1.1 without TLS.
 * Sets up its own demo and edge server in a temporary folder, and tells the median round of each page. Not among the project's
 * packages: it is three times as large as the rest, and needed on the day that somebody measures. Chromium is the one that
 * `npm test` uses.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { chromium } from '../scripts/chromium.mjs';
import { endAll, openEdge } from './support/servers.mjs';

const { values } = parseArgs({
  options: {
    tools: { type: 'string', default: '.' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    plain: { type: 'boolean', default: false },
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
const secure = values.plain ? undefined : await secureServer();
const edge = await openEdge(database, secure ? { SITE_URL: secure.url, TRUSTED_PROXIES: '127.0.0.1' } : {});
secure?.inFrontOf(edge.url);
const site = secure?.url ?? edge.url;
const pages = pagesIn(database);
const asked = values.only?.split(',') ?? Object.keys(pages);

console.log(`load ${loadavg()[0].toFixed(1)} before`);
const results = {};
for (const name of asked) {
  await settle(pages[name]);
  const rounds = [];
  for (let round = 0; round < Number(values.rounds); round++) rounds.push(await look(site + pages[name]));
  rounds.sort((a, b) => a['LCP ms'] - b['LCP ms']);
  results[name] = rounds[Math.floor(rounds.length / 2)];
  const { failed, ...figures } = results[name];
  figures['LCP from–to'] = `${rounds[0]['LCP ms']}–${rounds.at(-1)['LCP ms']}`;
  console.log(
    `${name.padEnd(10)} ${JSON.stringify(figures)}${failed.length ? `\n  ${failed.join('\n  ')}` : ''}`,
  );
}
if (values.json) writeFileSync(values.json, JSON.stringify(results, null, 2));
process.exit(0);

/** Until the page is packed as nearly every reader gets it: brotli is made behind the first answers. */
async function settle(path) {
  for (let tries = 0; tries < 50; tries++) {
    const headers = { 'x-forwarded-proto': 'https', 'accept-encoding': 'br' };
    const answer = await fetch(edge.url + path, { headers });
    await answer.arrayBuffer();
    if (answer.headers.get('content-encoding') === 'br') return;
    await new Promise((later) => setTimeout(later, 100));
  }
}

async function look(url) {
  const chrome = await launch({
    chromePath: await chromium(),
    chromeFlags: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--ignore-certificate-errors',
    ],
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
      protocol: lhr.audits['network-requests'].details.items[0].protocol,
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

/** HTTPS and HTTP/2 on a port of its own: each request is handed to the edge server. */
async function secureServer() {
  const key = join(folder, 'key.pem');
  const cert = join(folder, 'cert.pem');
  const made = 'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout'.split(' ');
  execFileSync('openssl', [...made, key, '-out', cert], { stdio: 'ignore' });
  let edge;
  const server = createSecureServer(
    { key: readFileSync(key), cert: readFileSync(cert) },
    (request, response) => {
      const plain = Object.entries(request.headers).filter(([name]) => !name.startsWith(':'));
      const headers = { ...Object.fromEntries(plain), host: request.authority, 'x-forwarded-proto': 'https' };
      const asked = ask(edge + request.url, { method: request.method, headers }, (answer) => {
        const { connection, 'keep-alive': kept, 'transfer-encoding': coding, ...more } = answer.headers;
        response.writeHead(answer.statusCode, more);
        answer.pipe(response);
      });
      asked.once('error', () => response.destroy());
      request.pipe(asked);
    },
  );
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `https://127.0.0.1:${server.address().port}`,
    inFrontOf(url) {
      edge = url;
    },
  };
}

/** One page of each kind, by the demo's own stories. */
function pagesIn(file) {
  const db = new Database(file, { readonly: true });
  const one = (sql) => encodeURI(db.prepare(sql).pluck().get());
  const storyThat = (is) =>
    one(`select '/' || sections.slug || '/' || stories.id from stories join sections on sections.id = section_id
      where state = 'published' and ${is} order by published_at desc limit 1`);
  const forms = ['longread', 'opinion', 'explainer', 'photo', 'video', 'live'];
  const section = one('select slug from sections order by position limit 1');
  const story = storyThat("form = 'report' and picture_id is not null");
  const pages = {
    front: '/',
    story,
    section: `/${section}`,
    ...Object.fromEntries(forms.map((form) => [form, storyThat(`form = '${form}'`)])),
    search: `/search?q=${encodeURIComponent('নদী')}`,
    archive: '/archive',
    topic: `/topic/${one('select slug from topics limit 1')}`,
    byline: `/byline/${one('select slug from bylines limit 1')}`,
    bylines: '/byline',
    staff: '/staff',
    popular: '/popular',
    photos: '/photos',
    videos: '/videos',
    places: '/district',
    contact: '/contact',
    'send-news': '/send-news',
    letter: '/letter',
    lite: '/lite',
    'lite-story': `/lite${story}`,
  };
  db.close();
  return pages;
}
