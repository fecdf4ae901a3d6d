import { expect, test } from 'vitest';
import { labelsIn } from '@/lib/site/labels';
import { mergedValueText } from './merged-value-text';

const say = labelsIn('bn');
const text = mergedValueText(
  { sections: [{ value: 'sports', label: 'খেলা' }], districts: [{ value: '3026', label: 'ঢাকা' }] },
  say,
);

test('sections and districts are shown by their names; a value that is not on offer as it is', () => {
  expect(text('section', 'sports')).toBe('খেলা');
  expect(text('district', '3026')).toBe('ঢাকা');
  expect(text('section', 'gone')).toBe('gone');
  expect(text('headline', 'sports')).toBe('sports');
});

test('a picture is shown by its number and its texts', () => {
  expect(text('pictureId', '')).toBe('');
  expect(text('pictureId', '[12,"সেতু","",""]')).toBe(`${say('storyDesk.pictureNumber', { id: 12 })}\nসেতু`);
  expect(text('pictureId', '[null,"","",""]')).toBe(say('storyDesk.withoutPicture'));
});

test('whether comments are open is said in words', () => {
  expect(text('comments', 'closed')).toBe(say('storyDesk.commentsClosed'));
  expect(text('comments', 'open')).toBe(say('storyDesk.commentsOpen'));
});
