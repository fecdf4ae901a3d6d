'use client';

import { type Dispatch, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import type { QueueAction, QueueState } from '../queue-state';
import type { QueueRequests } from '../use-queue-requests.client';
import { digitOf, type KeyCommand, keyCommand } from './key-command';
import { type KeyEffect, keyEffect } from './key-effect';
import type { KeyboardShortcuts } from './key-map.client';

interface QueueKeysOptions {
  shortcuts: KeyboardShortcuts;
  state: QueueState;
  /** Whether decided comments stay in the list. */
  staysListed: boolean;
  form: RefObject<HTMLFormElement | null>;
  list: RefObject<HTMLOListElement | null>;
  wantsFocus: RefObject<boolean>;
  dispatch: Dispatch<QueueAction>;
  requests: QueueRequests;
}

/** The queue's keyboard: `onKeyDown` for its form, and `focusCurrent`, which puts the focus on the current comment. */
export function useQueueKeys(options: QueueKeysOptions) {
  const { shortcuts, state, staysListed, list } = options;

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const target = event.target as HTMLElement;
    if (!shortcuts.areOn || isTextInput(target)) return;
    const menu = target.closest<HTMLDetailsElement>('.q__hide[open]');
    if (menu && handleReasonKey(menu, event)) return;
    const command = keyCommand(event);
    if (!command) return;
    event.preventDefault();
    const effect = keyEffect(command, state, staysListed);
    if (effect) carryOut(effect, options);
  }

  function focusCurrent(): void {
    rowIn(list.current, state.currentId ?? 0)
      ?.querySelector<HTMLElement>('article')
      ?.focus();
  }

  useKeysOutsideList((command) => {
    if (!shortcuts.areOn) return;
    if (command === 'map') shortcuts.showMap();
    else focusCurrent();
  });

  return { onKeyDown, focusCurrent };
}

function carryOut(
  effect: KeyEffect,
  { shortcuts, form, list, wantsFocus, dispatch, requests }: QueueKeysOptions,
) {
  switch (effect.type) {
    case 'move':
      wantsFocus.current = true;
      return dispatch(effect);
    case 'toggle':
    case 'open-answer':
      return dispatch(effect);
    case 'submit': {
      const data = new FormData();
      for (const [name, value] of effect.entries) data.append(name, value);
      return requests.submit(data);
    }
    case 'open-reasons':
      return openReasons(rowIn(list.current, effect.id));
    case 'focus-bulk-reason':
      return form.current?.querySelector<HTMLElement>('#reason')?.focus();
    case 'open-ban':
      return openBanForm();
    case 'undo':
      return requests.undo(effect.batch);
    case 'show-key-map':
      return shortcuts.showMap();
  }
}

/**
 * With the focus nowhere on the page, J and K lead into the list: to its current comment, not to the one after it, which
 * would skip the first. All other commands act only inside the list.
 */
function useKeysOutsideList(onCommand: (command: KeyCommand) => void): void {
  const handler = useRef(onCommand);
  handler.current = onCommand;
  useLayoutEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const command = keyCommand(event);
      if (event.target !== document.body || !command || !['next', 'previous', 'map'].includes(command))
        return;
      event.preventDefault();
      handler.current(command);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** In the open menu of reasons a digit chooses one, and Escape closes the menu. */
function handleReasonKey(menu: HTMLDetailsElement, event: KeyboardEvent<HTMLElement>): boolean {
  const reason = menu.querySelectorAll('button')[digitOf(event) - 1];
  if (reason) {
    event.preventDefault();
    menu.open = false;
    reason.click();
    return true;
  }
  if (event.key !== 'Escape') return false;
  menu.open = false;
  menu.closest('article')?.focus();
  return true;
}

function openReasons(row: HTMLElement | null): void {
  const menu = row?.querySelector<HTMLDetailsElement>('.q__hide');
  if (!menu) return;
  menu.open = true;
  menu.querySelector<HTMLElement>('button, select')?.focus();
}

function openBanForm(): void {
  const menu = document.querySelector<HTMLDetailsElement>('#ban');
  if (!menu) return;
  menu.open = true;
  menu.querySelector<HTMLElement>('input:not([type=hidden], :disabled)')?.focus();
  menu.scrollIntoView({ block: 'nearest' });
}

function rowIn(list: HTMLElement | null, id: number): HTMLElement | null {
  return list?.querySelector(`[data-comment="${id}"]`) ?? null;
}

/** Whether keys are text there, not commands. */
function isTextInput(target: HTMLElement): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
