import { addressField, durationField } from '../field-kinds';
import { isOfOtherKind } from './own-file';

/** A file of ours, or a page elsewhere. */
export const video = addressField('video', {
  label: 'editor.video',
  faults: (address) => (isOfOtherKind(address, 'video') ? ['wrong-kind'] : []),
});

export const videoSeconds = durationField('videoSeconds', { label: 'media.videoSeconds' });
