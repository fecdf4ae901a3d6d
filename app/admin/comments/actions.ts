'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { type BanRefusal, banCommenter, banKindsIn, MAX_BAN_REASON } from '@/lib/comments/bans/ban-commenter';
import { MAX_BODY } from '@/lib/comments/comment-limits';
import { type AnswerRefusal, answerComment } from '@/lib/comments/desk/answer-comment';
import { decideComments } from '@/lib/comments/desk/decide-comments';
import { type Decision, decisionIn } from '@/lib/comments/desk/decision';
import { MAX_NOTE, noteCommenter } from '@/lib/comments/desk/note-commenter';
import { openOrCloseDiscussion } from '@/lib/comments/desk/open-or-close-discussion';
import { pickComment } from '@/lib/comments/desk/pick-comment';
import { deskCounts, deskDecisions } from '@/lib/comments/desk/queue';
import { filterIn, queueAddress } from '@/lib/comments/desk/queue-filter';
import { undoDecisions } from '@/lib/comments/desk/undo-decisions';
import { env } from '@/lib/env';
import type { FormState } from '@/lib/forms/form-state';
import type { ModerationState } from '@/lib/forms/moderation-state';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import type { StaffMember } from '@/lib/people/actor';
import { asStaff } from '@/lib/people/require-staff';
import type { LabelKey, Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { alreadyDecidedSentence } from './already-decided-sentence';
import { queueFormatter } from './queue-formatter';

/**
 * One comment or all that are ticked; a pick, an undo, a discussion closed. Sent in place it answers what became of
 * each; else the list comes again and says so. What somebody else has decided meanwhile is named either way.
 */
export async function moderateComments(_: ModerationState, form: FormData): Promise<ModerationState> {
  return asStaff('moderate', form, async (actor) => {
    const { say } = await readSite();
    const decision = decisionIn(form);
    if (decision.verb === 'none') return refusing(form, say(`moderation.${decision.code}`));

    const outcome = await carryOut(actor, decision);
    if ('refusal' in outcome) return refusing(form, say(outcome.refusal));
    if (textOf(form, 'inPlace') === '1') return inPlace(outcome, say);
    redirect(
      `${backIn(form)}&${new URLSearchParams({
        ...(outcome.count > 0 && { did: outcome.did, n: String(outcome.count), at: String(Date.now()) }),
        ...(outcome.did !== 'undo' && outcome.batch !== '' && outcome.count > 0 && { batch: outcome.batch }),
        ...(outcome.late.length > 0 && { late: outcome.late.slice(0, 50).join(',') }),
      })}` as Route,
    );
  });
}

interface ModerationOutcome {
  did: keyof typeof doneLabels;
  count: number;
  batch: string;
  settled: { id: number; version: number; state?: string }[];
  late: number[];
}

async function carryOut(
  actor: StaffMember,
  decision: Exclude<Decision, { verb: 'none' }>,
): Promise<ModerationOutcome | { refusal: LabelKey }> {
  const db = getDb();
  const nothing = { batch: '', settled: [], late: [] };
  switch (decision.verb) {
    case 'decide': {
      const outcome = await decideComments(db, actor, decision);
      if (!outcome.ok)
        return { refusal: outcome.code === 'no-reason' ? 'moderation.noReason' : 'admin.noPermission' };
      return { ...outcome.value, did: decision.verdict, count: outcome.value.settled.length };
    }
    case 'undo': {
      const outcome = await undoDecisions(db, actor, decision.undo);
      if (!outcome.ok)
        return {
          refusal: outcome.code === 'forbidden' ? 'admin.noPermission' : 'moderation.nothingToUndo',
        };
      const { batch, restored, late } = outcome.value;
      return { did: 'undo', count: restored.length, batch, settled: restored, late };
    }
    case 'pick': {
      const { target, isPick } = decision;
      const outcome = await pickComment(db, actor, { ...target, isPick });
      const did = isPick ? 'pick' : 'unpick';
      if (outcome.ok)
        return { ...nothing, did, count: 1, settled: [{ id: target.commentId, ...outcome.value }] };
      if (outcome.code === 'not-visible') return { refusal: 'moderation.notVisible' };
      if (outcome.code === 'forbidden') return { refusal: 'admin.noPermission' };
      return { ...nothing, did, count: 0, late: [target.commentId] };
    }
    case 'discussion': {
      const outcome = await openOrCloseDiscussion(db, actor, decision);
      if (outcome.ok) return { ...nothing, did: decision.to, count: 1 };
      return {
        refusal: outcome.code === 'forbidden' ? 'admin.noPermission' : 'moderation.storyUnknown',
      };
    }
  }
}

const doneLabels = {
  approve: 'moderation.didApprove',
  hide: 'moderation.didHide',
  spam: 'moderation.didSpam',
  undo: 'moderation.didUndo',
  pick: 'moderation.didPick',
  unpick: 'moderation.didUnpick',
  open: 'moderation.didOpen',
  closed: 'moderation.didClose',
} as const satisfies Record<string, LabelKey>;

async function inPlace(outcome: ModerationOutcome, say: Say): Promise<ModerationState> {
  const now = new Date();
  const manner = await queueFormatter(await readSite(), now);
  const decisions = outcome.late.length > 0 ? await deskDecisions(outcome.late) : [];
  return {
    values: {},
    errors: {},
    batch: outcome.batch,
    settled: outcome.settled,
    late: decisions.map((decision) => ({
      id: decision.id,
      sentence: alreadyDecidedSentence(decision, say, now),
    })),
    counts: manner.counts(await deskCounts()),
    ...(outcome.count > 0 && {
      notice: { kind: 'done' as const, text: say(doneLabels[outcome.did], { count: outcome.count }) },
    }),
  };
}

/** The list that the form stood in; whatever else it says, it leads to no other page. */
function backIn(form: FormData): string {
  const params = new URLSearchParams(textOf(form, 'back').split('?')[1] ?? '');
  return queueAddress(filterIn((name) => params.get(name) ?? ''));
}

function refusing(form: FormData, text: string): FormState {
  return { values: fieldsIn(form), errors: {}, notice: { kind: 'refused', text } };
}

/** The newsroom's answer; what it answers becomes visible with it. */
export async function answerAsNewsroom(_: FormState, form: FormData): Promise<FormState> {
  return asStaff('moderate', form, async (actor) => {
    const outcome = await answerComment(getDb(), actor, {
      commentId: idIn(textOf(form, 'commentId')) ?? 0,
      basedOn: idIn(textOf(form, 'basedOn')) ?? 0,
      body: textOf(form, 'body'),
    });
    const { say } = await readSite();
    if (outcome.ok) {
      const notice = { kind: 'done', text: say('moderation.didAnswer') } as const;
      if (textOf(form, 'inPlace') === '1') return { values: {}, errors: {}, notice };
      redirect(`${backIn(form)}&did=answer&n=1&at=${Date.now()}` as Route);
    }

    const text = say(answerLabels[outcome.code], { max: MAX_BODY });
    if (outcome.field) return { values: fieldsIn(form), errors: { [outcome.field]: text } };
    return refusing(form, text);
  });
}

const answerLabels: Record<AnswerRefusal, LabelKey> = {
  empty: 'form.commentRequired',
  'too-long': 'form.commentTooLong',
  forbidden: 'admin.noPermission',
  stale: 'moderation.stale',
  'unknown-comment': 'moderation.stale',
  'not-published': 'comments.storyGone',
};

/** Bars whoever wrote one comment, from beside the list. */
export async function banWriter(_: FormState, form: FormData): Promise<FormState> {
  return asStaff('moderate', form, async (actor) => {
    const { say } = await readSite();
    const kinds = banKindsIn(form.getAll('kinds'));
    const days = textOf(form, 'days');
    const ban = {
      commentId: idIn(textOf(form, 'commentId')) ?? 0,
      kinds,
      days: /^\d{1,5}$/.test(days) ? Number(days) : -1,
      reason: textOf(form, 'reason'),
    };

    const outcome = await banCommenter(getDb(), actor, ban, env().AUTH_SECRET ?? '');
    if (outcome.ok) {
      return { values: {}, errors: {}, notice: { kind: 'done', text: say('moderation.banned') } };
    }
    const text = say(banLabels[outcome.code], { max: MAX_BAN_REASON });
    const values = { ...fieldsIn(form), kinds: kinds.join(' ') };
    const notice = {
      kind: 'refused',
      text: outcome.field ? say('form.errorSummary', { count: 1 }) : text,
    } as const;
    return { values, errors: outcome.field ? { [outcome.field]: text } : {}, notice };
  });
}

const banLabels: Record<BanRefusal, LabelKey> = {
  forbidden: 'admin.noPermission',
  'unknown-comment': 'moderation.stale',
  'no-kind': 'moderation.banNoKind',
  'no-term': 'moderation.banNoTerm',
  'no-reason': 'moderation.banNoReason',
  'reason-too-long': 'moderation.banReasonLong',
  'nothing-known': 'moderation.banNothingKnown',
  'staff-address': 'moderation.banStaff',
  'already-banned': 'moderation.banAlready',
};

/** A line for the next moderator. */
export async function noteWriter(_: FormState, form: FormData): Promise<FormState> {
  return asStaff('moderate', form, async (actor) => {
    const { say } = await readSite();
    const commenterId = idIn(textOf(form, 'commenterId')) ?? 0;
    const words = textOf(form, 'words');
    const outcome = await noteCommenter(getDb(), actor, { commenterId, words });
    if (outcome.ok) {
      const notice = { kind: 'done', text: say('moderation.noteSaved') } as const;
      return { values: { kept: outcome.value.words }, errors: {}, notice };
    }
    const labels = {
      forbidden: 'admin.noPermission',
      'unknown-commenter': 'moderation.unknownCommenter',
      empty: 'moderation.noteEmpty',
      'too-long': 'moderation.noteTooLong',
    } as const;
    const text = say(labels[outcome.code], { max: MAX_NOTE });
    if (outcome.field) return { values: fieldsIn(form), errors: { [outcome.field]: text } };
    return refusing(form, text);
  });
}
