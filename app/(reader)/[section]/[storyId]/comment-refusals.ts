import { banSentence } from '@/lib/comments/bans/ban-sentence';
import { MAX_BODY, MAX_NAME } from '@/lib/comments/comment-limits';
import type { CommentDraft, DraftFault, DraftField } from '@/lib/comments/posting/comment-draft';
import type { CommentFormState } from '@/lib/comments/posting/comment-form-state';
import type { PostRefusal } from '@/lib/comments/posting/post-comment';
import { readAddress } from '@/lib/comments/posting/read-address';
import type { RememberedWriter } from '@/lib/comments/posting/remembered-writer';
import type { CommentSignals } from '@/lib/comments/posting/signals';
import { readBan } from '@/lib/comments/reading/reading';
import { challengeFor } from '@/lib/comments/spam/proof-of-work';
import { fieldsIn, textOf } from '@/lib/forms/read-form';
import type { LabelKey, Say } from '@/lib/site/labels';
import { readerModules } from '@/lib/site/reader-module';
import { formSecret, proofSubject } from './comment-signals';

/** A form's state, and the HTTP status with which it is refused. */
export type RefusedCommentState = CommentFormState & { refusedWith?: number };

/**
 * Sets the status for clients that do not read the page. Our own script reads the page, and a browser would log a
 * response of 422 to it as an error. Bans and rate limits set theirs in any case.
 */
export function withStatus({ refusedWith, ...state }: RefusedCommentState, form: FormData): CommentFormState {
  const isInPlace = textOf(form, 'canWork') === '1';
  return refusedWith === undefined || isInPlace ? state : { ...state, status: refusedWith };
}

export function commentNotice(kind: 'done' | 'refused', text: string): CommentFormState {
  return { values: {}, errors: {}, notice: { kind, text } };
}

/** What a person has entered, without what the page and its script have added. */
export function enteredValues(form: FormData): Record<string, string> {
  return fieldsIn(form, ['subject', 'token', 'work', 'canWork', 'do']);
}

/** The form again, with the sentence for each fault at its field. A fault of a hidden field means an outdated page. */
export function refuseDraft(
  form: FormData,
  faults: Partial<Record<DraftField, DraftFault>>,
  say: Say,
): RefusedCommentState {
  const errors = draftErrors(faults, form, say);
  const count = Object.keys(errors).length;
  const text = count === 0 ? say('form.expired') : say('form.errorSummary', { count });
  return { values: enteredValues(form), errors, notice: { kind: 'refused', text }, refusedWith: 422 };
}

/** The form again with name and address of whom the browser remembers: they look at it and send it. */
export function fillIn(
  form: FormData,
  { name: _, email: __, ...faults }: Partial<Record<DraftField, DraftFault>>,
  writer: RememberedWriter,
  say: Say,
): RefusedCommentState {
  const errors = draftErrors(faults, form, say);
  const text = say('comments.filledIn');
  const values = { ...enteredValues(form), ...writer, remember: '1' };
  return { values, errors, notice: { kind: 'refused', text }, refusedWith: 422 };
}

const faultLabels: Record<DraftField, Partial<Record<DraftFault, LabelKey>>> = {
  body: { empty: 'form.commentRequired', 'too-long': 'form.commentTooLong' },
  name: { empty: 'form.nameRequired', 'too-long': 'form.nameTooLong' },
  email: {},
  website: { invalid: 'comments.websiteInvalid' },
  storyId: {},
  parentId: {},
};

function draftErrors(
  faults: Partial<Record<DraftField, DraftFault>>,
  form: FormData,
  say: Say,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [field, fault] of Object.entries(faults) as [DraftField, DraftFault][]) {
    if (field === 'email') errors.email = readAddress(textOf(form, 'email'), say).fault ?? '';
    const label = faultLabels[field][fault];
    if (label) errors[field] = say(label, { max: field === 'name' ? MAX_NAME : MAX_BODY });
  }
  return errors;
}

const refusalLabels: Record<Exclude<PostRefusal, 'banned'>, LabelKey> = {
  'unknown-story': 'comments.storyGone',
  retracted: 'comments.storyGone',
  closed: 'comments.closed',
  'parent-gone': 'comments.parentGone',
  'too-many': 'talk.tooMany',
  'form-old': 'talk.formOld',
  work: 'talk.work',
};

const refusalStatuses: Record<Exclude<PostRefusal, 'banned' | 'work'>, number> = {
  'unknown-story': 404,
  retracted: 410,
  closed: 403,
  'parent-gone': 422,
  'too-many': 429,
  // Not 409: that is what a form from before a deploy is answered, and the page's script sends it once more.
  'form-old': 422,
};

interface RefusedComment {
  form: FormData;
  draft: CommentDraft;
  signals: CommentSignals;
  say: Say;
  now: Date;
}

/** The form again, with the sentence and the status for the command's refusal. */
export async function refuseComment(
  code: PostRefusal,
  { form, draft, signals, say, now }: RefusedComment,
): Promise<RefusedCommentState> {
  const values = enteredValues(form);
  // Sent once more, it is a comment of its own.
  if (code === 'parent-gone') values.parentId = '';
  if (code === 'banned') return { values, errors: {}, ...(await banState(signals, say, now)) };

  const notice = { kind: 'refused', text: say(refusalLabels[code]) } as const;
  const answer = { values, errors: {}, notice };
  if (code === 'work') {
    const challenge = challengeFor(proofSubject(draft), now, formSecret());
    return { ...answer, challenge, proof: readerModules().proof };
  }
  const refusedWith = refusalStatuses[code];
  return { ...answer, refusedWith, ...(code === 'too-many' && { status: refusedWith }) };
}

async function banState(signals: CommentSignals, say: Say, now: Date) {
  const ban = await readBan(signals, now);
  const text = ban ? banSentence(ban, say) : say('talk.notBanned');
  return {
    notice: { kind: 'refused', text },
    mayAppeal: ban !== undefined && !ban.appealedAt,
    status: 403,
  } as const;
}
