'use client';

import { type Dispatch, type RefObject, useEffect, useRef } from 'react';
import type { QueueComment } from '../queue-comment';
import { needsOlderRows, type QueueAction, type QueueState } from './queue-state';

/** The JSON that `/admin/comments/queue` answers. */
export interface QueuePart {
  comments: QueueComment[];
  counts: Record<string, string>;
  olderBefore?: string;
  lookOn?: string;
  newestAt?: string;
}

const POLL_MS = 15_000;

interface QueueFetchingOptions {
  address: string;
  state: QueueState;
  latest: RefObject<QueueState>;
  dispatch: Dispatch<QueueAction>;
  wantsFocus: RefObject<boolean>;
}

/** Fetches the next page before the moderator reaches the end of the list, and polls for new comments. */
export function useQueueFetching({
  address,
  state,
  latest,
  dispatch,
  wantsFocus,
}: QueueFetchingOptions): void {
  const fetching = useRef('');
  const needsOlder = needsOlderRows(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a failure the next change of the list tries again
  useEffect(() => {
    const before = state.olderBefore;
    if (!needsOlder || fetching.current === before) return;
    fetching.current = before;
    fetchPart(address, { before }).then(
      (part) => {
        // A moderator who emptied the list before the answer came goes on at the first new comment.
        wantsFocus.current ||= latest.current.currentId === null;
        dispatch({
          type: 'append',
          rows: part.comments,
          olderBefore: part.olderBefore ?? '',
          lookOn: part.lookOn ?? '',
        });
        dispatch({ type: 'set-counts', counts: part.counts });
      },
      () => {
        fetching.current = '';
      },
    );
  }, [address, needsOlder, state.currentId, state.rows, state.olderBefore]);

  useEffect(() => {
    const poll = () => {
      if (document.hidden) return;
      fetchPart(address, { since: latest.current.newestAt }).then(
        (part) => {
          dispatch({ type: 'set-counts', counts: part.counts });
          if (part.comments.length > 0)
            dispatch({
              type: 'arrive',
              rows: part.comments,
              newestAt: part.newestAt ?? latest.current.newestAt,
            });
        },
        () => undefined,
      );
    };
    const timer = setInterval(poll, POLL_MS);
    document.addEventListener('visibilitychange', poll);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', poll);
    };
  }, [address, latest, dispatch]);
}

async function fetchPart(address: string, cursor: Record<string, string>): Promise<QueuePart> {
  const query = new URLSearchParams(address.split('?')[1]);
  for (const [name, value] of Object.entries(cursor)) query.set(name, value);
  const answer = await fetch(`/admin/comments/queue?${query}`, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`the queue answers ${answer.status}`);
  return (await answer.json()) as QueuePart;
}
