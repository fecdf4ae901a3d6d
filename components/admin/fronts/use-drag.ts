'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** A story of the list, or the story in a place. */
export interface DraggedItem {
  kind: 'story' | 'place';
  /** The story's id, or the place. */
  id: string;
}

/** A place of the board, or the list of stories, which is off the front. */
export type DropTarget = { kind: 'place'; place: string } | { kind: 'out' };

interface DragHandlers {
  onDrop(item: DraggedItem, target: DropTarget): void;
}

/** A click moves the pointer a little too. */
const DRAG_THRESHOLD_PX = 6;
const EDGE_PX = 70;
const SCROLL_PX = 14;

/**
 * Drag and drop by pointer events, which works for mouse, touch and pen; the browser's own does not. Draggable elements
 * carry `data-carry="story:12"` or `"place:top 0"`. A mouse drags them from anywhere, a finger by the grip alone, so that
 * the page still scrolls. Places are marked by `data-place`, the list by `data-out`. Escape cancels the drag.
 */
export function useDrag(board: RefObject<HTMLElement | null>, handlers: DragHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });

  useEffect(() => {
    const root = board.current;
    if (!root) return;
    const listeners = new AbortController();
    const { signal } = listeners;
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
        const found = draggableAt(event);
        if (found) drag = new Drag(found.element, found.item, event);
      },
      { signal },
    );
    window.addEventListener('pointermove', (event) => drag?.move(event), { signal });
    window.addEventListener(
      'pointerup',
      (event) => {
        if (!drag || drag.pointer !== event.pointerId) return;
        const { item, isDragging } = drag;
        const target = isDragging ? dropTargetAt(event.clientX, event.clientY, item) : null;
        clickToSwallow = isDragging;
        end();
        if (target) latest.current.onDrop(item, target);
      },
      { signal },
    );
    // A drag that ends on a button must not press it.
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
        if (event.key !== 'Escape' || !drag?.isDragging) return;
        event.preventDefault();
        event.stopPropagation();
        end();
      },
      { signal, capture: true },
    );
    return () => {
      end();
      listeners.abort();
    };
  }, [board]);
}

class Drag {
  isDragging = false;
  readonly pointer: number;
  #ghost: HTMLElement | null = null;
  #highlighted: Element | null = null;
  #at: { x: number; y: number };
  #scrolling = 0;

  constructor(
    private readonly element: HTMLElement,
    readonly item: DraggedItem,
    private readonly start: PointerEvent,
  ) {
    this.pointer = start.pointerId;
    this.#at = { x: start.clientX, y: start.clientY };
  }

  move(event: PointerEvent): void {
    if (event.pointerId !== this.pointer) return;
    this.#at = { x: event.clientX, y: event.clientY };
    const distance = Math.hypot(event.clientX - this.start.clientX, event.clientY - this.start.clientY);
    if (!this.isDragging && distance < DRAG_THRESHOLD_PX) return;
    if (!this.isDragging) this.#begin();
    this.#update();
  }

  end(): void {
    cancelAnimationFrame(this.#scrolling);
    this.#ghost?.remove();
    this.#highlight(null);
    this.element.classList.remove('is-carried');
    document.body.classList.remove('is-carrying', 'is-carrying--place');
  }

  #begin(): void {
    this.isDragging = true;
    document.getSelection()?.removeAllRanges();
    document.body.classList.add('is-carrying');
    if (this.item.kind === 'place') document.body.classList.add('is-carrying--place');
    this.element.classList.add('is-carried');
    const ghost = document.createElement('div');
    ghost.className = 'carried';
    ghost.setAttribute('aria-hidden', 'true');
    ghost.textContent = this.element.querySelector('h3')?.textContent ?? '';
    document.body.append(ghost);
    this.#ghost = ghost;
    this.#scroll();
  }

  #update(): void {
    const { x, y } = this.#at;
    if (this.#ghost) {
      // On the other side of the pointer where it would leave the window.
      const width = this.#ghost.offsetWidth + 12;
      const left = x + width > window.innerWidth ? Math.max(0, x - width) : x + 12;
      this.#ghost.style.transform = `translate(${left}px, ${y + 12}px)`;
    }
    const target = dropTargetAt(x, y, this.item);
    this.#highlight(
      target === null
        ? null
        : document.querySelector(target.kind === 'out' ? '[data-out]' : `[data-place="${target.place}"]`),
    );
  }

  #highlight(element: Element | null): void {
    if (this.#highlighted === element) return;
    this.#highlighted?.classList.remove('is-over');
    element?.classList.add('is-over');
    this.#highlighted = element;
  }

  /** Scrolls while the pointer is near the top or bottom edge of the window. */
  #scroll(): void {
    const { y } = this.#at;
    const by = y < EDGE_PX ? -SCROLL_PX : y > window.innerHeight - EDGE_PX ? SCROLL_PX : 0;
    if (by !== 0) {
      window.scrollBy(0, by);
      this.#update();
    }
    this.#scrolling = requestAnimationFrame(() => this.#scroll());
  }
}

function draggableAt(event: PointerEvent): { element: HTMLElement; item: DraggedItem } | null {
  if (!(event.target instanceof Element) || event.button !== 0 || !event.isPrimary) return null;
  const grip = event.target.closest('[data-grip]');
  const isControl = event.target.closest('button, a, input, select, textarea, summary, label, details');
  if (!grip && (event.pointerType !== 'mouse' || isControl)) return null;
  const element = event.target.closest<HTMLElement>('[data-carry]');
  const [, kind, id] = /^(story|place):(.+)$/.exec(element?.dataset.carry ?? '') ?? [];
  return element && id ? { element, item: { kind: kind as DraggedItem['kind'], id } } : null;
}

function dropTargetAt(x: number, y: number, item: DraggedItem): DropTarget | null {
  const under = document.elementFromPoint(x, y);
  const place = under?.closest<HTMLElement>('[data-place]')?.dataset.place;
  if (place) return item.kind === 'place' && item.id === place ? null : { kind: 'place', place };
  return item.kind === 'place' && under?.closest('[data-out]') ? { kind: 'out' } : null;
}
