'use client';

import { type Dispatch, type RefObject, startTransition, useCallback, useRef } from 'react';
import { randomId } from '@/components/ui/random-id';
import { untouched } from '@/lib/forms/form-state';
import type { ModerationState } from '@/lib/forms/moderation-state';
import { changedActions, decidedIds, settledAction, undoneAction } from './queue-request';
import { nextUndoBatch, type QueueAction, type QueueState } from './queue-state';

export type ModerateAction = (state: ModerationState, form: FormData) => Promise<ModerationState>;

interface QueueRequestsOptions {
  moderate: ModerateAction;
  /** The address of the list, without a cursor. */
  address: string;
  /** The message for a request that was not answered. */
  notSent: string;
  /** The state of the latest render. */
  latest: RefObject<QueueState>;
  dispatch: Dispatch<QueueAction>;
  /** Set before a change after which the current comment gets the focus. */
  wantsFocus: RefObject<boolean>;
}

export interface QueueRequests {
  /** Sends what a button or key of the queue's form asks for. */
  submit: (data: FormData) => void;
  undo: (batch: string) => void;
}

/** Sends decisions to the server without waiting for the answer: the list changes at once. */
export function useQueueRequests(options: QueueRequestsOptions): QueueRequests {
  const { latest, dispatch } = options;
  const send = useSequentialSend(options);
  const undo = useUndo(options, send);
  const decide = useDecide(options, send);
  const change = useChange(options, send);

  const submit = useCallback(
    (data: FormData) => {
      dispatch({ type: 'show-form-notice', isShown: false });
      const batch = data.get('undo');
      if (typeof batch === 'string') return undo(batch === 'last' ? nextUndoBatch(latest.current) : batch);
      const ids = decidedIds(data);
      if (ids.length > 0) return decide(data, ids);
      change(data);
    },
    [change, decide, dispatch, latest, undo],
  );

  return { submit, undo };
}

type Send = ReturnType<typeof useSequentialSend>;

function useUndo({ notSent, dispatch, wantsFocus }: QueueRequestsOptions, send: Send) {
  return useCallback(
    (batch: string) => {
      const data = new FormData();
      data.set('undo', batch);
      send(
        data,
        (answer) => {
          wantsFocus.current = true;
          dispatch(undoneAction(answer));
        },
        () => dispatch({ type: 'show-messages', messages: [{ kind: 'refused', text: notSent }] }),
      );
    },
    [send, notSent, dispatch, wantsFocus],
  );
}

/** Out of the list at once, and back into it if the decision does not arrive. */
function useDecide({ notSent, dispatch, wantsFocus }: QueueRequestsOptions, send: Send) {
  return useCallback(
    (data: FormData, ids: readonly number[]) => {
      const token = randomId();
      const fail = (text: string) => {
        wantsFocus.current = true;
        dispatch({ type: 'decision-failed', token, text });
      };
      wantsFocus.current = true;
      dispatch({ type: 'remove', token, ids });
      dispatch({ type: 'close-answer' });
      send(
        data,
        (answer) => {
          const action = settledAction(token, answer);
          if (action) dispatch(action);
          else fail(answer.notice?.text ?? notSent);
        },
        () => fail(notSent),
      );
    },
    [send, notSent, dispatch, wantsFocus],
  );
}

/** A pick, or a discussion that is closed or opened: the comment stays in the list. */
function useChange({ address, notSent, latest, dispatch }: QueueRequestsOptions, send: Send) {
  return useCallback(
    (data: FormData) =>
      send(
        data,
        (answer) => {
          for (const action of changedActions(answer, data.has('pick'))) dispatch(action);
          if (data.has('discussion') && answer.notice?.kind === 'done')
            location.assign(`${address}&c=${latest.current.currentId}`);
        },
        () => dispatch({ type: 'show-messages', messages: [{ kind: 'refused', text: notSent }] }),
      ),
    [send, address, notSent, latest, dispatch],
  );
}

/** Requests are sent one after the other, in the order of the keys. */
function useSequentialSend({ moderate, address, dispatch }: QueueRequestsOptions) {
  const previous = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    (data: FormData, onAnswer: (answer: ModerationState) => void, onFailure: () => void) => {
      data.set('inPlace', '1');
      data.set('back', address);
      previous.current = previous.current
        .then(() => moderate(untouched as ModerationState, data))
        .then((answer) => {
          startTransition(() => {
            if (answer.counts) dispatch({ type: 'set-counts', counts: answer.counts });
            onAnswer(answer);
          });
        })
        .catch(() => startTransition(onFailure));
    },
    [address, moderate, dispatch],
  );
}
