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
import { corpusExamples, ownExamples } from './abuse-training/examples.mjs';
import { fitLogistic } from './abuse-training/fit-logistic.mjs';

const { values } = parseArgs({
  options: {
    corpora: { type: 'string' },
    licence: { type: 'string', default: 'permitted' },
    without: { type: 'string', default: '' },
    out: { type: 'string', default: 'lib/comments/abuse/abuse-weights.ts' },
  },
});

const { abuseFeatures, FEATURE_BITS } = await ours("export * from './lib/comments/abuse/abuse-features.ts';");
const examples = [
  ...ownExamples(),
  ...(values.corpora ? corpusExamples(values.corpora, values.licence, values.without) : []),
];
console.log(`${examples.length} examples`);
const rows = examples.map(({ text, target, weight }) => ({ ...abuseFeatures(text), target, weight }));
const weights = fitLogistic(rows, 1 << FEATURE_BITS);

/** Eight bits a weight, with one scale for all. */
const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
const quantised = Int8Array.from(weights, (weight) => Math.round(weight / scale));
const packed = Buffer.from(quantised.buffer).toString('base64');
writeFileSync(
  values.out,
  `/** Made by scripts/train-abuse.mjs; see docs/abuse-model.md. */\nexport const SCALE = ${scale};\nexport const WEIGHTS =\n  '${packed}';\n`,
);
console.log(
  `${values.out}: ${(packed.length / 1e6).toFixed(2)} MB, ${quantised.filter(Boolean).length} weights`,
);
