import { textField } from '../field-kinds';

/** Where the story was reported from, shown before the text: `ঢাকা`, `কক্সবাজার প্রতিনিধি`. */
export const dateline = textField('dateline', {
  label: 'editor.dateline',
  maxLetters: 80,
  control: { panel: 'text', kind: 'line', hint: 'editor.datelineHint' },
  beginsText: true,
  schemaOrg: 'dateline',
  search: 'districts',
  wordpressKeys: ['dateline', '_dateline', 'news_dateline'],
});
