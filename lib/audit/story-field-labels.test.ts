import { expect, test } from 'vitest';
import { type LabelKey, labelKeys } from '@/lib/site/labels';
import { emptyFields, fieldLabel, isFieldName } from '@/lib/stories/fields/catalogue';

test('every part of a story has a name in the audit, of its own or from the field catalogue', () => {
  const keys: ReadonlySet<string> = new Set<LabelKey>(labelKeys);
  const others = [
    'section',
    'district',
    'pictureId',
    'pictureCaption',
    'pictureCredit',
    'pictureAlt',
    'comments',
  ];
  const parts = [...Object.keys(emptyFields), ...others];
  const unnamed = parts.filter(
    (part) => !keys.has(`audit.part.${part}`) && !(isFieldName(part) && keys.has(fieldLabel(part))),
  );
  expect(unnamed).toEqual([]);
});
