import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An example: its text, how bad it is (0 to 1), how much it counts, and the group whose members are alike. */
const OWN = { clean: 0, sharp: 0.6, abusive: 1 };
/** So many texts are drawn of a line with choices. */
const DRAWN = 14;

export function ownExamples() {
  const next = dice(7);
  return [...demoSentences(), ...linesAsExamples(next)];
}

/** The demo newsroom's stories and approved comments: prose that nobody takes down. */
function demoSentences() {
  const data = (name) =>
    JSON.parse(readFileSync(new URL(`../../db/seed/data/${name}.json`, import.meta.url), 'utf8'));
  const sentences = new Set();
  const collect = (value) => {
    if (typeof value === 'string' && /[\u0980-\u09ff]/.test(value))
      for (const sentence of value.replace(/<[^>]*>/g, ' ').split(/(?<=[।?!])\s+|\n/))
        if (sentence.length > 12) sentences.add(sentence.trim());
    if (value && typeof value === 'object') Object.values(value).forEach(collect);
  };
  collect(data('stories'));
  collect(
    data('comments')
      .filter(({ status }) => status === 'approved')
      .map(({ text, content, body }) => [text, content, body]),
  );
  return [...sentences].map((text) => ({ text, target: 0, weight: 1, group: text }));
}

function linesAsExamples(next) {
  return Object.entries(OWN).flatMap(([file, target]) =>
    linesOf(file).flatMap((line) =>
      drawn(line, next).map((text) => ({ text, target, weight: 1, group: line })),
    ),
  );
}

function linesOf(file) {
  return readFileSync(new URL(`${file}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function drawn(line, next) {
  const choices = [...line.matchAll(/\{([^}]*)\}/g)].map(([, inside]) => inside.split('|').length);
  const possible = choices.reduce((product, count) => product * count, 1);
  const texts = new Set();
  for (let attempt = 0; texts.size < Math.min(DRAWN, possible) && attempt < DRAWN * 8; attempt += 1) {
    texts.add(
      line
        .replace(/\{([^}]*)\}/g, (_, inside) => {
          const options = inside.split('|');
          return options[next(options.length)];
        })
        .replace(/\s+/g, ' ')
        .trim(),
    );
  }
  return [...texts];
}

/**
 * What may be made of the sources whose licence lets a model be given on. `target` null: the row's label counts. What one
 * labels hate may be a mere political remark; text messages and headlines abuse nobody, advertisements included.
 */
const PERMITTED = {
  'rezacsedu/Bengali-Hate-Speech-Dataset': { target: 0.75, weight: 0.3 },
  'sameer-at-git/Bangla-SMS-Spam-Detection-Using-RoBERTA-XLMRoBERTa-BERT': { target: 0, weight: 0.1 },
  'EhsanulHaqueSiam/BDNewsPaperScraper': { target: 0, weight: 0.05 },
};

export function corpusExamples(folder, licence, without) {
  const comments = linesOfCorpus(folder, 'comments.jsonl').filter(
    ({ also, source }) => also === undefined && !(without && source.startsWith(without)),
  );
  const headlines = linesOfCorpus(folder, 'news-headlines.jsonl').map(({ headline, source }) => ({
    text: headline,
    source,
  }));
  const permitted = [...comments, ...headlines]
    .filter(({ source }) => source in PERMITTED)
    .map(({ text, source }) => ({ text, group: text, ...PERMITTED[source] }));
  if (licence !== 'all') return permitted;
  const others = comments
    .filter(({ source, label }) => !(source in PERMITTED) && label !== 'spam')
    .map(({ text, label }) => ({ text, group: text, target: label === 'clean' ? 0 : 1, weight: 1 }));
  return [...permitted, ...others];
}

function linesOfCorpus(folder, file) {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** The same examples in Latin letters: every second one, since who writes so spells less regularly than this. */
export function inLatin(examples, toLatin) {
  const isNative = (text) => /[\u0980-\u09ff]/.test(text);
  return examples
    .filter(({ text }, at) => at % 2 === 0 && isNative(text))
    .map(({ text, ...example }) => ({
      ...example,
      text: text.replace(/[\u0980-\u09ff\u200c\u200d]+/g, (word) => toLatin(word)),
      weight: 0.3,
    }));
}

/** mulberry32. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}
