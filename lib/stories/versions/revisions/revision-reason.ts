import type { RevisionReason, StoryState } from '@/db/schema';

/** Why a step from one state to another is worth a revision; null if it is an edit of a text in work. */
export function revisionReason(before: StoryState | null, after: StoryState): RevisionReason | null {
  if (before === null) return null;
  if (before === 'published' && after === 'published') return 'correction';
  if (before === after) return null;
  return after === 'published' ? 'publish' : 'handover';
}
