import { textField } from '../field-kinds';

export const standfirst = textField('standfirst', {
  label: 'editor.standfirst',
  maxLetters: 500,
  search: 'standfirst',
  control: {
    panel: 'text',
    kind: 'lines',
    rows: 3,
    hint: 'storyDesk.standfirstHint',
    look: 'standfield',
    fits: 200,
  },
});
