'use client';

import { useActionState } from 'react';
import type { CommentFormState, SubmitComment } from '@/lib/comments/posting/comment-form-state';
import { untouched } from '@/lib/forms/form-state';
import { type LabelSet, labelsIn } from '@/lib/site/labels';
import { PageNote } from '../page-note';

interface Props {
  storyId: number;
  /** The page's own address. */
  here: string;
  action: SubmitComment;
  labelSet: LabelSet;
}

/** The one form that all buttons under comments belong to: a form for each would double the page. */
export function LikeForm({ storyId, here, action, labelSet }: Props) {
  const say = labelsIn(labelSet);
  const [state, submit] = useActionState<CommentFormState, FormData>(action, untouched, here);
  const { notice, liked, status } = state;
  return (
    <form id="like" action={submit} data-talk="">
      <input type="hidden" name="storyId" value={storyId} />
      {status && <PageNote tags={[]} status={status} />}
      {notice && (
        <p
          className="meta"
          role={notice.kind === 'done' ? 'status' : 'alert'}
          data-answer={notice.kind}
          data-liked={liked?.isOn ? '' : undefined}
        >
          {notice.text} {liked && <a href={`#c${liked.id}`}>{say('talk.toComment')}</a>}
        </p>
      )}
    </form>
  );
}
