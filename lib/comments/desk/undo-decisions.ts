import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { type CommentState, comments, moderationActions, reports } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor, StaffMember } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { lastLesson, relearn, setState, verdictIn } from './change-comment-state';

/** All of one stroke, one decision of it, or whatever the member has decided last. */
export type Undo = { batch: string } | { actionId: number } | 'last';

export interface Undone {
  /** The stroke that was taken back, `''` for a decision that was not part of one. */
  batch: string;
  restored: { id: number; version: number; state: CommentState }[];
  /** Decided anew or withdrawn meanwhile: these stay as they are. */
  late: number[];
}

/**
 * Takes decisions back: state, the writer's record, the reports and
 * what the spam filter has learnt stand as they stood before. A decision that
 * another one has followed is not touched, for then nobody would know what is being undone.
 */
export async function undoDecisions(
  db: Db,
  actor: Actor,
  undo: Undo,
  now = new Date(),
): Promise<Result<Undone, 'forbidden' | 'nothing-to-undo'>> {
  if (actor.kind !== 'staff' || !may(actor, 'moderate')) return refused('forbidden');

  return tx(db, (t) => {
    const actions = actionsOf(t, actor, undo);
    if (actions.length === 0) return refused('nothing-to-undo');
    const undone: Undone = { batch: actions[0]?.batch ?? '', restored: [], late: [] };
    for (const action of actions) {
      const restored = restore(t, actor, action, now);
      if (restored) undone.restored.push(restored);
      else undone.late.push(action.commentId);
    }
    return done(undone);
  });
}

type UndoableAction = typeof moderationActions.$inferSelect;

function actionsOf(t: Tx, actor: StaffMember, undo: Undo): UndoableAction[] {
  const stands = isNull(moderationActions.undoneAt);
  if (undo === 'last') {
    const last = t
      .select()
      .from(moderationActions)
      .where(and(eq(moderationActions.staffId, actor.id), stands))
      .orderBy(desc(moderationActions.id))
      .limit(1)
      .get();
    if (!last) return [];
    return last.batch === '' ? [last] : actionsOf(t, actor, { batch: last.batch });
  }
  const wanted =
    'batch' in undo
      ? and(eq(moderationActions.batch, undo.batch), eq(moderationActions.staffId, actor.id))
      : eq(moderationActions.id, undo.actionId);
  if ('batch' in undo && undo.batch === '') return [];
  return t
    .select()
    .from(moderationActions)
    .where(and(wanted, stands))
    .orderBy(asc(moderationActions.id))
    .limit(1_000)
    .all();
}

function restore(t: Tx, actor: Actor, action: UndoableAction, now: Date): Undone['restored'][number] | null {
  const comment = t.select().from(comments).where(eq(comments.id, action.commentId)).get();
  const latest = t
    .select({ id: moderationActions.id })
    .from(moderationActions)
    .where(and(eq(moderationActions.commentId, action.commentId), isNull(moderationActions.undoneAt)))
    .orderBy(desc(moderationActions.id))
    .limit(1)
    .get();
  if (!comment || comment.state !== action.to || latest?.id !== action.id) return null;

  setState(t, comment, action.from, now);
  t.update(moderationActions)
    .set({ undoneAt: now, undoneBy: actor.id })
    .where(eq(moderationActions.id, action.id))
    .run();
  relearn(t, comment, verdictIn(action.to, action.reason), lastLesson(t, comment.id));
  // What that decision settled bears its very moment.
  t.update(reports)
    .set({ settledAt: null, settledBy: null })
    .where(and(eq(reports.commentId, comment.id), eq(reports.settledAt, action.at)))
    .run();
  appendAudit(t, {
    actor,
    verb: 'undo-decision',
    subject: `comment:${comment.id}`,
    before: { state: action.to },
    after: { state: action.from, action: action.id },
    at: now,
  });
  return { id: comment.id, version: comment.version + 1, state: action.from };
}
