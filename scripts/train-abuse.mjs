/**
 * Trains the abuse classifier: logistic regression over hashed features, always the same weights for the same rows.
 *
 *   node scripts/train-abuse.mjs [--corpora FOLDER] [--licence permitted|all] [--without SOURCE] [--out FILE] [--raw]
 *
 * Reads the project's own examples (scripts/abuse-training) and, with a folder, its `comments.jsonl`. `permitted`: only rows
 * whose source allows a model made of them to be given on. `all` is for measuring and never for shipping.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ours } from '../bench/support/ours.mjs';
import { corpusExamples, inLatin, ownExamples } from './abuse-training/examples.mjs';
import { calibrate, fitLogistic } from './abuse-training/fit-logistic.mjs';

const { values } = parseArgs({
  options: {
    corpora: { type: 'string' },
    licence: { type: 'string', default: 'permitted' },
    without: { type: 'string', default: '' },
    out: { type: 'string', default: 'lib/comments/abuse/abuse-weights.ts' },
  },
});

const { abuseFeatures, FEATURE_BITS, toLatin } = await ours(
  `export * from './lib/comments/abuse/abuse-features.ts';
   export { toLatin } from '@barta/bengali/latin/transliterate';`,
);
const own = ownExamples();
const examples = [
  ...own,
  ...inLatin(own, toLatin),
  ...(values.corpora ? corpusExamples(values.corpora, values.licence, values.without) : []),
];
console.log(`${examples.length} examples`);
const rows = examples.map(({ text, ...example }) => ({ ...abuseFeatures(text), ...example }));
const weights = fitLogistic(rows, 1 << FEATURE_BITS);
const { slope, offset } = calibrate(rows, 1 << FEATURE_BITS);
console.log(`slope ${slope.toFixed(3)}, offset ${offset.toFixed(3)}`);

/** Eight bits a weight, with one scale for all. */
const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
const quantised = Int8Array.from(weights, (weight) => Math.round(weight / scale));
const packed = Buffer.from(quantised.buffer).toString('base64');
writeFileSync(
  values.out,
  `/** Made by scripts/train-abuse.mjs; see docs/abuse-model.md. */\nexport const SCALE = ${scale * slope};\nexport const OFFSET = ${offset};\nexport const WEIGHTS =\n  '${packed}';\n`,
);
console.log(
  `${values.out}: ${(packed.length / 1e6).toFixed(2)} MB, ${quantised.filter(Boolean).length} weights`,
);
