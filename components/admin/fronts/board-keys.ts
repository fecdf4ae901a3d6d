import type { Board } from '@/lib/forms/front-form-state';

/** A slot that is moved by the keyboard, and the arrangement that Escape restores. */
export interface HeldSlot {
  place: string;
  arrangementBefore: string;
}

/** What a key on a slot's handle does: the slot held from now on, and the command that is sent. */
export interface BoardKeyResult {
  held: HeldSlot | null;
  command?: string;
  /** Sent in place of the board's arrangement. */
  arrangement?: string;
  /** Commands that still wait to be sent are dropped. */
  dropsQueue?: boolean;
}

/** Null: the key means nothing here. `place`: the slot whose handle has the focus. */
export function boardKey(
  key: string,
  place: string,
  board: Board,
  held: HeldSlot | null,
): BoardKeyResult | null {
  const isHeld = held?.place === place;
  if (key === ' ' || key === 'Enter')
    return { held: isHeld ? null : { place, arrangementBefore: board.arrangement } };
  if (isHeld && key === 'Escape')
    return { held: null, command: 'back', arrangement: held.arrangementBefore, dropsQueue: true };
  if (key === 'Delete') return { held: null, ...commandOf(unpinCommand(board, place)) };
  if (!isHeld || (key !== 'ArrowUp' && key !== 'ArrowDown')) return null;
  const places = placesOf(board);
  const to = places[places.indexOf(place) + (key === 'ArrowUp' ? -1 : 1)];
  return to ? { held: { ...held, place: to }, command: `swap ${place} ${to}` } : { held };
}

/** The command that takes a pinned story off the front; nothing where the slot fills itself. */
export function unpinCommand(board: Board, place: string): string | undefined {
  const slot = board.zones.flatMap(({ slots }) => slots).find((each) => each.place === place);
  return slot?.isPinned ? `unpin ${place}` : undefined;
}

/** Every place of the board, in reading order. */
export function placesOf(board: Board): string[] {
  return board.zones.flatMap(({ slots }) => slots.map(({ place }) => place));
}

/** For screen readers: the story in a place, and where that is. */
export function placeDescription(board: Board, place: string): string {
  const zone = board.zones.find(({ slots }) => slots.some((slot) => slot.place === place));
  const slot = zone?.slots.find((each) => each.place === place);
  return slot?.story ? `${slot.story.headline}. ${zone?.name}: ${slot.name}.` : '';
}

function commandOf(command: string | undefined): { command?: string } {
  return command === undefined ? {} : { command };
}
