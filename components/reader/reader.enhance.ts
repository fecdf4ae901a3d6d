import { fetchAhead } from '@/components/reader/device/prefetch.enhance';
import { enhanceSaveButtons } from '@/components/reader/device/save-buttons.enhance';
import { enhanceFields } from '@/components/reader/device/typing.enhance';
import { registerWorker } from '@/components/reader/device/worker.enhance';
import { enhanceCommentForm } from '@/components/reader/discussion/comment-form.enhance';
import { closePanels } from '@/components/reader/frame/closing.enhance';
import { enhanceHeadlines } from '@/components/reader/front/headline-strip.enhance';
import { enhancePicker } from '@/components/reader/front/picker.enhance';
import { enhanceTabs } from '@/components/reader/front/tabs.enhance';
import { enhanceReading } from '@/components/reader/story/reading.enhance';
import { enhanceSharing } from '@/components/reader/story/sharing/sharing.enhance';
import { countView } from '@/components/reader/story/view-beacon.enhance';

// Each part is a favour: a page without any of them is read, answered and shared all the same.
for (const enhance of [
  enhanceReading,
  enhanceSharing,
  closePanels,
  enhanceCommentForm,
  enhanceFields,
  enhanceHeadlines,
  enhancePicker,
  enhanceTabs,
  countView,
  enhanceSaveButtons,
  registerWorker,
  fetchAhead,
]) {
  try {
    enhance();
  } catch (fault) {
    console.warn(fault);
  }
}
