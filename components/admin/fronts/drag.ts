/** A story of the list, or the story in a place. */
export interface DraggedItem {
  kind: 'story' | 'place';
  /** The story's id, or the place. */
  id: string;
}

/** A place of the board, or the list of stories, which is off the front. */
export type DropTarget = { kind: 'place'; place: string } | { kind: 'out' };

/** A click moves the pointer a little too. */
const DRAG_THRESHOLD_PX = 6;
const EDGE_PX = 70;
const SCROLL_PX = 14;

/** One drag, from the press of the pointer: the element follows once the pointer has moved far enough. */
export class Drag {
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

/** The draggable element that is pressed; null where a press starts no drag. */
export function draggableAt(event: PointerEvent): { element: HTMLElement; item: DraggedItem } | null {
  if (!(event.target instanceof Element) || event.button !== 0 || !event.isPrimary) return null;
  const grip = event.target.closest('[data-grip]');
  const isControl = event.target.closest('button, a, input, select, textarea, summary, label, details');
  if (!grip && (event.pointerType !== 'mouse' || isControl)) return null;
  const element = event.target.closest<HTMLElement>('[data-carry]');
  const [, kind, id] = /^(story|place):(.+)$/.exec(element?.dataset.carry ?? '') ?? [];
  return element && id ? { element, item: { kind: kind as DraggedItem['kind'], id } } : null;
}

/** Where an item would land; null where it cannot. */
export function dropTargetAt(x: number, y: number, item: DraggedItem): DropTarget | null {
  const under = document.elementFromPoint(x, y);
  const place = under?.closest<HTMLElement>('[data-place]')?.dataset.place;
  if (place) return item.kind === 'place' && item.id === place ? null : { kind: 'place', place };
  return item.kind === 'place' && under?.closest('[data-out]') ? { kind: 'out' } : null;
}
