import { countGraphemes } from '@barta/bengali/graphemes';
import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { tips } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { plainText } from '@/lib/comments/posting/plain-text';
import { isAlreadyStored } from '@/lib/idempotency/is-already-stored';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';

/** What `used` says is said by the story that is made of it. */
export type ChangedTipState = 'new' | 'read' | 'discarded';

export interface TipChange {
  tipId: number;
  basedOn: number;
  state?: ChangedTipState;
  /** Whose it is: mine or nobody's. */
  assign?: 'me' | 'nobody';
  note?: string;
}

export type ChangeTipRefusal = 'forbidden' | 'not-found' | 'stale' | 'note-too-long';
export const maxTipNote = 1000;

/** What the desk does with a tip. The audit knows that, and nothing of what the reader or the note says. */
export async function changeTip(
  db: Db,
  actor: Actor,
  { tipId, basedOn, state, assign, note }: TipChange,
  now = new Date(),
): Promise<Result<{ version: number }, ChangeTipRefusal>> {
  if (actor.kind !== 'staff' || !may(actor, 'handle-tips')) return refused('forbidden');
  const words = note === undefined ? undefined : plainText(note);
  if (words !== undefined && countGraphemes(words) > maxTipNote) return refused('note-too-long', 'note');

  return tx(db, (t) => {
    const former = t.select().from(tips).where(eq(tips.id, tipId)).get();
    if (!former) return refused('not-found');
    const staffId = assign === undefined ? former.staffId : assign === 'me' ? actor.id : null;
    const after = { state: state ?? former.state, staffId, note: words ?? former.note };
    const { changes } = t
      .update(tips)
      .set({ ...after, version: basedOn + 1 })
      .where(and(eq(tips.id, tipId), eq(tips.version, basedOn)))
      .run();
    if (changes === 0)
      return isAlreadyStored<object>(former, after) ? done({ version: former.version }) : refused('stale');
    appendAudit(t, {
      actor,
      verb: 'turn-tip',
      subject: `tip:${tipId}`,
      before: { state: former.state, staff: former.staffId },
      after: {
        state: after.state,
        staff: staffId,
        ...(words !== former.note && words !== undefined && { noted: true }),
      },
      at: now,
    });
    return done({ version: basedOn + 1 });
  });
}
