import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { isPictureSeenByReaders, type PictureUses } from '../picture-uses';

/** An editor any picture; whoever sent it in their own, until readers see it. */
export function mayEditPicture(
  actor: Actor,
  picture: { uploadedBy: number | null },
  uses: PictureUses,
): boolean {
  if (may(actor, 'edit-any-picture')) return true;
  const isOwn = actor.kind === 'staff' && picture.uploadedBy === actor.id;
  return isOwn && may(actor, 'keep-picture') && !isPictureSeenByReaders(uses);
}
