import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { isSeenByReaders, type Uses } from './uses';

/** An editor any picture; whoever sent it in their own, until readers see it. */
export function mayEditPicture(actor: Actor, picture: { uploadedBy: number | null }, uses: Uses): boolean {
  if (may(actor, 'edit-any-picture')) return true;
  const isOwn = actor.kind === 'staff' && picture.uploadedBy === actor.id;
  return isOwn && may(actor, 'keep-picture') && !isSeenByReaders(uses);
}
