'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { Drag, type DraggedItem, type DropTarget, draggableAt, dropTargetAt } from './drag';

type OnDrop = (item: DraggedItem, target: DropTarget) => void;

/**
 * Drag and drop by pointer events, which works for mouse, touch and pen; the browser's own does not. Draggable elements
 * carry `data-carry="story:12"` or `"place:top 0"`. A mouse drags them from anywhere, a finger by the grip alone, so that
 * the page still scrolls. Places are marked by `data-place`, the list by `data-out`. Escape cancels the drag.
 */
export function useDrag(board: RefObject<HTMLElement | null>, handlers: { onDrop: OnDrop }): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });

  useEffect(() => {
    const root = board.current;
    if (!root) return;
    const dragging = new DragListener((item, target) => latest.current.onDrop(item, target));
    dragging.listen(root);
    return () => dragging.stop();
  }, [board]);
}

class DragListener {
  #drag: Drag | null = null;
  /** A drag that ends on a button must not press it. */
  #swallowsClick = false;
  #listeners = new AbortController();

  constructor(private readonly onDrop: OnDrop) {}

  listen(root: HTMLElement): void {
    const { signal } = this.#listeners;
    const first = { signal, capture: true };
    root.addEventListener('pointerdown', (event) => this.#start(event), { signal });
    window.addEventListener('pointermove', (event) => this.#drag?.move(event), { signal });
    window.addEventListener('pointerup', (event) => this.#drop(event), { signal });
    window.addEventListener('click', (event) => this.#onClick(event), first);
    window.addEventListener('pointercancel', () => this.#end(), { signal });
    window.addEventListener('blur', () => this.#end(), { signal });
    window.addEventListener('keydown', (event) => this.#onKey(event), first);
  }

  stop(): void {
    this.#end();
    this.#listeners.abort();
  }

  #start(event: PointerEvent): void {
    this.#end();
    this.#swallowsClick = false;
    const found = draggableAt(event);
    if (found) this.#drag = new Drag(found.element, found.item, event);
  }

  #drop(event: PointerEvent): void {
    if (!this.#drag || this.#drag.pointer !== event.pointerId) return;
    const { item, isDragging } = this.#drag;
    const target = isDragging ? dropTargetAt(event.clientX, event.clientY, item) : null;
    this.#swallowsClick = isDragging;
    this.#end();
    if (target) this.onDrop(item, target);
  }

  #end(): void {
    this.#drag?.end();
    this.#drag = null;
  }

  #onClick(event: MouseEvent): void {
    if (!this.#swallowsClick) return;
    this.#swallowsClick = false;
    event.preventDefault();
    event.stopPropagation();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#drag?.isDragging) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end();
  }
}
