import type { Say } from '@/lib/site/labels';
import type { StoryFormView } from '../story-form-view';

export interface StoryPanelProps {
  form: StoryFormView;
  say: Say;
}
