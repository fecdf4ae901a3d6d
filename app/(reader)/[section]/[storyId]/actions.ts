'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { readCommentDraft } from '@/lib/comments/posting/comment-draft';
import type { CommentFormState } from '@/lib/comments/posting/comment-form-state';
import { type CommentOutcome, localPathIn, outcomeUrl } from '@/lib/comments/posting/outcome-url';
import { type PostedComment, postComment } from '@/lib/comments/posting/post-comment';
import { likeComment } from '@/lib/comments/reactions/like-comment';
import { MAX_REPORT, type ReportRefusal, reportComment } from '@/lib/comments/reactions/report-comment';
import { isThanked } from '@/lib/comments/reading/newly-posted';
import { readPageOf } from '@/lib/comments/reading/reading';
import { sortIn } from '@/lib/comments/reading/thread-page';
import { isDiskFull } from '@/lib/forms/disk-full';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import type { LabelKey } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { sendAppeal } from './appeal-actions';
import {
  commentNotice,
  enteredValues,
  fillIn,
  type RefusedCommentState,
  refuseComment,
  refuseDraft,
  withStatus,
} from './comment-refusals';
import { formSignals, senderSignals } from './comment-signals';
import { rememberWriter, writerToFillIn } from './remembered-writer';

/**
 * A comment that is accepted leads to the page as everyone reads it, at the sentence that says so. A refused one is
 * answered in place, with everything that was entered, and the status that says so.
 */
export async function submitComment(_: CommentFormState, form: FormData): Promise<CommentFormState> {
  return withStatus(await post(form), form);
}

async function post(form: FormData): Promise<RefusedCommentState> {
  const { say } = await readSite();
  const reading = readCommentDraft(form);
  if (textOf(form, 'do') === 'appeal') return sendAppeal(form, say);
  if (!reading.ok) {
    const writer = await writerToFillIn(form);
    return writer ? fillIn(form, reading.faults, writer, say) : refuseDraft(form, reading.faults, say);
  }

  const now = new Date();
  const { draft } = reading;
  const signals = { ...(await senderSignals(draft.email)), ...formSignals(form, draft, now) };
  const outcome = await postComment(getDb(), draft, signals, now).catch((error) => {
    // An error page would take the comment away.
    if (isDiskFull(error)) return 'disk-full' as const;
    throw error;
  });
  if (outcome === 'disk-full') {
    const refusal = commentNotice('refused', say('versions.commentNotSaved'));
    return { ...refusal, values: enteredValues(form), refusedWith: 503 };
  }
  if (!outcome.ok) return refuseComment(outcome.code, { form, draft, signals, say, now });

  await rememberWriter(form, draft);
  return redirect((await outcomeAddress(outcome.value, form, draft.storyId, now)) as Route);
}

/** Where the reader is told: beside a comment that is visible, above the form for one that is held. */
async function outcomeAddress(
  posted: PostedComment,
  form: FormData,
  storyId: number,
  now: Date,
): Promise<string> {
  const { id: own, rootId, at, address, isVisible, isMailed } = posted;
  const mail = isMailed ? '-mail' : '';
  const sort = sortIn(textOf(form, 'sort'));
  if (!isVisible)
    return outcomeUrl(sort === 'newest' ? address : `${address}?sort=${sort}`, `held${mail}`, { own });

  const isNew = isThanked({ createdAt: at }, now);
  const isFirst = isNew && own === rootId && sort === 'newest';
  const place = isFirst ? address : await readPageOf({ storyId, commentId: own, address }, sort);
  // A comment of some time ago that is sent once more has no thanks beside it any longer.
  return outcomeUrl(place, `${own}${mail}`, isNew ? { own } : { own, fragment: `c${own}` });
}

/** A button under each comment: agrees, or no longer does. */
export async function toggleLike(_: CommentFormState, form: FormData): Promise<CommentFormState> {
  const { say } = await readSite();
  const [storyId, commentId] = [idIn(textOf(form, 'storyId')), idIn(textOf(form, 'like'))];
  if (!storyId || !commentId) return commentNotice('refused', say('form.expired'));
  const outcome = await likeComment(getDb(), { storyId, commentId, signals: await senderSignals('') });
  if (!outcome.ok) {
    return outcome.code === 'too-many'
      ? { ...commentNotice('refused', say('talk.likeTooMany')), status: 429 }
      : withStatus({ ...commentNotice('refused', say('talk.commentGone')), refusedWith: 410 }, form);
  }

  return back(form, outcome.value.isLiked ? 'on' : 'off', `c${commentId}`);
}

/** To the page that the form stood on. */
function back(form: FormData, result: CommentOutcome, fragment?: string): never {
  redirect(
    outcomeUrl(localPathIn(textOf(form, 'here')) || '/', result, fragment ? { fragment } : {}) as Route,
  );
}

/** A reader's report of a comment, for the moderators. */
export async function sendReport(_: CommentFormState, form: FormData): Promise<CommentFormState> {
  const { say } = await readSite();
  const [storyId, commentId] = [idIn(textOf(form, 'storyId')), idIn(textOf(form, 'report'))];
  if (!storyId || !commentId) return commentNotice('refused', say('form.expired'));
  const { device: reporter = '' } = await senderSignals('');
  const [reason, words] = [textOf(form, 'reason'), textOf(form, 'words')];
  const outcome = await reportComment(getDb(), { storyId, commentId, reporter, reason, words });
  if (outcome.ok) return back(form, 'report');

  const text = say(reportRefusals[outcome.code], { max: MAX_REPORT });
  const errors = outcome.field ? { [outcome.field]: text } : {};
  const answer: RefusedCommentState = { values: fieldsIn(form), errors, notice: { kind: 'refused', text } };
  return withStatus({ ...answer, refusedWith: outcome.code === 'unknown-comment' ? 410 : 422 }, form);
}

const reportRefusals: Record<ReportRefusal, LabelKey> = {
  'unknown-comment': 'talk.commentGone',
  'no-reason': 'talk.reportNoReason',
  'too-long': 'talk.tooLong',
};
