/**
 * What a render costs as the newsroom grows: each kind of page made anew, by Next alone, over stores of several sizes.
 *
 *   node bench/growth.mjs --sizes 10000,100000,1000000 [--folder var/growth] [--search] [--renders 40] [--svg FILE]
 *
 * Five comments a story. Stores are made where they are missing and stay in the folder. Sizes take turns, kind by kind,
 * so that a busy moment falls on all of them. Prints a table in Markdown: the median in ms, and the ratio to the first.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { fillWithNews } from './data.mjs';
import { endAll, openNext } from './servers.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    folder: { type: 'string', default: 'var/growth' },
    renders: { type: 'string', default: '40' },
    search: { type: 'boolean', default: false },
    svg: { type: 'string' },
  },
});
const sizes = values.sizes.split(',').map(Number);
process.once('exit', endAll);

mkdirSync(values.folder, { recursive: true });
const houses = [];
for (const size of sizes) {
  const file = resolve(values.folder, `${size}${values.search ? '-search' : ''}.db`);
  if (!existsSync(file)) {
    process.stderr.write(`making ${size} stories …\n`);
    await fillWithNews(file, { stories: size, search: values.search });
  }
  houses.push({ size, paths: pathsIn(file), server: await openNext(file) });
}

const results = {};
for (const kind of Object.keys(houses[0].paths)) {
  const times = houses.map(() => []);
  for (let render = 0; render < Number(values.renders) + 3; render++) {
    for (const [i, { paths, server }] of houses.entries()) {
      const began = performance.now();
      const answer = await fetch(server.url + paths[kind]);
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${paths[kind]}: ${answer.status}`);
      if (render >= 3) times[i].push(performance.now() - began);
    }
  }
  results[kind] = times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]);
}

console.log(`| page | ${sizes.map((size) => `${size.toLocaleString('en')} stories`).join(' | ')} | ratio |`);
console.log(`|---|${sizes.map(() => '---:|').join('')}---:|`);
for (const [kind, times] of Object.entries(results)) {
  const ratio = (times.at(-1) / times[0]).toFixed(2);
  console.log(`| ${kind} | ${times.map((ms) => `${ms.toFixed(1)} ms`).join(' | ')} | ${ratio} |`);
}
if (values.svg) writeFileSync(values.svg, plot(sizes, results));
process.exit(0);

/** One address of each kind: the largest topic, the middle of the archive, a story that is talked about. */
function pathsIn(file) {
  const db = new Database(file, { readonly: true });
  const one = (sql) => db.prepare(sql).get();
  const newest = one(
    'select stories.id, slug from stories join sections on sections.id = section_id order by stories.id desc limit 1',
  );
  const talked = one(
    `select stories.id, slug from stories join sections on sections.id = section_id
     where stories.id = (select story_id from comments where state = 'visible' group by story_id order by count(*) desc limit 1)`,
  );
  const middle = one(
    "select date(published_at / 1000, 'unixepoch') as day from stories order by id limit 1 offset (select count(*) / 2 from stories)",
  );
  db.close();
  return {
    front: '/',
    section: `/${newest.slug}`,
    story: `/${newest.slug}/${newest.id}`,
    'story with the largest discussion': `/${talked.slug}/${talked.id}`,
    'topic with a tenth of all': '/topic/topic-0',
    byline: '/byline/byline-1',
    'a day in the middle': `/archive/${middle.day}`,
    archive: '/archive',
    ...(values.search ? { search: `/search?q=${encodeURIComponent('সরকার')}` } : {}),
  };
}

/** Lines over the logarithm of the size, each relative to its first. */
function plot(sizes_, results_) {
  const [width, height, left, bottom] = [720, 360, 60, 40];
  const x = (size) =>
    left +
    ((Math.log10(size) - Math.log10(sizes_[0])) / Math.log10(sizes_.at(-1) / sizes_[0])) *
      (width - left - 220);
  const most = Math.max(1.5, ...Object.values(results_).flatMap((times) => times.map((ms) => ms / times[0])));
  const y = (ratio) => height - bottom - (ratio / most) * (height - bottom - 20);
  const colours = [
    '#b3001b',
    '#005f73',
    '#ee9b00',
    '#0a9396',
    '#7b2cbf',
    '#6a994e',
    '#bc4749',
    '#386641',
    '#333333',
  ];
  const lines = Object.entries(results_).map(([kind, times], i) => {
    const points = times
      .map((ms, at) => `${x(sizes_[at]).toFixed(1)},${y(ms / times[0]).toFixed(1)}`)
      .join(' ');
    const label = `<text x="${width - 210}" y="${30 + 18 * i}" fill="${colours[i % colours.length]}">${kind}</text>`;
    return `<polyline points="${points}" fill="none" stroke="${colours[i % colours.length]}" stroke-width="2"/>${label}`;
  });
  const marks = sizes_.map(
    (size) =>
      `<text x="${x(size)}" y="${height - 15}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
  );
  const limit = `<line x1="${left}" x2="${width - 220}" y1="${y(1.3)}" y2="${y(1.3)}" stroke="#999" stroke-dasharray="4"/><text x="8" y="${y(1.3) + 4}">1.3×</text><text x="8" y="${y(1) + 4}">1×</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>${limit}${lines.join('')}${marks.join('')}</svg>\n`;
}
