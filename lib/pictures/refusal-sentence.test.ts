import { expect, test } from 'vitest';
import { labelsIn } from '@/lib/site/labels';
import { fileRefusals } from './library/prepare-picture';
import { pictureSentence } from './refusal-sentence';

const others = ['forbidden', 'not-found', 'stale', 'in-use', 'known', 'focal', 'too-long'] as const;

test.each(['bn', 'en'] as const)('every refusal has a sentence of its own in %s', (set) => {
  const say = labelsIn(set);
  const sentences = [...fileRefusals, ...others].map((code) => pictureSentence(say, code, 'caption'));

  expect(new Set(sentences).size).toBe(sentences.length);
  expect(sentences).not.toContain(say('form.serverError'));
  for (const sentence of sentences) expect(sentence).not.toMatch(/\{\w+\}|picture-/);
});

test('a limit is told in the reader’s digits', () => {
  expect(pictureSentence(labelsIn('bn'), 'too-long', 'credit')).toBe('১২০ অক্ষরের মধ্যে রাখুন।');
  expect(pictureSentence(labelsIn('bn'), 'picture-too-heavy')).toContain('২০ মেগাবাইট');
});

test('a code that no command returns does not compile', () => {
  const unused = () => {
    // @ts-expect-error No command of the picture library is refused with this code, so it has no sentence.
    pictureSentence(labelsIn('bn'), 'out-of-film');
  };

  expect(unused).toBeTypeOf('function');
});
