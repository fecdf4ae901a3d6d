import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import type { StoryRow } from './fields/field';

/** An editor edits everything. A reporter edits what they began, until it is filed; then it is the editor's. */
export function mayEdit(actor: Actor, story: Pick<StoryRow, 'state' | 'createdBy'>): boolean {
  if (may(actor, 'edit-any-story')) return true;
  return (
    may(actor, 'write-story') && story.state === 'draft' && story.createdBy === actor.id && actor.id !== null
  );
}
