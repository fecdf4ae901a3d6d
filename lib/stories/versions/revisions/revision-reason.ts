import type { RevisionReason, StoryState } from '@/db/schema';

/** Why a change of state gets a revision; null for an edit of a text in progress. */
export function revisionReason(before: StoryState | null, after: StoryState): RevisionReason | null {
  if (before === null) return null;
  if (before === 'published' && after === 'published') return 'correction';
  if (before === after) return null;
  return after === 'published' ? 'publish' : 'handover';
}
