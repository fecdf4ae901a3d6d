import { textField } from '../field-kinds';

export const kicker = textField('kicker', {
  label: 'editor.kicker',
  maxLetters: 60,
  search: 'standfirst',
  control: { panel: 'text', kind: 'line', look: 'kickfield' },
});
