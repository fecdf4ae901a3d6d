import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { commenterDevices, comments } from '@/db/schema';
import { announce } from '@/lib/cache/announce';
import { isNamesake } from './namesake';

/**
 * A mailed link was opened and its button pressed on this device: here the address is theirs. What it wrote before loses
 * its mark as a namesake where the name was the writer's own. `device`: `''` for a browser without a token, which proves
 * nothing.
 */
export function proveDevice(
  t: Tx,
  { commenterId, device }: { commenterId: number; device: string },
  now: Date,
): void {
  if (device === '') return;
  t.insert(commenterDevices).values({ commenterId, device, provenAt: now }).onConflictDoNothing().run();

  const marked = t
    .select({ id: comments.id, storyId: comments.storyId, nameKey: comments.nameKey, state: comments.state })
    .from(comments)
    .where(
      and(eq(comments.commenterId, commenterId), eq(comments.device, device), eq(comments.isNamesake, true)),
    )
    .all();
  for (const { id, storyId, nameKey, state } of marked) {
    const writer = { storyId, nameKey: nameKey ?? '', commenterId, device, isProven: true };
    if (isNamesake(t, writer, now)) continue;
    t.update(comments).set({ isNamesake: false }).where(eq(comments.id, id)).run();
    if (state === 'visible') announce(t, { kind: 'discussion-changed', storyId }, now);
  }
}
