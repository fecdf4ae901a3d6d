import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { isMediaSeen, type MediaUses } from './media-uses';

/** As for pictures: editors any, others their own uploads until readers see them. */
export function mayEditMedia(actor: Actor, media: { uploadedBy: number | null }, uses: MediaUses): boolean {
  if (may(actor, 'edit-any-picture')) return true;
  const isOwn = actor.kind === 'staff' && media.uploadedBy === actor.id;
  return isOwn && may(actor, 'keep-picture') && !isMediaSeen(uses);
}
