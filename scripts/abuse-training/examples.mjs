import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An example: its text, how bad it is (0 to 1), and how much it counts. */
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
  return [...sentences].map((text) => ({ text, target: 0, weight: 1 }));
}

function linesAsExamples(next) {
  return Object.entries(OWN).flatMap(([file, target]) =>
    linesOf(file).flatMap((line) => drawn(line, next).map((text) => ({ text, target, weight: 1 }))),
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

/** A weight by source: what is labelled hate in the one permitted set may be a mere political remark. */
const PERMITTED = new Set(['rezacsedu/Bengali-Hate-Speech-Dataset']);

export function corpusExamples(folder, licence, without) {
  return readFileSync(join(folder, 'comments.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(
      ({ also, label, source }) =>
        also === undefined && label !== 'spam' && !(without && source.startsWith(without)),
    )
    .filter(({ source }) => licence === 'all' || PERMITTED.has(source))
    .map(({ text, label, source }) => ({
      text,
      target: label === 'clean' ? 0 : PERMITTED.has(source) ? 0.75 : 1,
      weight: licence === 'all' ? 1 : 0.3,
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
