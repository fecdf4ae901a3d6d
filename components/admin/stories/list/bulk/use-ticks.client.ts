'use client';

import { useRouter } from 'next/navigation';
import { type MouseEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { BulkState } from '@/lib/forms/bulk-state';
import { tickRange } from './tick-range';
import { useListKeys } from './use-list-keys';

/** The boxes of the list: how many are ticked, and ticking by range, by key and all at once. */
export function useTicks(form: RefObject<HTMLFormElement | null>, state: BulkState) {
  const [count, setCount] = useState(0);
  const [isHydrated, setHydrated] = useState(false);
  const lastTicked = useRef(-1);
  const router = useRouter();

  const boxes = useCallback(
    () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name=chosen]') ?? [])],
    [form],
  );
  const recount = useCallback(() => setCount(boxes().filter(({ checked }) => checked).length), [boxes]);

  useEffect(() => {
    setHydrated(true);
    // A browser that comes back to the page brings its ticks along.
    recount();
  }, [recount]);
  useEffect(() => {
    if (state.notice?.kind !== 'done') return;
    for (const box of boxes()) box.checked = false;
    recount();
    router.refresh();
  }, [state, router, boxes, recount]);
  useListKeys(form, { boxes, lastTicked, onTick: recount });

  function onClick(event: MouseEvent<HTMLFormElement>) {
    if (!(event.target instanceof HTMLInputElement) || event.target.name !== 'chosen') return;
    const all = boxes();
    const at = all.indexOf(event.target);
    if (event.shiftKey && lastTicked.current >= 0) tickRange(all, lastTicked.current, at);
    lastTicked.current = at;
    recount();
  }

  function tickAll(isTicked: boolean) {
    for (const box of boxes()) box.checked = isTicked;
    recount();
  }

  return { count, total: isHydrated ? boxes().length : 0, isHydrated, tickAll, onClick };
}
