import { textField } from '../field-kinds';

/** For slots where the headline is too long; `''`: use the headline. */
export const shortHeadline = textField('shortHeadline', {
  label: 'editor.shortHeadline',
  maxLetters: 80,
  control: { panel: 'text', kind: 'line', hint: 'editor.shortHeadlineHint' },
});
