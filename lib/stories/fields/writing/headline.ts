import { textField } from '../field-kinds';

export const headline = textField('headline', {
  label: 'editor.headline',
  maxLetters: 200,
  required: true,
  search: 'headline',
  control: {
    panel: 'text',
    kind: 'lines',
    rows: 2,
    hint: 'storyDesk.headlineHint',
    look: 'headfield',
    required: true,
    fits: 90,
  },
});
