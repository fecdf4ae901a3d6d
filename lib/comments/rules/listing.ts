import { getDb } from '@/db/client';
import { allRules, latestComments, sectionsWithStrictness } from '@/db/queries/discussion/moderation-rules';
import { requireStaff } from '@/lib/people/require-staff';
import { previewRule } from './preview-rule';
import type { RuleDraft } from './rule-form';

/** A rule is tried on so many of the latest comments before it is saved. */
export const TRIED_ON = 1_000;

/** The newsroom's rules and how strict each section is. */
export async function deskRules() {
  await requireStaff('moderate', '/admin/comments/rules');
  const db = getDb();
  return { rules: await allRules(db), sections: await sectionsWithStrictness(db) };
}

/** What the rule would have done to the latest thousand comments. */
export async function deskRulePreview(draft: RuleDraft) {
  await requireStaff('moderate', '/admin/comments/rules');
  const db = getDb();
  const before = draft.id === null ? null : (await allRules(db)).find(({ id }) => id === draft.id);
  return previewRule({ ...draft, id: draft.id ?? 0 }, before ?? null, await latestComments(db, TRIED_ON));
}
