'use client';

import { type FormEvent, type RefObject, useDeferredValue, useLayoutEffect, useReducer, useRef } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { untouched } from '@/lib/forms/form-state';
import type { ModerationState } from '@/lib/forms/moderation-state';
import type { CommentDeskProps } from './comment-desk-props';
import { useKeyboardShortcuts } from './keys/key-map.client';
import { useQueueKeys } from './keys/use-queue-keys.client';
import { isIncompleteBulk } from './queue-request';
import { initialQueueState, queueReducer } from './queue-state';
import { useQueueFetching } from './use-queue-fetching.client';
import { useQueueRequests } from './use-queue-requests.client';

/** The state of the queue, and what its form, keys and requests do to it. */
export function useCommentDesk(props: CommentDeskProps) {
  const { labels, address, moderate } = props;
  // A list of every state keeps what is decided in it: there the page is loaded again after each decision.
  const staysListed = props.tab === 'all' || props.tab === 'withdrawn';
  const [state, dispatch] = useReducer(queueReducer, props, initialQueueState);
  const [formState, sendForm] = useRetrySafeForm<ModerationState>(moderate, untouched);
  const shortcuts = useKeyboardShortcuts();
  const form = useRef<HTMLFormElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const latest = useRef(state);
  latest.current = state;
  const wantsFocus = useRef(false);
  const requests = useQueueRequests({
    moderate,
    address,
    notSent: labels.notSent,
    latest,
    dispatch,
    wantsFocus,
  });
  const current = state.rows.find(({ id }) => id === state.currentId);
  // The list answers a key first, the context follows.
  const contextComment = useDeferredValue(current);
  useFocusOnCurrent({ form, list, currentId: state.currentId, wantsFocus });
  useQueueFetching({ address, state, latest, dispatch, wantsFocus });
  const keys = useQueueKeys({ shortcuts, state, staysListed, form, list, wantsFocus, dispatch, requests });

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const data = new FormData(event.currentTarget, submitter);
    if (staysListed || isIncompleteBulk(submitter?.getAttribute('name'), data)) {
      dispatch({ type: 'show-form-notice', isShown: true });
      return;
    }
    event.preventDefault();
    requests.submit(data);
  }

  const messages = formState.notice && state.showsFormNotice ? [formState.notice] : state.messages;
  return {
    ...{ state, dispatch, form, list, shortcuts, requests, wantsFocus },
    ...{ contextComment, messages, sendForm, onSubmit, ...keys },
  };
}

interface FocusOnCurrentOptions {
  form: RefObject<HTMLFormElement | null>;
  list: RefObject<HTMLOListElement | null>;
  currentId: number | null;
  wantsFocus: RefObject<boolean>;
}

/**
 * A layout effect: a passive effect that still waits from the commit before would run first, move to the comment that is
 * about to leave, and take the focus with it.
 */
function useFocusOnCurrent({ form, list, currentId, wantsFocus }: FocusOnCurrentOptions): void {
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    if (currentId === null) return form.current?.querySelector<HTMLElement>('p.note')?.focus();
    const row = list.current?.querySelector<HTMLElement>(`[data-comment="${currentId}"] article`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  });
}
