'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** What is carried: a story of the list, or what stands in a place. */
export interface Load {
  kind: 'story' | 'place';
  what: string;
}

/** Where it is let go: a place of the board, or the list, which is off the front. */
export type Target = { kind: 'place'; place: string } | { kind: 'out' };

interface Hooks {
  onDrop(load: Load, target: Target): void;
}

/** A hand that only clicks moves a little too. */
const BEGINS_AFTER_PX = 6;
const EDGE_PX = 70;
const SCROLL_PX = 14;

/**
 * Carrying by pointer: mouse, finger and pen alike, which the browser's own drag and drop is not. What can be carried
 * says so by `data-carry="story:12"` or `"place:top 0"`; a mouse takes it anywhere, a finger by its grip alone, so
 * that the page still scrolls. Places are found by `data-place`, the list by `data-out`. Escape lets go of nothing.
 */
export function useDrag(board: RefObject<HTMLElement | null>, hooks: Hooks): void {
  const now = useRef(hooks);
  useEffect(() => {
    now.current = hooks;
  });

  useEffect(() => {
    const root = board.current;
    if (!root) return;
    const over = new AbortController();
    const { signal } = over;
    let drag: Drag | null = null;
    let clickToSwallow = false;
    const end = () => {
      drag?.end();
      drag = null;
    };

    root.addEventListener(
      'pointerdown',
      (event) => {
        end();
        clickToSwallow = false;
        const load = loadAt(event);
        if (load) drag = new Drag(load.element, load.load, event);
      },
      { signal },
    );
    window.addEventListener('pointermove', (event) => drag?.move(event), { signal });
    window.addEventListener(
      'pointerup',
      (event) => {
        if (!drag || drag.pointer !== event.pointerId) return;
        const { load, isCarried } = drag;
        const target = isCarried ? targetAt(event.clientX, event.clientY, load) : null;
        clickToSwallow = isCarried;
        end();
        if (target) now.current.onDrop(load, target);
      },
      { signal },
    );
    // What was carried and let go on a button has not pressed it.
    window.addEventListener(
      'click',
      (event) => {
        if (!clickToSwallow) return;
        clickToSwallow = false;
        event.preventDefault();
        event.stopPropagation();
      },
      { signal, capture: true },
    );
    window.addEventListener('pointercancel', end, { signal });
    window.addEventListener('blur', end, { signal });
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !drag?.isCarried) return;
        event.preventDefault();
        event.stopPropagation();
        end();
      },
      { signal, capture: true },
    );
    return () => {
      end();
      over.abort();
    };
  }, [board]);
}

class Drag {
  isCarried = false;
  readonly pointer: number;
  #ghost: HTMLElement | null = null;
  #marked: Element | null = null;
  #at: { x: number; y: number };
  #scrolling = 0;

  constructor(
    private readonly element: HTMLElement,
    readonly load: Load,
    private readonly begun: PointerEvent,
  ) {
    this.pointer = begun.pointerId;
    this.#at = { x: begun.clientX, y: begun.clientY };
  }

  move(event: PointerEvent): void {
    if (event.pointerId !== this.pointer) return;
    this.#at = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(event.clientX - this.begun.clientX, event.clientY - this.begun.clientY);
    if (!this.isCarried && far < BEGINS_AFTER_PX) return;
    if (!this.isCarried) this.#begin();
    this.#show();
  }

  end(): void {
    cancelAnimationFrame(this.#scrolling);
    this.#ghost?.remove();
    this.#mark(null);
    this.element.classList.remove('is-carried');
    document.body.classList.remove('is-carrying', 'is-carrying--place');
  }

  #begin(): void {
    this.isCarried = true;
    document.getSelection()?.removeAllRanges();
    document.body.classList.add('is-carrying');
    if (this.load.kind === 'place') document.body.classList.add('is-carrying--place');
    this.element.classList.add('is-carried');
    const ghost = document.createElement('div');
    ghost.className = 'carried';
    ghost.setAttribute('aria-hidden', 'true');
    ghost.textContent = this.element.querySelector('h3')?.textContent ?? '';
    document.body.append(ghost);
    this.#ghost = ghost;
    this.#scroll();
  }

  #show(): void {
    const { x, y } = this.#at;
    if (this.#ghost) {
      // To the other side of the pointer where it would hang out of the window.
      const width = this.#ghost.offsetWidth + 12;
      const left = x + width > window.innerWidth ? Math.max(0, x - width) : x + 12;
      this.#ghost.style.transform = `translate(${left}px, ${y + 12}px)`;
    }
    const target = targetAt(x, y, this.load);
    this.#mark(
      target === null
        ? null
        : document.querySelector(target.kind === 'out' ? '[data-out]' : `[data-place="${target.place}"]`),
    );
  }

  #mark(element: Element | null): void {
    if (this.#marked === element) return;
    this.#marked?.classList.remove('is-over');
    element?.classList.add('is-over');
    this.#marked = element;
  }

  /** At the edges of the window what is below or above comes in. */
  #scroll(): void {
    const { y } = this.#at;
    const by = y < EDGE_PX ? -SCROLL_PX : y > window.innerHeight - EDGE_PX ? SCROLL_PX : 0;
    if (by !== 0) {
      window.scrollBy(0, by);
      this.#show();
    }
    this.#scrolling = requestAnimationFrame(() => this.#scroll());
  }
}

function loadAt(event: PointerEvent): { element: HTMLElement; load: Load } | null {
  if (!(event.target instanceof Element) || event.button !== 0 || !event.isPrimary) return null;
  const grip = event.target.closest('[data-grip]');
  const isAnythingElse = event.target.closest('button, a, input, select, textarea, summary, label, details');
  if (!grip && (event.pointerType !== 'mouse' || isAnythingElse)) return null;
  const element = event.target.closest<HTMLElement>('[data-carry]');
  const [, kind, what] = /^(story|place):(.+)$/.exec(element?.dataset.carry ?? '') ?? [];
  return element && what ? { element, load: { kind: kind as Load['kind'], what } } : null;
}

function targetAt(x: number, y: number, load: Load): Target | null {
  const under = document.elementFromPoint(x, y);
  const place = under?.closest<HTMLElement>('[data-place]')?.dataset.place;
  if (place) return load.kind === 'place' && load.what === place ? null : { kind: 'place', place };
  return load.kind === 'place' && under?.closest('[data-out]') ? { kind: 'out' } : null;
}
