import { addressField, durationField } from '../field-kinds';
import { isOfOtherKind } from './own-file';

/** A file of ours, or a page elsewhere. */
export const audio = addressField('audio', {
  label: 'editor.audio',
  faults: (address) => (isOfOtherKind(address, 'audio') ? ['wrong-kind'] : []),
});

export const audioSeconds = durationField('audioSeconds', { label: 'media.audioSeconds' });
