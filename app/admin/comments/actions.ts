'use server';

import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { type AnswerRefusal, answerComment } from '@/lib/comments/answer-comment';
import { approveComment } from '@/lib/comments/approve-comment';
import { MAX_BODY } from '@/lib/comments/comment-draft';
import { type Decision, decisionIn } from '@/lib/comments/decision';
import { hideComment } from '@/lib/comments/hide-comment';
import type { FormState } from '@/lib/forms/form-state';
import { idIn, textOf, typedIn } from '@/lib/forms/read-form';
import type { StaffMember } from '@/lib/people/actor';
import { staffOrRefusal } from '@/lib/people/require-staff';
import type { LabelKey } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

/** One comment or all that are ticked. What somebody else has decided meanwhile is named on the page that follows. */
export async function moderateComments(_: FormState, form: FormData): Promise<FormState> {
  const who = await staffOrRefusal('moderate', form);
  if (!who.ok) return who.refusal;
  const decision = decisionIn(form);
  if (decision.verb === 'none') {
    const { say } = await readSite();
    const notice = { kind: 'refused', text: say(`moderation.${decision.code}`) } as const;
    return { values: typedIn(form), errors: {}, notice };
  }

  const stale: number[] = [];
  for (const target of decision.targets) {
    const outcome = await carryOut(who.actor, decision, target);
    if (!outcome.ok) stale.push(target.commentId);
  }
  const settled = decision.targets.length - stale.length;
  redirect(
    `/admin/comments?${new URLSearchParams({
      state: textOf(form, 'tab'),
      ...(settled > 0 && { did: decision.verb, n: String(settled) }),
      ...(stale.length > 0 && { stale: stale.join(',') }),
    })}`,
  );
}

function carryOut(
  actor: StaffMember,
  decision: Exclude<Decision, { verb: 'none' }>,
  target: { commentId: number; basedOn: number },
) {
  if (decision.verb === 'approve') return approveComment(getDb(), actor, target);
  return hideComment(getDb(), actor, { ...target, reason: decision.reason });
}

/** The newsroom's answer; what it answers becomes visible with it. */
export async function answerAsNewsroom(_: FormState, form: FormData): Promise<FormState> {
  const who = await staffOrRefusal('moderate', form);
  if (!who.ok) return who.refusal;

  const outcome = await answerComment(getDb(), who.actor, {
    commentId: idIn(textOf(form, 'commentId')) ?? 0,
    basedOn: idIn(textOf(form, 'basedOn')) ?? 0,
    body: textOf(form, 'body'),
  });
  if (outcome.ok) redirect('/admin/comments?state=visible&did=answer&n=1');

  const { say } = await readSite();
  const text = say(answerLabels[outcome.code], { max: MAX_BODY });
  if (outcome.field) return { values: typedIn(form), errors: { [outcome.field]: text } };
  return { values: typedIn(form), errors: {}, notice: { kind: 'refused', text } };
}

const answerLabels: Record<AnswerRefusal, LabelKey> = {
  empty: 'form.commentRequired',
  'too-long': 'form.commentTooLong',
  forbidden: 'admin.noPermission',
  stale: 'moderation.stale',
  'unknown-comment': 'moderation.stale',
  'not-published': 'comments.storyGone',
};
