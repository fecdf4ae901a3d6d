import { enhanceCommentForm } from './comment-form.enhance';
import { enhanceReading } from './reading.enhance';
import { enhanceSharing } from './sharing.enhance';
import { countView } from './view-beacon.enhance';

// Each part is a favour: a page without any of them is read, answered and shared all the same.
for (const enhance of [enhanceReading, enhanceSharing, enhanceCommentForm, countView]) {
  try {
    enhance();
  } catch (fault) {
    console.warn(fault);
  }
}
