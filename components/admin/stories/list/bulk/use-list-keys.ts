import { type RefObject, useLayoutEffect } from 'react';
import { areDeskKeysOff, isTypedInto } from '@/components/admin/desk/keyboard-setting';
import { latinLetterOf } from '@/components/admin/desk/latin-letter';
import { tickRange } from './tick-range';

interface Ticking {
  boxes: () => HTMLInputElement[];
  /** Which box was ticked last: from there shift ticks up to the one at hand. */
  lastTicked: RefObject<number>;
  onTick: () => void;
}

/** J and K lead down and up the rows, X ticks the one at hand, shift and X all up to it. */
export function useListKeys(
  form: RefObject<HTMLFormElement | null>,
  { boxes, lastTicked, onTick }: Ticking,
): void {
  // Before the list is painted: a key pressed the moment it is seen is heard.
  useLayoutEffect(() => {
    const rows = () => [...(form.current?.querySelectorAll<HTMLElement>('tbody tr') ?? [])];
    const here = () => {
      const now = document.activeElement;
      // Safari gives a box that is clicked no focus: who has ticked one is at its row all the same.
      return now === document.body ? lastTicked.current : rows().findIndex((row) => row.contains(now));
    };
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTypedInto(event.target) || areDeskKeysOff()) return;
      const at = here();
      const key = latinLetterOf(event);
      if (key === 'j' || key === 'k') {
        const next = at < 0 ? 0 : at + (key === 'j' ? 1 : -1);
        const link = rows()[next]?.querySelector<HTMLElement>('.h a');
        if (!link) return;
        event.preventDefault();
        link.focus();
      } else if (key === 'x' && at >= 0) {
        const all = boxes();
        const box = all[at];
        if (!box) return;
        event.preventDefault();
        box.checked = event.shiftKey ? true : !box.checked;
        if (event.shiftKey && lastTicked.current >= 0) tickRange(all, lastTicked.current, at);
        lastTicked.current = at;
        onTick();
      }
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [form, boxes, lastTicked, onTick]);
}
