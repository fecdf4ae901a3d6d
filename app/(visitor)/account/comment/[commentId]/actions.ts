'use server';

import { headers } from 'next/headers';
import { deviceHere } from '@/app/device';
import { getDb } from '@/db/client';
import { MAX_BODY } from '@/lib/comments/comment-limits';
import { type EditRefusal, editComment } from '@/lib/comments/own/edit-comment';
import { readWithdrawToken } from '@/lib/comments/own/own-comment';
import { type WithdrawRefusal, withdrawComment } from '@/lib/comments/own/withdraw-comment';
import { signalsFrom } from '@/lib/comments/posting/signals';
import { env } from '@/lib/env';
import type { FormState } from '@/lib/forms/form-state';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import type { LabelKey } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

const editRefusals: Record<EditRefusal, LabelKey> = {
  'not-yours': 'talk.own.notYours',
  'too-late': 'talk.own.tooLate',
  banned: 'talk.own.taken',
  gone: 'comments.storyGone',
  'said-before': 'talk.own.duplicate',
  'needs-moderator': 'talk.own.needsModerator',
  empty: 'form.commentRequired',
  'too-long': 'form.commentTooLong',
};

const withdrawRefusals: Record<WithdrawRefusal, LabelKey> = {
  'not-yours': 'talk.own.notYours',
  gone: 'talk.own.taken',
};

/** New words for one's own comment, while that is allowed. */
export async function saveOwnComment(_: FormState, form: FormData): Promise<FormState> {
  const { say } = await readSite();
  const signals = await signalsHere();
  const commentId = idIn(textOf(form, 'commentId')) ?? 0;
  const outcome = await editComment(getDb(), { commentId, body: textOf(form, 'body'), signals });
  if (outcome.ok) {
    const text = say(outcome.value.isVisible ? 'talk.own.saved' : 'talk.own.savedHeld');
    return { values: fieldsIn(form), errors: {}, notice: { kind: 'done', text } };
  }
  const text = say(editRefusals[outcome.code], { max: MAX_BODY });
  const errors = outcome.field ? { [outcome.field]: text } : {};
  return { values: fieldsIn(form), errors, notice: { kind: 'refused', text } };
}

/** Takes one's own comment back: from the device that wrote it, or by the mailed link's token. */
export async function takeBack(_: FormState, form: FormData): Promise<FormState> {
  const { say } = await readSite();
  const link = readWithdrawToken(textOf(form, 'token'), env().AUTH_SECRET ?? '');
  const { device = '' } = await signalsHere();
  const owner = link ? { tokenVersion: link.tokenVersion } : { device };
  const commentId = link?.commentId ?? idIn(textOf(form, 'commentId')) ?? 0;
  const outcome = await withdrawComment(getDb(), { commentId, owner });
  const text = say(outcome.ok ? 'talk.own.withdrawn' : withdrawRefusals[outcome.code]);
  return { values: {}, errors: {}, notice: { kind: outcome.ok ? 'done' : 'refused', text } };
}

async function signalsHere() {
  const forwarded = (await headers()).get('x-forwarded-for');
  return signalsFrom(forwarded, env().AUTH_SECRET ?? '', { device: await deviceHere() });
}
