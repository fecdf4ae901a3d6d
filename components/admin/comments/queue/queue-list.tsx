import type { Dispatch, MouseEvent, ReactNode, RefObject } from 'react';
import { useCallback } from 'react';
import { CommentRow } from '../comment-row';
import type { QueueLabels } from '../queue-labels';
import type { QueueAction, QueueState } from './queue-state';

interface QueueListProps {
  list: RefObject<HTMLOListElement | null>;
  state: QueueState;
  dispatch: Dispatch<QueueAction>;
  address: string;
  /** Shown when the list is empty and there are no older comments. */
  empty: ReactNode;
  showsKeys: boolean;
  labels: QueueLabels;
}

/** The comments of the queue. */
export function QueueList({ list, state, dispatch, address, empty, showsKeys, labels }: QueueListProps) {
  const toggle = useCallback((id: number) => dispatch({ type: 'toggle', id }), [dispatch]);
  if (state.rows.length === 0) {
    return (
      <p className="note" tabIndex={-1}>
        {state.olderBefore === '' ? empty : labels.loadingMore}
      </p>
    );
  }
  return (
    <ol
      className="q [&>li]:py-[0.8rem] [&>li]:px-3 [&>li]:gap-[0.6rem] [&>li]:border-b [&>li]:border-b-rule [&>li]:grid [&>li]:grid-cols-[1.75rem_minmax(0,1fr)] [&>li:first-child]:border-t [&>li:first-child]:border-t-rule-strong [&>li.is-sel]:bg-info-wash [&>li.is-here]:[box-shadow:inset_3px_0_0_var(--color-accent)] [&>li.is-here]:bg-wash [&>li.is-here.is-sel]:bg-info-wash"
      ref={list}
      onFocus={(event) => {
        // A mouse button that is pressed focuses too: nothing may move before it is released.
        if (!event.target.matches(':focus-visible')) return;
        const id = commentIdAt(event.target);
        if (id && id !== state.currentId) dispatch({ type: 'go-to', id });
      }}
    >
      {state.rows.map((comment) => (
        <CommentRow
          key={comment.id}
          comment={comment}
          isHere={comment.id === state.currentId}
          isSelected={state.selected.has(comment.id)}
          showsKeys={showsKeys}
          contextHref={`${address}&c=${comment.id}#context`}
          answerHref={`${address}&answer=${comment.id}#answer`}
          onToggle={toggle}
          labels={labels}
        />
      ))}
    </ol>
  );
}

/** A click makes its comment the current one; on an answer link it opens the answer form in place. */
export function handleQueueClick(event: MouseEvent, dispatch: Dispatch<QueueAction>): void {
  const target = event.target as HTMLElement;
  const id = commentIdAt(target);
  if (!id || event.metaKey || event.ctrlKey) return;
  dispatch({ type: 'go-to', id });
  if (target.closest<HTMLElement>('[data-do]')?.dataset.do !== 'answer') return;
  event.preventDefault();
  dispatch({ type: 'open-answer', id });
}

function commentIdAt(target: Element): number {
  return Number(target.closest<HTMLElement>('[data-comment]')?.dataset.comment);
}
