/**
 * Trains the classifier of advertisements: logistic regression over hashed features, always the same weights for the same rows.
 *
 *   node scripts/train-spam.mjs [--corpora FOLDER]
 *
 * Reads the project's own texts (lib/comments/testing/spam-trial, lib/comments/spam/hard-texts.fixture.json) and, with a folder, those
 * rows of its `comments.jsonl` whose source permits it. Says how well the own texts are told apart in five parts, each by
 * weights that have not seen it, and writes lib/comments/spam/offer/offer-weights.ts.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ours } from '../bench/support/ours.mjs';
import { corpusExamples, ownExamples } from './spam-training/examples.mjs';
import { fitLogistic } from './spam-training/fit-logistic.mjs';

const { values } = parseArgs({ options: { corpora: { type: 'string' } } });
process.env.SITE_URL ??= 'https://barta.example';
const { offerFeatures, featuresOf, FEATURE_BITS } = await ours(
  "export * from './lib/comments/spam/offer/offer-model.ts'; export { featuresOf } from './lib/comments/spam/features.ts';",
);
const rowOf = ({ text, ...rest }) => ({ ...rest, ...offerFeatures(text, featuresOf(text)) });
const own = ownExamples().map(rowOf);
const others = (values.corpora ? corpusExamples(values.corpora) : []).map(rowOf);
const PARTS = 5;
crossValidate();

const weights = fitLogistic([...own, ...others], 1 << FEATURE_BITS);
const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
const packed = Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / scale)).buffer).toString(
  'base64',
);
const out = 'lib/comments/spam/offer/offer-weights.ts';
writeFileSync(
  out,
  `/** Made by scripts/train-spam.mjs. */\nexport const SCALE = ${scale};\nexport const WEIGHTS =\n  '${packed}';\n`,
);
console.log(
  `${own.length} own texts, ${others.length} others; ${out}: ${(packed.length / 1000).toFixed(0)} kB`,
);

function crossValidate() {
  const odds = { true: [], false: [] };
  for (let part = 0; part < PARTS; part += 1) {
    const fitted = fitLogistic([...own.filter((_, at) => at % PARTS !== part), ...others], 1 << FEATURE_BITS);
    for (const row of own.filter((_, at) => at % PARTS === part))
      odds[row.isSpam].push(row.buckets.reduce((sum, bucket, i) => sum + fitted[bucket] * row.values[i], 0));
  }
  for (const bound of [-1, -0.5, 0, 0.5, 1, 1.5, 2])
    console.log(`odds ≥ ${bound}: adverts ${share(odds.true, bound)}, readers ${share(odds.false, bound)}`);
}

function share(odds, bound) {
  return (odds.filter((one) => one >= bound).length / odds.length).toFixed(3);
}
