import { expect, test } from 'vitest';
import { labelsIn } from '@/lib/site/labels';
import { refusalSentence } from './refusal-sentence';

const say = labelsIn('bn');

test('a refusal at a field has the sentence of that field', () => {
  expect(refusalSentence(say, 'missing', 'headline')).toBe(say('form.headlineRequired'));
  expect(refusalSentence(say, 'missing', 'kicker')).toBe(say('form.required'));
  expect(refusalSentence(say, 'unknown', 'districts')).toBe(say('editor.unknownNames'));
  expect(refusalSentence(say, 'unknown', 'form')).toBe(say('storyDesk.unknownChoice'));
});

test('a list of names has a limit for each name, a text one for the whole', () => {
  expect(refusalSentence(say, 'too-long', 'topics')).toBe(say('storyDesk.nameTooLong', { max: 60 }));
  expect(refusalSentence(say, 'too-long', 'headline')).toBe(say('storyDesk.tooLong', { max: 200 }));
});

test('a code that no command returns does not compile', () => {
  const unused = () => {
    // @ts-expect-error No command on a story is refused with this code, so it has no sentence.
    refusalSentence(say, 'out-of-paper');
  };

  expect(unused).toBeTypeOf('function');
});
