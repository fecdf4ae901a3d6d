import { countGraphemes } from '@barta/bengali/graphemes';
import type { Db, Tx } from '@/db/client';
import { viewsOf } from '@/db/queries/stories/saved-views';
import { savedViews } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { StaffMember } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { oneLine } from '../fields/tidy-text';
import { defaultListQuery, listQuery, narrowedBy, parseListQuery } from './list-query';

/** More links than this cannot be scanned at a glance. */
export const mostViews = 20;
export const longestViewName = 40;

export type ViewRefusal =
  | 'forbidden'
  | 'missing'
  | 'too-long'
  | 'taken'
  | 'too-many'
  | 'nothing'
  | 'not-found';

/**
 * Saves the list's current query under a name for this member. `query` as in the address; what is no filter, such as
 * the page, is not saved.
 */
export async function saveView(
  db: Db,
  actor: StaffMember,
  { name: entered, query: sent }: { name: string; query: string },
  now = new Date(),
): Promise<Result<{ id: number; name: string }, ViewRefusal>> {
  if (!may(actor, 'write-story')) return refused('forbidden');
  const values = parseListQuery(Object.fromEntries(new URLSearchParams(sent.slice(0, 2000))));
  if (narrowedBy(values).length === 0 && values.order === defaultListQuery.order) return refused('nothing');
  const name = nameIn(entered);
  if (!name.ok) return name;

  return tx(db, (t): Result<{ id: number; name: string }, ViewRefusal> => {
    const views = viewsOf(t, actor.id);
    if (views.length >= mostViews) return refused('too-many', 'name');
    if (isTaken(t, actor, name.value)) return refused('taken', 'name');
    const { id } = t
      .insert(savedViews)
      .values({ staffId: actor.id, name: name.value, query: listQuery(values), position: views.length })
      .returning()
      .get();
    appendAudit(t, { actor, verb: 'save-view', subject: `view:${id}`, after: { name: name.value }, at: now });
    return done({ id, name: name.value });
  });
}

export function nameIn(nameInput: string): Result<string, 'missing' | 'too-long'> {
  const name = oneLine(nameInput);
  if (name === '') return refused('missing', 'name');
  if (countGraphemes(name) > longestViewName) return refused('too-long', 'name');
  return done(name);
}

export function isTaken(t: Tx, actor: StaffMember, name: string, but?: number): boolean {
  return viewsOf(t, actor.id).some((view) => view.name === name && view.id !== but);
}
