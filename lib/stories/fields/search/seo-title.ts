import { textField } from '../field-kinds';

export const seoTitle = textField('seoTitle', {
  label: 'editor.seoTitle',
  maxLetters: 120,
  control: { panel: 'search', kind: 'line', hint: 'editor.seoTitleHint' },
});
