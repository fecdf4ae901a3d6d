import { expect, test } from 'vitest';
import type { QueueComment } from '@/components/admin/comments/queue-comment';
import { initialQueueState, type QueueState } from '../queue-state';
import type { KeyCommand } from './key-command';
import { keyEffect } from './key-effect';

function queue(rows: Partial<QueueComment>[], more: Partial<QueueState> = {}): QueueState {
  const initial = initialQueueState({
    rows: rows.map((row, at) => ({ id: at + 1, version: 3, state: 'held', ...row }) as QueueComment),
    currentId: null,
    answeringId: null,
    counts: {},
    olderBefore: '',
    lookOn: '',
    newestAt: '',
    messages: [],
  });
  return { ...initial, ...more };
}
const effect = (command: KeyCommand, row: Partial<QueueComment>, staysListed = false) =>
  keyEffect(command, queue([row]), staysListed);

test('A approves what is held, and a visible comment only while it is reported', () => {
  const approve = { type: 'submit', entries: [['approve', '1:3']] };
  expect(effect('approve', { state: 'held' })).toEqual(approve);
  expect(effect('approve', { state: 'visible' })).toBeNull();
  expect(effect('approve', { state: 'visible', isReported: true })).toEqual(approve);
});

test('S marks as spam once', () => {
  expect(effect('spam', { state: 'held' })).toEqual({ type: 'submit', entries: [['spam', '1:3']] });
  expect(effect('spam', { state: 'spam' })).toBeNull();
});

test('nothing is decided on a withdrawn comment, nor in a list that keeps what is decided', () => {
  expect(effect('spam', { state: 'withdrawn' })).toBeNull();
  expect(effect('hide', { state: 'withdrawn' })).toBeNull();
  expect(effect('spam', { state: 'held' }, true)).toBeNull();
  expect(effect('hide', { state: 'held' }, true)).toBeNull();
});

test('R opens the reasons of the current comment', () => {
  expect(effect('hide', { state: 'held' })).toEqual({ type: 'open-reasons', id: 1 });
});

test('with Shift the ticked comments are decided, in the order of the list', () => {
  const state = queue([{}, {}, {}], { selected: new Set([3, 1]) });
  expect(keyEffect('approveAll', state, false)).toEqual({
    type: 'submit',
    entries: [
      ['chosen', '1:3'],
      ['chosen', '3:3'],
      ['approveChosen', '1'],
    ],
  });
  expect(keyEffect('spamAll', queue([{}]), false)).toBeNull();
  expect(keyEffect('spamAll', state, true)).toBeNull();
});

test('T answers what is held or visible', () => {
  expect(effect('answer', { state: 'visible' })).toEqual({ type: 'open-answer', id: 1 });
  expect(effect('answer', { state: 'hidden' })).toBeNull();
});

test('P picks a visible comment, and takes the pick back', () => {
  expect(effect('pick', { state: 'visible', isPicked: false })).toMatchObject({ entries: [['pick', '1:3']] });
  expect(effect('pick', { state: 'visible', isPicked: true })).toMatchObject({
    entries: [['unpick', '1:3']],
  });
  expect(effect('pick', { state: 'held' })).toBeNull();
});

test('Z undoes the latest decision of this page, else the last one known to the server', () => {
  const undoStack = [
    { token: 'a', batch: 'A' },
    { token: 'b', batch: 'B' },
  ];
  expect(keyEffect('undo', queue([{}], { undoStack }), false)).toEqual({ type: 'undo', batch: 'B' });
  expect(keyEffect('undo', queue([{}]), false)).toEqual({ type: 'undo', batch: 'last' });
});

test('in an empty list only undo, the ban form, the bulk reason and the key map have an effect', () => {
  const commands = ['select', 'approve', 'spam', 'hide', 'approveAll', 'answer', 'pick'] as const;
  for (const command of commands) expect(keyEffect(command, queue([]), false)).toBeNull();
  expect(keyEffect('map', queue([]), false)).toEqual({ type: 'show-key-map' });
});
