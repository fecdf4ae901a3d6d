/**
 * Everything that is promised about speed, measured on this machine:
 *
 *   npm run bench                         all scenarios, about ten minutes
 *   npm run bench -- --only hot,storm     some of them: hot zipf storm cold mixed idle lost kills memory
 *   npm run bench -- --short              each for a moment, to see that it works: no figure of it means anything
 *   npm run bench -- --rounds 7 --seconds 10 --stories 10000 --minutes 30 --json out.json
 *
 * Contestants take turns, round by round, and a ratio is concluded only where their ranges do not overlap. It sets up
 * its own store, edge server and nginx (if installed) in a temporary folder; load comes from wrk, or from Node where there is
 * none. Trust ratios of one run to about a fifth, absolute figures only on this machine and this day.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fillWithNews } from './data.mjs';
import { scenarios } from './scenarios.mjs';
import { table } from './support/figures.mjs';
import { isInstalled } from './support/load.mjs';
import { endAll } from './support/servers.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    stories: { type: 'string' },
    minutes: { type: 'string', default: '3' },
    json: { type: 'string' },
    isr: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const asked = values.only?.split(',') ?? Object.keys(scenarios);
const unknown = asked.find((name) => !scenarios[name]);
if (unknown) {
  console.error(`There is no scenario "${unknown}". There are: ${Object.keys(scenarios).join(', ')}.`);
  process.exit(2);
}
if (!existsSync('dist/edge.mjs') || !existsSync('.next/BUILD_ID')) {
  console.error('There is no build to measure. Run: npm run build');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'barta-bench-'));
const bench = {
  folder,
  database: join(folder, 'barta.db'),
  short: values.short,
  rounds: Number(values.rounds ?? (values.short ? 1 : 5)),
  seconds: Number(values.seconds ?? (values.short ? 1 : 6)),
  stories: Number(values.stories ?? (values.short ? 300 : 10_000)),
  minutes: Number(values.minutes),
  hasNginx: isInstalled('nginx', '-v'),
  withIsr: values.isr && !values.short,
  table,
};
process.once('SIGINT', () => process.exit(130));
process.once('exit', () => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});

console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, load ${loadavg()[0].toFixed(1)} before; ` +
    `${isInstalled('wrk', '-v') ? 'wrk' : 'no wrk: load by Node'}, ${bench.hasNginx ? 'nginx' : 'no nginx: without its ratios'}`,
);
if (loadavg()[0] > 0.5 * cpus().length)
  console.log('This machine is busy: take no figure below for more than a hint.');

await fillWithNews(resolve(bench.database), { stories: bench.stories, paragraphs: 6 });
const results = {};
let failures = 0;
for (const name of asked) {
  try {
    results[name] = await scenarios[name](bench);
  } catch (error) {
    failures++;
    console.error(`\n${name}: ${error.stack}`);
  } finally {
    endAll();
  }
}
if (values.json) writeFileSync(values.json, JSON.stringify(results, null, 2));
process.exit(failures > 0 ? 1 : 0);
