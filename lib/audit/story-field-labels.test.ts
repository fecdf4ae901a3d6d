import { expect, test } from 'vitest';
import { labelKeys } from '@/lib/site/labels';
import { emptyFields } from '@/lib/stories/fields/catalogue';

test('every field of a story has a name in the audit', () => {
  const keys: ReadonlySet<string> = new Set(labelKeys);
  const fields = [
    ...Object.keys(emptyFields),
    'section',
    'kicker',
    'headline',
    'standfirst',
    'body',
    'topics',
    'bylines',
  ];
  fields.push('district', 'pictureId', 'pictureCaption', 'pictureCredit', 'pictureAlt', 'comments');
  expect(fields.filter((field) => !keys.has(`audit.part.${field}`))).toEqual([]);
});
