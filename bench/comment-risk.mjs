/**
 * How well the abuse screening tells others' labelled comments apart, and how often it takes ordinary words for listed ones.
 *
 *   node bench/comment-risk.mjs --corpora FOLDER [--weights FILE] [--part a|b] [--threshold 0.5]
 *
 * Reads `comments.jsonl` (rows that another set labels otherwise are left out), `news-words.tsv` and
 * `news-headlines.jsonl`. By source and script: ROC AUC, precision and recall at the threshold, milliseconds a comment.
 * `--weights` measures another model beside the shipped one; `--part` takes one half of the rows, so that what is tried on
 * one half can be looked at on the other.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ours } from './support/ours.mjs';

const { values } = parseArgs({
  options: {
    corpora: { type: 'string' },
    weights: { type: 'string', default: 'lib/comments/abuse/abuse-weights.ts' },
    part: { type: 'string', default: '' },
    threshold: { type: 'string', default: '0.5' },
  },
});
if (!values.corpora) throw new Error('--corpora names the folder of comments.jsonl');
const threshold = Number(values.threshold);
const other = {
  name: 'other-weights',
  setup(build) {
    build.onResolve({ filter: /abuse-weights$/ }, () => ({ path: resolve(values.weights) }));
  },
};
const { abuseRisk, abuseTokens, findAbuse } = await ours(
  `export * from './lib/comments/abuse/abuse-risk.ts';
   export * from './lib/comments/abuse/fold-abuse-text.ts';
   export * from './lib/comments/abuse/find-abuse.ts';`,
  { plugins: [other] },
);

const part = (text) =>
  Number.parseInt(createHash('sha1').update(`part:${text}`).digest('hex')[0], 16) % 2 ? 'a' : 'b';
const rows = linesOf('comments.jsonl')
  .map((line) => JSON.parse(line))
  .filter(({ also, text }) => also === undefined && (values.part === '' || part(text) === values.part));
for (const { text } of rows.slice(0, 500)) abuseRisk(text);
const began = performance.now();
for (const row of rows) row.risk = abuseRisk(row.text).abuse;
const ms = (performance.now() - began) / rows.length;

console.log(`${rows.length} comments, ${ms.toFixed(3)} ms each, threshold ${threshold}`);
console.log(
  '| group | good | bad | ROC AUC | precision | recall | good held |\n|---|---:|---:|---:|---:|---:|---:|',
);
for (const source of new Set(rows.map((row) => row.source)))
  tell(
    source,
    rows.filter((row) => row.source === source),
  );
for (const script of ['bengali', 'latin', 'mixed'])
  tell(
    script,
    rows.filter((row) => row.script === script),
  );
const blp = rows.filter(({ source }) => source.startsWith('AridHasan'));
for (const raw of new Set(blp.map((row) => row.raw)))
  if (raw !== 'None')
    tell(
      `blp25: ${raw}`,
      blp.filter((row) => row.raw === raw || row.label === 'clean'),
    );

for (const [file, textOf] of [
  ['news-words.tsv', (line) => line.split('\t')[0]],
  ['news-headlines.jsonl', (line) => JSON.parse(line).headline],
]) {
  const texts = linesOf(file).map(textOf);
  const hits = texts.map((text) =>
    Math.max(0, ...findAbuse(abuseTokens(text)).map(({ strength }) => strength)),
  );
  const held = texts.filter((text) => abuseRisk(text).abuse >= threshold).length;
  const share = (count) => `${count} (${((100 * count) / texts.length).toFixed(3)} %)`;
  console.log(
    `${file}: ${texts.length}; listed of strength 3 in ${share(hits.filter((hit) => hit === 3).length)}, ` +
      `of 2 or 3 in ${share(hits.filter((hit) => hit > 1).length)}; held ${share(held)}`,
  );
}

function tell(name, some) {
  const bad = some.filter(({ label }) => label === 'abusive' || label === 'hate').map(({ risk }) => risk);
  const good = some.filter(({ label }) => label === 'clean').map(({ risk }) => risk);
  const caught = bad.filter((risk) => risk >= threshold).length;
  const wrong = good.filter((risk) => risk >= threshold).length;
  const figure = (above, below) => (below === 0 ? '–' : (above / below).toFixed(3));
  console.log(
    `| ${name} | ${good.length} | ${bad.length} | ${good.length && bad.length ? auc(good, bad).toFixed(3) : '–'} | ` +
      `${figure(caught, caught + wrong)} | ${figure(caught, bad.length)} | ${figure(wrong, good.length)} |`,
  );
}

/** The chance that a bad comment has a higher risk than a good one. */
function auc(good, bad) {
  const all = [...good.map((risk) => [risk, 0]), ...bad.map((risk) => [risk, 1])].sort((a, b) => a[0] - b[0]);
  let ranks = 0;
  for (let at = 0; at < all.length; ) {
    let end = at;
    while (end < all.length && all[end][0] === all[at][0]) end += 1;
    for (let nth = at; nth < end; nth += 1) if (all[nth][1] === 1) ranks += (at + end + 1) / 2;
    at = end;
  }
  return (ranks - (bad.length * (bad.length + 1)) / 2) / (bad.length * good.length);
}

function linesOf(file) {
  return readFileSync(join(values.corpora, file), 'utf8').split('\n').filter(Boolean);
}
