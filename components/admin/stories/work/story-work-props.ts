import type { FormState } from '@/lib/forms/form-state';
import type { Say } from '@/lib/site/labels';

export interface StoryWorkProps {
  story: {
    id: number;
    state: 'draft' | 'filed' | 'scheduled' | 'published' | 'retracted';
    version: number;
    assigneeId: number | null;
    isBinned: boolean;
    hasNext: boolean;
    /** No reader ever saw it: it may go into the bin. */
    isUnseen: boolean;
    /** As a field takes them, `2026-11-24T18:30`; `''`: none. */
    dueAt: string;
    unpublishAt: string;
  };
  permits: { edits: boolean; assigns: boolean; publishes: boolean; preparesNext: boolean };
  remarks: readonly {
    id: number;
    kind: 'remark' | 'sent-back';
    words: string;
    at: Date;
    name: string | null;
  }[];
  corrections: readonly { id: number; words: string; at: Date }[];
  staff: readonly { id: number; name: string }[];
  action: (state: FormState, form: FormData) => Promise<FormState>;
  say: Say;
}
