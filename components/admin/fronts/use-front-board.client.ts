'use client';

import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { usePreservedInput } from '@/components/ui/use-preserved-input.client';
import type { Board, FrontFormState } from '@/lib/forms/front-form-state';
import { boardKey, type HeldSlot, unpinCommand } from './board-keys';
import { useDrag } from './use-drag';
import { useQueuedSubmit } from './use-queued-submit.client';

interface FrontBoardOptions {
  board: Board;
  action: (state: FrontFormState, form: FormData) => Promise<FrontFormState>;
}

/** The board as last answered, the held slot, and the commands that keys, fields and drags send. */
export function useFrontBoard({ action, board: initialBoard }: FrontBoardOptions) {
  // A failed request keeps the board of the last answer, with the places that the fields are named by.
  const [state, send, isSending] = useRetrySafeForm(action, { values: {}, errors: {} }, ({ board }) =>
    board ? { board } : {},
  );
  const board = state.board ?? initialBoard;
  const form = useRef<HTMLFormElement>(null);
  usePreservedInput(form, isSending);
  const [held, setHeld] = useState<HeldSlot | null>(null);
  const submit = useQueuedSubmit({ form, state, send, isSending });

  function onHandleKey(event: KeyboardEvent, place: string): void {
    // While an answer is under way the focus has not followed yet: keys mean the held slot.
    const result = boardKey(event.key, held && isSending ? held.place : place, board, held);
    if (!result) return;
    event.preventDefault();
    if (result.dropsQueue) submit.dropQueue();
    if (result.command) submit.run(result.command, result.arrangement);
    setHeld(result.held);
  }

  /** Saves a field of the board when it is left with another value. */
  function onBlur({ target, relatedTarget }: FocusEvent<HTMLFormElement>): void {
    // A button that is pressed next sends the whole form anyway.
    if (relatedTarget instanceof HTMLButtonElement) return;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (!isField || !target.closest('[data-kept]')) return;
    const savedValue =
      target instanceof HTMLInputElement
        ? target.defaultValue
        : [...target.options].find(({ defaultSelected }) => defaultSelected)?.value;
    if (target.value !== savedValue) submit.run('save');
  }

  useDrag(form, {
    onDrop(item, target) {
      setHeld(null);
      const command =
        target.kind === 'out'
          ? unpinCommand(board, item.id)
          : `${item.kind === 'place' ? 'swap' : 'put'} ${item.id} ${target.place}`;
      if (command) submit.run(command);
    },
  });

  return { board, state, form, send, submit, held, onBlur, onHandleKey };
}
