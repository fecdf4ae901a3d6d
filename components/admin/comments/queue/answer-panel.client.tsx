'use client';

import type { Dispatch, RefObject } from 'react';
import { randomId } from '@/components/ui/random-id';
import { fillPlaceholder } from '../fill-placeholder';
import type { QueueComment } from '../queue-comment';
import type { QueueLabels } from '../queue-labels';
import type { FormAction } from '../writer-forms.client';
import { CommentAnswer } from './comment-answer.client';
import type { QueueAction } from './queue-state';

interface AnswerPanelProps {
  comment: QueueComment | undefined;
  address: string;
  action: FormAction;
  dispatch: Dispatch<QueueAction>;
  wantsFocus: RefObject<boolean>;
  onEscape: () => void;
  labels: QueueLabels;
}

/** The form in which the newsroom answers the comment, while it is open. */
export function AnswerPanel({
  comment,
  address,
  action,
  dispatch,
  wantsFocus,
  onEscape,
  labels,
}: AnswerPanelProps) {
  if (!comment) return null;
  const close = () => {
    wantsFocus.current = true;
    dispatch({ type: 'close-answer' });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape returns to the list, as the buttons do
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        // The form stays open with its text; the list gets the keys again.
        onEscape();
      }}
    >
      <CommentAnswer
        key={comment.id}
        comment={comment}
        address={address}
        action={action}
        labels={{
          title: labels.answerTitle,
          about: fillPlaceholder(labels.about, comment.name),
          hint: labels.answerHint,
          send: comment.state === 'visible' ? labels.sendAnswer : labels.approveAndAnswer,
          cancel: labels.cancel,
        }}
        onDone={(text) => {
          if (comment.state !== 'visible') dispatch({ type: 'remove', token: randomId(), ids: [comment.id] });
          dispatch({ type: 'show-messages', messages: [{ kind: 'done', text }] });
          close();
        }}
        onCancel={close}
      />
    </div>
  );
}
