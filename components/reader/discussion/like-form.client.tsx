'use client';

import { useActionState } from 'react';
import type { CommentFormState, SubmitComment } from '@/lib/comments/posting/comment-form-state';
import { untouched } from '@/lib/forms/form-state';
import { CacheTags } from '../cache-tags';

interface LikeFormProps {
  storyId: number;
  /** The page's own address. */
  here: string;
  action: SubmitComment;
}

/** The one form that all buttons under comments belong to: a form for each would double the page. */
export function LikeForm({ storyId, here, action }: LikeFormProps) {
  const [state, submit] = useActionState<CommentFormState, FormData>(action, untouched, here);
  const { notice, status } = state;
  return (
    <form id="like" action={submit} data-talk="">
      <input type="hidden" name="storyId" value={storyId} />
      <input type="hidden" name="here" value={here} />
      {status && <CacheTags tags={[]} status={status} />}
      {notice && (
        <p className="meta" role="alert" data-answer={notice.kind}>
          {notice.text}
        </p>
      )}
    </form>
  );
}
