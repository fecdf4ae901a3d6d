import {
  type Arrangement,
  containerFrom,
  type FrontContainer,
  frontLimits,
  inLayout,
  type Pin,
  type Source,
} from './arrangement';
import type { LayoutName } from './layouts';

/** A place on a front: a container's id and the index of its slot. */
export interface SlotPosition {
  container: string;
  slot: number;
}

/** One change to an arrangement. `displayedStory` is the story that an automatic slot shows now. */
export type ArrangementChange =
  | { kind: 'pin'; place: SlotPosition; storyId: number }
  /** Pins a story and moves the pins from there down by one slot. */
  | { kind: 'insert'; place: SlotPosition; storyId: number }
  | { kind: 'unpin'; place: SlotPosition }
  | { kind: 'swap'; from: SlotPosition; to: SlotPosition; displayedStory: number | null }
  | { kind: 'add-container'; layout: LayoutName; section: string }
  | { kind: 'remove-container' | 'container-up' | 'container-down'; container: string };

/** The arrangement after a step; null if there is no such place or the step changes nothing. */
export function rearrange(arranged: Arrangement, step: ArrangementChange): Arrangement | null {
  switch (step.kind) {
    case 'pin':
      return atPlace(arranged, step.place, (slot) => ({ ...slot, pin: pinOf(step.storyId) }));
    case 'unpin':
      return atPlace(arranged, step.place, (slot) => ({ ...slot, pin: null }));
    case 'insert':
      return insert(arranged, step.place, step.storyId);
    case 'swap':
      return swap(arranged, step);
    case 'add-container':
      return addContainer(arranged, step.layout, step.section);
    case 'remove-container': {
      const rest = arranged.containers.filter(({ id, layout }) => id !== step.container || layout === 'top');
      return rest.length === arranged.containers.length ? null : { ...arranged, containers: rest };
    }
    case 'container-up':
      return moveContainer(arranged, step.container, -1);
    case 'container-down':
      return moveContainer(arranged, step.container, 1);
  }
}

/** The place before or after this one in reading order, across containers; null at an end. */
export function neighbourOf(
  { containers }: Arrangement,
  place: SlotPosition,
  by: -1 | 1,
): SlotPosition | null {
  const places = containers.flatMap(({ id, slots }) => slots.map((_, slot) => ({ container: id, slot })));
  const at = places.findIndex(({ container, slot }) => container === place.container && slot === place.slot);
  return at < 0 ? null : (places[at + by] ?? null);
}

/** Changes the layout; the head of the home front keeps its own. */
export function withLayout(container: FrontContainer, layout: LayoutName): FrontContainer {
  return container.layout === 'top' || layout === 'top' || container.layout === layout
    ? container
    : inLayout(container, layout);
}

function pinOf(storyId: number): Pin {
  return { storyId, headline: '', until: null };
}

function slotAt({ containers }: Arrangement, { container, slot }: SlotPosition) {
  return containers.find(({ id }) => id === container)?.slots[slot];
}

type Slots = FrontContainer['slots'];

function atPlace(arranged: Arrangement, place: SlotPosition, change: (slot: Slots[number]) => Slots[number]) {
  if (!slotAt(arranged, place)) return null;
  return inContainer(arranged, place.container, (slots) =>
    slots.map((slot, index) => (index === place.slot ? change(slot) : slot)),
  );
}

function inContainer(arranged: Arrangement, id: string, change: (slots: Slots) => Slots): Arrangement {
  return {
    ...arranged,
    containers: arranged.containers.map((each) =>
      each.id === id ? { ...each, slots: change(each.slots) } : each,
    ),
  };
}

function insert(arranged: Arrangement, place: SlotPosition, storyId: number): Arrangement | null {
  if (!slotAt(arranged, place)) return null;
  // A story is pinned only once: its former slot becomes automatic.
  const without = {
    ...arranged,
    containers: arranged.containers.map((each) => ({
      ...each,
      slots: each.slots.map((slot) => (slot.pin?.storyId === storyId ? { ...slot, pin: null } : slot)),
    })),
  };
  return inContainer(without, place.container, (slots) => {
    const pins = slots.map(({ pin }) => pin);
    // Pins move down only as far as the next automatic slot.
    const gap = pins.findIndex((pin, index) => index >= place.slot && pin === null);
    pins.splice(gap < 0 ? pins.length - 1 : gap, 1);
    pins.splice(place.slot, 0, pinOf(storyId));
    return slots.map((slot, index) => ({ ...slot, pin: pins[index] ?? null }));
  });
}

function swap(arranged: Arrangement, step: Extract<ArrangementChange, { kind: 'swap' }>): Arrangement | null {
  const [from, to] = [slotAt(arranged, step.from), slotAt(arranged, step.to)];
  const moved = from?.pin ?? (step.displayedStory === null ? null : pinOf(step.displayedStory));
  if (!from || !to || !moved) return null;
  const left = atPlace(arranged, step.from, (slot) => ({ ...slot, pin: to.pin }));
  return left && atPlace(left, step.to, (slot) => ({ ...slot, pin: moved }));
}

function addContainer(arranged: Arrangement, layout: LayoutName, section: string): Arrangement | null {
  if (layout === 'top' || arranged.containers.length >= frontLimits.containers) return null;
  const from: Source = section ? `section:${section}` : 'newest';
  const base = section || 'block';
  const ids = new Set(arranged.containers.map(({ id }) => id));
  let id = base;
  for (let number = 2; ids.has(id); number += 1) id = `${base}-${number}`;
  return { ...arranged, containers: [...arranged.containers, containerFrom({ id, layout, from, section })] };
}

function moveContainer(arranged: Arrangement, id: string, by: -1 | 1): Arrangement | null {
  const at = arranged.containers.findIndex((each) => each.id === id);
  const [one, other] = [arranged.containers[at], arranged.containers[at + by]];
  // The head stays the head.
  if (!one || !other || one.layout === 'top' || other.layout === 'top') return null;
  const containers = arranged.containers.map((each) => (each === one ? other : each === other ? one : each));
  return { ...arranged, containers };
}
