import type { PictureChoice } from '@/components/admin/stories/picture-radios';
import type { LiveFormState } from '@/lib/forms/live-form-state';
import type { Words } from '@/lib/site/labels';

export interface LivePostFormProps {
  action: (state: LiveFormState, form: FormData) => Promise<LiveFormState>;
  words: Words;
  storyId: number;
  /** The idempotency key of a new post, made with the page. */
  formKey: string;
  /** The post that is edited; null for a new one. */
  post: {
    id: number;
    version: number;
    headline: string;
    body: string;
    pictureId: number | null;
    isKey: boolean;
    isPinned: boolean;
  } | null;
  pictures: readonly PictureChoice[];
}
