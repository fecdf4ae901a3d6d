import { textField } from '../field-kinds';

export const seoDescription = textField('seoDescription', {
  label: 'editor.seoDescription',
  maxLetters: 320,
  control: { panel: 'search', kind: 'lines', rows: 2, hint: 'editor.seoDescriptionHint' },
});
