import { expect, test } from 'vitest';
import {
  emptyNameField,
  type NameFieldAction,
  nameFieldReducer,
  visibleSuggestions,
} from './name-field-state';

const after = (...actions: NameFieldAction[]) => actions.reduce(nameFieldReducer, emptyNameField);

test('the text of the plain field becomes names; the unfinished one goes on being typed', () => {
  expect(after({ type: 'start', line: 'ক্রিকেট, ঢাকা', hasFocus: false })).toMatchObject({
    names: ['ক্রিকেট', 'ঢাকা'],
    text: '',
  });
  expect(after({ type: 'start', line: 'ক্রিকেট, ঢা', hasFocus: true })).toMatchObject({
    names: ['ক্রিকেট'],
    text: 'ঢা',
  });
  expect(after({ type: 'start', line: 'ক্রিকেট, ', hasFocus: true }).text).toBe('');
});

test('names are added once each, whichever comma separates them', () => {
  const state = after({ type: 'add', text: 'ঢাকা، ক্রিকেট; ঢাকা' }, { type: 'add', text: ' ক্রিকেট ' });
  expect(state.names).toEqual(['ঢাকা', 'ক্রিকেট']);
});

test('adding a name ends its suggestions', () => {
  const state = after(
    { type: 'type', text: 'ঢা' },
    { type: 'suggest', suggestions: ['ঢাকা'] },
    { type: 'add', text: 'ঢাকা' },
  );
  expect(state).toEqual({ ...emptyNameField, names: ['ঢাকা'] });
});

test('the highlight moves through the shown suggestions and wraps around', () => {
  const suggested = after({ type: 'suggest', suggestions: ['ক', 'খ', 'গ'] });
  const move = (state: typeof suggested, by: 1 | -1) =>
    nameFieldReducer(state, { type: 'move-highlight', by });
  expect(move(suggested, 1).highlighted).toBe(0);
  expect(move(suggested, -1).highlighted).toBe(2);
  expect(move(move(move(move(suggested, 1), 1), 1), 1).highlighted).toBe(0);
  expect(move(emptyNameField, 1).highlighted).toBe(-1);
});

test('typing ends the highlight, and chosen names are not suggested again', () => {
  const state = after(
    { type: 'add', text: 'ক' },
    { type: 'suggest', suggestions: ['ক', 'খ'] },
    { type: 'move-highlight', by: 1 },
    { type: 'type', text: 'খ' },
  );
  expect(state.highlighted).toBe(-1);
  expect(visibleSuggestions(state)).toEqual(['খ']);
});
