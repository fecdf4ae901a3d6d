import { and, eq, gte } from 'drizzle-orm';
import type { Db, ReadDb } from '@/db/client';
import { tipsSince } from '@/db/queries/discussion/tips';
import { tips } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { bannedBy } from '@/lib/comments/bans/banned-by';
import type { CommentSignals } from '@/lib/comments/posting/signals';
import { aVisitor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import type { TipDraft } from './tip-draft';

export type TipRefusal = 'form-old' | 'too-many' | 'banned';

const windowMs = 3_600_000;
/** In an hour. A network is a town quarter behind one address of its provider, so its number is large. */
const mostOfNetwork = 40;
const mostOfAll = 400;
/** The same words from the same network so soon are the same tip, sent again. */
const sameForMs = 86_400_000;

/** Whether this sender may send at all: asked before a picture is unpacked, and once more inside the writing. */
export function faultOfSender(db: ReadDb, signals: CommentSignals, now: Date): TipRefusal | null {
  if (signals.form?.kind !== 'right') return 'form-old';
  if (bannedBy(db, signals, now)) return 'banned';
  const since = tipsSince(db, signals.network, new Date(now.getTime() - windowMs));
  const isCrowd = !signals.isLocal && since.ofNetwork >= mostOfNetwork;
  return isCrowd || since.all >= mostOfAll ? 'too-many' : null;
}

/**
 * A reader's message or news for the desk. It is no story and never becomes one by itself. Who fills the trap is told
 * the same as everybody, and what they sent lies with the discarded.
 */
export async function sendTip(
  db: Db,
  { trap, ...draft }: TipDraft,
  pictureIds: readonly number[],
  signals: CommentSignals,
  now = new Date(),
): Promise<Result<{ tipId: number }, TipRefusal>> {
  return tx(db, (t) => {
    const { network } = signals;
    const before = t
      .select({ id: tips.id })
      .from(tips)
      .where(
        and(
          eq(tips.network, network),
          gte(tips.at, new Date(now.getTime() - sameForMs)),
          eq(tips.kind, draft.kind),
          eq(tips.words, draft.words),
          eq(tips.contact, draft.contact),
        ),
      )
      .get();
    if (before) return done({ tipId: before.id });
    const fault = faultOfSender(t, signals, now);
    if (fault) return refused(fault);

    const { id } = t
      .insert(tips)
      .values({
        ...draft,
        pictureIds: [...pictureIds],
        network,
        state: trap === '' ? 'new' : 'discarded',
        at: now,
      })
      .returning({ id: tips.id })
      .get();
    appendAudit(t, {
      actor: aVisitor,
      verb: 'send-tip',
      subject: `tip:${id}`,
      after: { kind: draft.kind, pictures: pictureIds.length },
      at: now,
    });
    return done({ tipId: id });
  });
}
