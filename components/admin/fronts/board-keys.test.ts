import { expect, test } from 'vitest';
import type { Board } from '@/lib/forms/front-form-state';
import { boardKey, placeDescription, unpinCommand } from './board-keys';

const slot = (place: string, isPinned = false) => ({
  place,
  name: 'স্লট',
  story: { headline: `খবর ${place}` },
  isPinned,
});
const board = {
  arrangement: '{"now":1}',
  zones: [
    { id: 'top', name: 'শীর্ষ', slots: [slot('top 0', true), slot('top 1')] },
    { id: 'sports', name: 'খেলা', slots: [slot('sports 0')] },
  ],
} as unknown as Board;
const held = (place: string) => ({ place, arrangementBefore: '{"before":1}' });

test.each([' ', 'Enter'])('%j holds a slot, and lets it go', (key) => {
  expect(boardKey(key, 'top 1', board, null)).toEqual({
    held: { place: 'top 1', arrangementBefore: board.arrangement },
  });
  expect(boardKey(key, 'top 1', board, held('top 1'))).toEqual({ held: null });
});

test('arrows move the held slot in reading order, across zones', () => {
  expect(boardKey('ArrowDown', 'top 1', board, held('top 1'))).toEqual({
    held: held('sports 0'),
    command: 'swap top 1 sports 0',
  });
  expect(boardKey('ArrowUp', 'top 1', board, held('top 1'))?.command).toBe('swap top 1 top 0');
});

test('at an end of the board an arrow sends nothing, and the slot stays held', () => {
  expect(boardKey('ArrowUp', 'top 0', board, held('top 0'))).toEqual({ held: held('top 0') });
});

test('arrows and Escape mean nothing on a slot that is not held', () => {
  for (const key of ['ArrowUp', 'ArrowDown', 'Escape', 'a']) {
    expect(boardKey(key, 'top 1', board, null)).toBeNull();
    expect(boardKey(key, 'top 1', board, held('top 0'))).toBeNull();
  }
});

test('Escape restores the arrangement from before, and drops what waits to be sent', () => {
  expect(boardKey('Escape', 'top 1', board, held('top 1'))).toEqual({
    held: null,
    command: 'back',
    arrangement: '{"before":1}',
    dropsQueue: true,
  });
});

test('Delete unpins a pinned story, and only lets go of any other', () => {
  expect(boardKey('Delete', 'top 0', board, null)).toEqual({ held: null, command: 'unpin top 0' });
  expect(boardKey('Delete', 'top 1', board, held('top 1'))).toEqual({ held: null });
  expect(unpinCommand(board, 'nowhere 9')).toBeUndefined();
});

test('a place is described by its story, zone and slot', () => {
  expect(placeDescription(board, 'sports 0')).toBe('খবর sports 0. খেলা: স্লট.');
  expect(placeDescription(board, 'nowhere 9')).toBe('');
});
