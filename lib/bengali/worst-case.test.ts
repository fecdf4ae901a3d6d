import { expect, test } from 'vitest';
import * as bengali from './index';
import { worstTexts } from './testing/texts';

const onText: Record<string, (text: string) => unknown> = {
  compare: (text) => bengali.compare(text, `${text}ক`),
  findWords: (text) => bengali.findWords(text, ['চোর', 'দালাল', 'খারাপ লোক']),
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

test.each(Object.keys(onText))(
  '%s takes time that grows with the text only, whatever it is made of',
  (name) => {
    for (const unit of Object.values(worstTexts)) holds(name, unit, 3_000);
  },
);

test.each(Object.keys(onText))('%s answers a megabyte of combining marks', (name) => {
  holds(name, '\u0301\u0323', 100_000);
});

function holds(name: string, unit: string, length: number) {
  const run = onText[name] as (text: string) => unknown;
  const small = timeOf(() => run(unit.repeat(length / unit.length)));
  const large = timeOf(() => run(unit.repeat((length * 10) / unit.length)));
  expect(large, `${name} on ${JSON.stringify(unit)}`).toBeLessThan(GENEROUS * (small + SMALL_CHANGE_MS));
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
