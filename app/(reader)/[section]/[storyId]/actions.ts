'use server';

import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { deviceFromNow, deviceHere } from '@/app/device';
import { getDb } from '@/db/client';
import { appealBan, MAX_APPEAL } from '@/lib/comments/bans/appeal-ban';
import { banSentence } from '@/lib/comments/bans/ban-sentence';
import { MAX_BODY, MAX_NAME } from '@/lib/comments/comment-limits';
import {
  type CommentDraft,
  type DraftFault,
  type DraftField,
  readCommentDraft,
} from '@/lib/comments/posting/comment-draft';
import type { CommentFormState } from '@/lib/comments/posting/comment-form-state';
import { hashOf } from '@/lib/comments/posting/duplicate-comment';
import { type CommentOutcome, localPathIn, outcomeUrl } from '@/lib/comments/posting/outcome-url';
import { type PostedComment, type PostRefusal, postComment } from '@/lib/comments/posting/post-comment';
import { readAddress } from '@/lib/comments/posting/read-address';
import { type CommentSignals, signalsFrom } from '@/lib/comments/posting/signals';
import { likeComment } from '@/lib/comments/reactions/like-comment';
import { MAX_REPORT, type ReportRefusal, reportComment } from '@/lib/comments/reactions/report-comment';
import { isThanked } from '@/lib/comments/reading/newly-posted';
import { readBan, readPageOf, sortIn } from '@/lib/comments/reading/reading';
import { readFormToken } from '@/lib/comments/spam/form-token';
import { challengeFor, isProofValid } from '@/lib/comments/spam/proof-of-work';
import { env } from '@/lib/env';
import { isDiskFull } from '@/lib/forms/disk-full';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import type { LabelKey, Say } from '@/lib/site/labels';
import { readerModules } from '@/lib/site/reader-module';
import { readSite } from '@/lib/site/reading';

/**
 * A comment that is taken leads to the page as everyone reads it, at the words that say so. Whatever is refused is
 * answered in place, with everything typed still there, and the status that says so.
 */
export async function submitComment(state: CommentFormState, form: FormData): Promise<CommentFormState> {
  return withStatus(await answerTo(state, form), form);
}

/**
 * A status is for who reads no page. Our own script reads the page, and a browser would log what it has fetched with
 * 422 as an error. Bans and crowds tell theirs in any case.
 */
function withStatus({ refusedWith, ...state }: Refusable, form: FormData): CommentFormState {
  const isInPlace = textOf(form, 'canWork') === '1';
  return refusedWith === undefined || isInPlace ? state : { ...state, status: refusedWith };
}

type Refusable = CommentFormState & { refusedWith?: number };

async function answerTo(_: CommentFormState, form: FormData): Promise<Refusable> {
  const { say } = await readSite();
  const reading = readCommentDraft(form);
  if (textOf(form, 'do') === 'appeal') return appealed(form, say);
  if (!reading.ok) return keptWith(form, faultsSaid(reading.faults, form, say), say);

  const now = new Date();
  const { draft } = reading;
  const signals = { ...(await senderOf(draft.email)), ...formOf(form, draft, now) };
  const outcome = await postComment(getDb(), draft, signals, now).catch((error) => {
    // An error page would take the comment away.
    if (isDiskFull(error)) return 'disk-full' as const;
    throw error;
  });
  if (outcome === 'disk-full') {
    return {
      values: kept(form),
      errors: {},
      notice: { kind: 'refused', text: say('keeping.commentNotKept') },
      refusedWith: 503,
    };
  }
  if (!outcome.ok) return refusedAs(outcome.code, { form, draft, signals, say, now });

  return redirect((await toldAt(outcome.value, form, draft.storyId, now)) as Route);
}

/** A shown comment is told at its own place, one that is held above the form. */
async function toldAt(posted: PostedComment, form: FormData, storyId: number, now: Date): Promise<string> {
  const { id: own, rootId, at, address, isVisible, isMailed } = posted;
  const mail = isMailed ? '-mail' : '';
  const sort = sortIn(textOf(form, 'sort'));
  if (!isVisible)
    return outcomeUrl(sort === 'newest' ? address : `${address}?sort=${sort}`, `held${mail}`, { own });

  const isNew = isThanked({ createdAt: at }, now);
  const isFirst = isNew && own === rootId && sort === 'newest';
  const place = isFirst ? address : await readPageOf({ storyId, commentId: own, address }, sort);
  // What was said long ago, and is sent once more, has no thanks beside it any longer.
  return outcomeUrl(place, `${own}${mail}`, isNew ? { own } : { own, fragment: `c${own}` });
}

/** A button under each comment: agrees, or no longer does. */
export async function toggleLike(_: CommentFormState, form: FormData): Promise<CommentFormState> {
  const { say } = await readSite();
  const [storyId, commentId] = [idIn(textOf(form, 'storyId')), idIn(textOf(form, 'like'))];
  if (!storyId || !commentId) return told('refused', say('form.expired'));
  const outcome = await likeComment(getDb(), { storyId, commentId, signals: await senderOf('') });
  if (!outcome.ok) {
    return outcome.code === 'too-many'
      ? { ...told('refused', say('talk.likeTooMany')), status: 429 }
      : withStatus({ ...told('refused', say('talk.commentGone')), refusedWith: 410 }, form);
  }

  const said = outcome.value.isLiked ? 'on' : 'off';
  return back(form, said, `c${commentId}`);
}

/** To the page that the form stood on. */
function back(form: FormData, said: CommentOutcome, fragment?: string): never {
  redirect(outcomeUrl(localPathIn(textOf(form, 'here')) || '/', said, fragment ? { fragment } : {}) as Route);
}

/** A complaint of a comment, for the desk. */
export async function sendReport(_: CommentFormState, form: FormData): Promise<CommentFormState> {
  const { say } = await readSite();
  const [storyId, commentId] = [idIn(textOf(form, 'storyId')), idIn(textOf(form, 'report'))];
  if (!storyId || !commentId) return told('refused', say('form.expired'));
  const { device: reporter = '' } = signalsFrom(null, key(), { device: await deviceFromNow() });
  const [reason, words] = [textOf(form, 'reason'), textOf(form, 'words')];
  const outcome = await reportComment(getDb(), { storyId, commentId, reporter, reason, words });
  if (outcome.ok) return back(form, 'report');

  const text = say(reportRefusals[outcome.code], { max: MAX_REPORT });
  const errors = outcome.field ? { [outcome.field]: text } : {};
  const answer: Refusable = { values: fieldsIn(form), errors, notice: { kind: 'refused', text } };
  return withStatus({ ...answer, refusedWith: outcome.code === 'unknown-comment' ? 410 : 422 }, form);
}

const reportRefusals: Record<ReportRefusal, LabelKey> = {
  'unknown-comment': 'talk.commentGone',
  'no-reason': 'talk.reportNoReason',
  'too-long': 'talk.tooLong',
};

const key = () => env().AUTH_SECRET ?? '';
const told = (kind: 'done' | 'refused', text: string): CommentFormState => ({
  values: {},
  errors: {},
  notice: { kind, text },
});

async function senderOf(email: string): Promise<CommentSignals> {
  const device = await deviceFromNow();
  return signalsFrom((await headers()).get('x-forwarded-for'), key(), { device, email });
}

/** What the form itself tells: that it is ours, and whether a sum was done for it or would be. */
function formOf(
  form: FormData,
  draft: CommentDraft,
  now: Date,
): Pick<CommentSignals, 'form' | 'proofOfWork'> {
  const isDone = isProofValid(textOf(form, 'work'), saidIn(draft), now, key());
  const isOffered = textOf(form, 'canWork') === '1';
  return {
    form: readFormToken(textOf(form, 'token'), draft.storyId, now, key()),
    ...(isDone ? { proofOfWork: 'done' } : isOffered && { proofOfWork: 'offered' }),
  };
}

const saidIn = ({ storyId, email, body }: CommentDraft) => `${storyId}:${hashOf(`${email}:${body}`)}`;

const faultLabels: Record<DraftField, Partial<Record<DraftFault, LabelKey>>> = {
  body: { empty: 'form.commentRequired', 'too-long': 'form.commentTooLong' },
  name: { empty: 'form.nameRequired', 'too-long': 'form.nameTooLong' },
  email: {},
  website: { invalid: 'comments.websiteInvalid' },
  storyId: {},
  parentId: {},
};

function faultsSaid(
  faults: Partial<Record<DraftField, DraftFault>>,
  form: FormData,
  say: Say,
): Record<string, string> {
  const said: Record<string, string> = {};
  for (const [field, fault] of Object.entries(faults) as [DraftField, DraftFault][]) {
    if (field === 'email') said.email = readAddress(textOf(form, 'email'), say).fault ?? '';
    const label = faultLabels[field][fault];
    if (label) said[field] = say(label, { max: field === 'name' ? MAX_NAME : MAX_BODY });
  }
  return said;
}

/** A hidden field that is wrong is nobody's typing: then the page itself is too old, or made up. */
function keptWith(form: FormData, errors: Record<string, string>, say: Say): Refusable {
  const count = Object.keys(errors).length;
  const text = count === 0 ? say('form.expired') : say('form.errorSummary', { count });
  return { values: kept(form), errors, notice: { kind: 'refused', text }, refusedWith: 422 };
}

/** What a person has typed, without what the page and its script have added. */
function kept(form: FormData): Record<string, string> {
  return fieldsIn(form, ['subject', 'token', 'work', 'canWork', 'do']);
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

async function refusedAs(
  code: PostRefusal,
  { form, draft, signals, say, now }: RefusedComment,
): Promise<Refusable> {
  const values = kept(form);
  // Sent once more, it is a comment of its own.
  if (code === 'parent-gone') values.parentId = '';
  if (code === 'banned') {
    const ban = await readBan(signals, now);
    const text = ban ? banSentence(ban, say) : say('talk.notBanned');
    return {
      values,
      errors: {},
      notice: { kind: 'refused', text },
      mayAppeal: ban !== undefined && !ban.appealedAt,
      status: 403,
    };
  }
  const answer: Refusable = {
    values,
    errors: {},
    notice: { kind: 'refused', text: say(refusalLabels[code]) },
    ...(code !== 'work' && { refusedWith: refusalStatuses[code] }),
  };
  if (code === 'work') {
    answer.challenge = challengeFor(saidIn(draft), now, key());
    answer.proof = readerModules().proof;
  }
  if (code === 'too-many') answer.status = 429;
  return answer;
}

async function appealed(form: FormData, say: Say): Promise<Refusable> {
  const device = await deviceHere();
  const email = textOf(form, 'email').trim().toLowerCase();
  const signals = signalsFrom((await headers()).get('x-forwarded-for'), key(), { device, email });
  const outcome = await appealBan(getDb(), { words: textOf(form, 'appeal'), signals });
  if (outcome.ok) return { ...told('done', say('talk.appealDone')), values: kept(form) };

  const { code } = outcome;
  const isFault = code === 'empty' || code === 'too-long';
  const label = {
    empty: 'talk.appealEmpty',
    'too-long': 'talk.tooLong',
    'not-banned': 'talk.notBanned',
    appealed: 'talk.appealed',
  } as const;
  const text = say(label[code], { max: MAX_APPEAL });
  const answer: Refusable = {
    values: kept(form),
    errors: {},
    notice: { kind: 'refused', text },
    refusedWith: 422,
  };
  return isFault ? { ...answer, errors: { appeal: text }, mayAppeal: true } : answer;
}
