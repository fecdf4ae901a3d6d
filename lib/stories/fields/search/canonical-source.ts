import { addressField } from '../field-kinds';

/** Where the story was first published, if not here. */
export const canonicalSource = addressField('canonicalSource', {
  label: 'editor.canonicalSource',
  control: { panel: 'source', kind: 'line', hint: 'editor.canonicalSourceHint', inputMode: 'url' },
});
