import { z } from 'zod';
import { dhakaTimeIn, dhakaTimeOf } from '@/lib/forms/dhaka-time';
import { textOf } from '@/lib/forms/read-form';
import { done } from '@/lib/result';
import type { StoryField } from '../field';

/** Open for a limited time. `'no-time'`: chosen without a time; null: the section's or the site's default. */
export type CommentsUntil = Date | 'no-time' | null;

/** One form control for both fields: open, closed, or open until a time. */
export const comments: StoryField<'open' | 'closed', { commentsUntil: CommentsUntil }> = {
  label: 'storyDesk.commentCount',
  empty: 'open',
  parse: (sent) => (textOf(sent, 'comments') === 'closed' ? 'closed' : 'open'),
  formValue: (value, { commentsUntil: until }) => (until === null ? value : 'until'),
  tidy: (value) => value,
  faults: () => [],
  read: (_, row) => row.comments,
  columns: (_, value) => done({ comments: value }),
  merge: 'value',
  importShape: z.enum(['open', 'closed']).default('open'),
};

export const commentsUntil: StoryField<CommentsUntil> = {
  label: 'editor.commentsUntilTime',
  empty: null,
  parse(sent) {
    if (textOf(sent, 'comments') !== 'until') return null;
    return dhakaTimeIn(textOf(sent, 'commentsUntil')) ?? 'no-time';
  },
  formValue: (until) => (until instanceof Date ? dhakaTimeOf(until) : ''),
  tidy: (until) => until,
  faults: (until) => (until === 'no-time' ? ['missing'] : []),
  read: (_, row) => row.commentsUntil,
  columns: (_, until) => done({ commentsUntil: until instanceof Date ? until : null }),
  fromJson: (json) =>
    typeof json === 'string' && json !== 'no-time' ? new Date(json) : (json as CommentsUntil),
  merge: 'value',
};
