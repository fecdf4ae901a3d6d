import { expect, test } from 'vitest';
import * as bengali from './index.ts';
import { worstTexts } from './testing/texts.ts';

const onText: Record<string, (text: string) => unknown> = {
  compareBengali: (text) => bengali.compareBengali(text, `${text}ক`),
  findListedWords: (text) => bengali.findListedWords(text, ['চোর', 'দালাল', 'খারাপ লোক']),
  foldSpelling: bengali.foldSpelling,
  fromBengaliDigits: bengali.fromBengaliDigits,
  fromBijoy: bengali.fromBijoy,
  graphemes: bengali.graphemes,
  looksLikeBijoy: bengali.looksLikeBijoy,
  normalise: bengali.normalise,
  sentences: bengali.sentences,
  slugify: bengali.slugify,
  stem: bengali.stem,
  toBengaliDigits: bengali.toBengaliDigits,
  toLatin: bengali.toLatin,
  truncateGraphemes: (text) => bengali.truncateGraphemes(text, 50_000, '…'),
  wordCount: bengali.wordCount,
};

/** Ten times the text may take ten times as long; three times that again for the machine's own moods. */
const GENEROUS = 30;
const SMALL_CHANGE_MS = 25;
const ATTEMPTS = 5;

test.each(Object.keys(onText))(
  '%s takes time that grows with the text only, whatever it is made of',
  (name) => {
    for (const unit of Object.values(worstTexts)) holds(name, unit, 3_000);
  },
);

test.each(Object.keys(onText))('%s answers a megabyte of combining marks', (name) => {
  holds(name, '\u0301\u0323', 100_000);
});

/** The best of several: a machine that is busy elsewhere spoils one measurement, a quadratic loop all of them. */
function holds(name: string, unit: string, length: number) {
  const run = onText[name] as (text: string) => unknown;
  const small = unit.repeat(length / unit.length);
  const large = unit.repeat((length * 10) / unit.length);
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && best >= GENEROUS; attempt++) {
    const allowance = timeOf(() => run(small)) + SMALL_CHANGE_MS;
    best = Math.min(best, timeOf(() => run(large)) / allowance);
  }
  expect(best, `${name} on ${JSON.stringify(unit)}`).toBeLessThan(GENEROUS);
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
