'use client';

import { type FormEvent, type RefObject, useEffect, useLayoutEffect, useRef, useTransition } from 'react';
import type { FrontFormState } from '@/lib/forms/front-form-state';

interface QueuedSubmitOptions {
  form: RefObject<HTMLFormElement | null>;
  state: FrontFormState;
  send: (form: FormData) => void;
  isSending: boolean;
}

/**
 * Sends the board's commands one after the other: what is pressed while an answer is under way waits, and is sent with
 * the board of that answer. Also leads the focus to where the answer says.
 */
export function useQueuedSubmit({ form, state, send, isSending }: QueuedSubmitOptions) {
  const [, startTransition] = useTransition();
  /** The element that had the focus when the command was given. */
  const pressed = useRef<Element | null>(null);
  useFocusAfterAnswer(state, pressed);

  const queue = useRef<(() => void)[]>([]);
  const isUnanswered = useRef(false);
  isUnanswered.current = state.isUnanswered === true;
  useEffect(() => {
    if (isSending) return;
    // After a failure the state of the board is unknown: what waits was meant for another one.
    if (isUnanswered.current) queue.current = [];
    queue.current.shift()?.();
  }, [isSending]);

  function run(command: string, arrangement?: string): void {
    const by = document.activeElement;
    if (isSending) queue.current.push(() => runNow(command, by, arrangement));
    else runNow(command, by, arrangement);
  }

  function runNow(command: string, by: Element | null, arrangement?: string): void {
    if (!form.current) return;
    const data = new FormData(form.current);
    data.set('do', command);
    if (arrangement) data.set('arrangement', arrangement);
    pressed.current = by;
    startTransition(() => send(data));
  }

  function onSubmit(event: FormEvent): void {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!isSending) {
      pressed.current = submitter;
      return;
    }
    event.preventDefault();
    if (submitter) queue.current.push(() => submitter.isConnected && form.current?.requestSubmit(submitter));
  }

  function dropQueue(): void {
    queue.current = [];
  }

  return { run, onSubmit, dropQueue, isBusy: isSending || queue.current.length > 0 };
}

/**
 * Before the answer is painted, so that a key pressed at once acts on the expected button. A user who has moved on to
 * another button meanwhile stays there, also where the answer is a page whose script comes later.
 */
function useFocusAfterAnswer(state: FrontFormState, pressed: RefObject<Element | null>): void {
  const focusedBefore = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!state.focus) return;
    const active = document.activeElement;
    if (active !== document.body && active !== pressed.current && active !== focusedBefore.current) return;
    const slot = document.querySelector(`[data-place="${state.focus.place}"]`);
    const button = slot?.querySelector<HTMLElement>(`[data-button="${state.focus.button}"]`);
    button?.focus();
    focusedBefore.current = button ?? null;
  }, [state, pressed]);
}
