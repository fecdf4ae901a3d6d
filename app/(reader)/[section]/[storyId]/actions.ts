'use server';

import { headers } from 'next/headers';
import { getDb } from '@/db/client';
import {
  type DraftFault,
  type DraftField,
  MAX_BODY,
  MAX_NAME,
  readCommentDraft,
} from '@/lib/comments/comment-draft';
import type { CommentFormState } from '@/lib/comments/comment-form-state';
import { type PostRefusal, postComment } from '@/lib/comments/post-comment';
import { signalsFrom } from '@/lib/comments/signals';
import { env } from '@/lib/env';
import { isDiskFull } from '@/lib/forms/disk-full';
import { typedIn } from '@/lib/forms/read-form';
import { refused } from '@/lib/result';
import type { LabelKey, Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

/** Answers in place, with everything typed still there if something is wrong. The name is in readers' pages: keep it. */
export async function submitComment(_: CommentFormState, form: FormData): Promise<CommentFormState> {
  const { say } = await readSite();
  const reading = readCommentDraft(form);
  if (!reading.ok) return keptWith(form, faultsSaid(reading.faults, say), say);

  const signals = signalsFrom((await headers()).get('x-forwarded-for'), env().AUTH_SECRET ?? '');
  const outcome = await postComment(getDb(), reading.draft, signals).catch((error) => {
    // An error page would take the comment away.
    if (isDiskFull(error)) return refused('disk-full');
    throw error;
  });
  if (!outcome.ok) return refusedAs(outcome.code, form, say);

  const { id, rootId, isVisible } = outcome.value;
  return {
    values: remembered(form),
    errors: {},
    notice: { kind: 'done', text: say(isVisible ? 'comments.published' : 'comments.pending') },
    ...(isVisible && { written: { id, rootId } }),
  };
}

const faultLabels: Record<DraftField, Partial<Record<DraftFault, LabelKey>>> = {
  body: { empty: 'form.commentRequired', 'too-long': 'form.commentTooLong' },
  name: { empty: 'form.nameRequired', 'too-long': 'form.nameTooLong' },
  email: { empty: 'form.emailRequired', invalid: 'form.emailInvalid' },
  website: { invalid: 'comments.websiteInvalid' },
  storyId: {},
  parentId: {},
};

function faultsSaid(faults: Partial<Record<DraftField, DraftFault>>, say: Say): Record<string, string> {
  const said: Record<string, string> = {};
  for (const [field, fault] of Object.entries(faults) as [DraftField, DraftFault][]) {
    const label = faultLabels[field][fault];
    if (label) said[field] = say(label, { max: field === 'name' ? MAX_NAME : MAX_BODY });
  }
  return said;
}

/** A hidden field that is wrong is nobody's typing: then the page itself is too old, or made up. */
function keptWith(form: FormData, errors: Record<string, string>, say: Say): CommentFormState {
  const count = Object.keys(errors).length;
  const text = count === 0 ? say('form.expired') : say('form.errorSummary', { count });
  return { values: typedIn(form, ['subject']), errors, notice: { kind: 'refused', text } };
}

const refusalLabels: Record<PostRefusal | 'disk-full', LabelKey> = {
  'disk-full': 'keeping.commentNotKept',
  'unknown-story': 'comments.storyGone',
  retracted: 'comments.storyGone',
  closed: 'comments.closed',
  'parent-gone': 'comments.parentGone',
};

function refusedAs(code: PostRefusal | 'disk-full', form: FormData, say: Say): CommentFormState {
  const values = typedIn(form, ['subject']);
  // Sent once more, it is a comment of its own.
  if (code === 'parent-gone') values.parentId = '';
  return { values, errors: {}, notice: { kind: 'refused', text: say(refusalLabels[code]) } };
}

/** Ready for the next comment; who wrote is still known here only if they wished so. */
function remembered(form: FormData): Record<string, string> {
  const typed = typedIn(form, ['subject', 'body', 'parentId', 'storyId']);
  return typed.remember === '1' ? typed : {};
}
