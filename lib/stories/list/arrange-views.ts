import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { viewsOf } from '@/db/queries/stories/saved-views';
import { savedViews } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { StaffMember } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { isTaken, nameIn, type ViewRefusal } from './save-view';

interface SavedViewRef {
  viewId: number;
}

/** Renames a member's saved view. */
export async function renameView(
  db: Db,
  actor: StaffMember,
  { viewId, name: nameInput }: SavedViewRef & { name: string },
  now = new Date(),
): Promise<Result<{ name: string }, ViewRefusal>> {
  const name = nameIn(nameInput);
  if (!name.ok) return name;
  return tx(db, (t): Result<{ name: string }, ViewRefusal> => {
    const view = ownView(t, actor, viewId);
    if (!view) return refused('not-found');
    if (isTaken(t, actor, name.value, viewId)) return refused('taken', 'name');
    t.update(savedViews).set({ name: name.value }).where(eq(savedViews.id, viewId)).run();
    const [before, after] = [{ name: view.name }, { name: name.value }];
    appendAudit(t, { actor, verb: 'rename-view', subject: `view:${viewId}`, before, after, at: now });
    return done({ name: name.value });
  });
}

/** Moves it one place towards the beginning or the end; at the end it stays. */
export async function moveView(
  db: Db,
  actor: StaffMember,
  { viewId, by }: SavedViewRef & { by: 1 | -1 },
  now = new Date(),
): Promise<Result<void, ViewRefusal>> {
  return tx(db, (t): Result<void, ViewRefusal> => {
    const views = viewsOf(t, actor.id);
    const at = views.findIndex(({ id }) => id === viewId);
    const view = views[at];
    if (!view) return refused('not-found');
    const [before, after] = [at, Math.min(Math.max(at + by, 0), views.length - 1)];
    views.splice(after, 0, ...views.splice(before, 1));
    for (const [position, { id }] of views.entries())
      t.update(savedViews).set({ position }).where(eq(savedViews.id, id)).run();
    appendAudit(t, {
      actor,
      verb: 'move-view',
      subject: `view:${viewId}`,
      before: { position: before },
      after: { position: after },
      at: now,
    });
    return done();
  });
}

export async function removeView(
  db: Db,
  actor: StaffMember,
  { viewId }: SavedViewRef,
  now = new Date(),
): Promise<Result<void, ViewRefusal>> {
  return tx(db, (t): Result<void, ViewRefusal> => {
    const view = ownView(t, actor, viewId);
    if (!view) return refused('not-found');
    t.delete(savedViews).where(eq(savedViews.id, viewId)).run();
    const before = { name: view.name, query: view.query };
    appendAudit(t, { actor, verb: 'remove-view', subject: `view:${viewId}`, before, at: now });
    return done();
  });
}

/** Another member's view is treated as if it did not exist. */
function ownView(t: Tx, actor: StaffMember, viewId: number) {
  return viewsOf(t, actor.id).find(({ id }) => id === viewId);
}
