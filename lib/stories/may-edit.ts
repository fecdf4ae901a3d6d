import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import type { StoryRow } from './fields/field';

/** Editors may edit everything, reporters their own stories until they are filed. */
export function mayEdit(actor: Actor, story: Pick<StoryRow, 'state' | 'createdBy'>): boolean {
  if (may(actor, 'edit-any-story')) return true;
  return (
    may(actor, 'write-story') && story.state === 'draft' && story.createdBy === actor.id && actor.id !== null
  );
}
