import { and, eq, lte } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { storyDrafts } from '@/db/schema';
import { tx } from '@/db/tx';
import type { StaffMember } from '@/lib/people/actor';

/** A tab's draft up to that stroke; later strokes are not covered. */
export interface DraftRef {
  tab: string;
  stroke: number;
}

/** Deletes the member's own drafts that were saved or deliberately dismissed. What was typed since stays. */
export async function deleteDrafts(
  db: Db,
  actor: StaffMember,
  { storyId, drafts }: { storyId: number; drafts: readonly DraftRef[] },
): Promise<void> {
  if (drafts.length === 0) return;
  await tx(db, (t) => {
    for (const { tab, stroke } of drafts) {
      t.delete(storyDrafts)
        .where(
          and(
            eq(storyDrafts.storyId, storyId),
            eq(storyDrafts.staffId, actor.id),
            eq(storyDrafts.tab, tab),
            lte(storyDrafts.stroke, stroke),
          ),
        )
        .run();
    }
  });
}

/** `abc12345.7`, as in a form; several are separated by spaces. */
export function parseDraftRefs(text: string): DraftRef[] {
  return text.split(' ').flatMap((ref) => {
    const [, tab, stroke] = /^([a-z0-9]{8,40})\.([1-9]\d{0,14})$/.exec(ref) ?? [];
    return tab ? [{ tab, stroke: Number(stroke) }] : [];
  });
}
