import { expect, test } from 'vitest';
import type { QueueComment } from '../queue-comment';
import {
  initialQueueState,
  needsOlderRows,
  type QueueAction,
  type QueueState,
  queueReducer,
} from './queue-state';

const row = (id: number, version = 1) => ({ id, version, name: `নাম ${id}` }) as QueueComment;

function list(...ids: number[]): QueueState {
  return initialQueueState({
    rows: ids.map((id) => row(id)),
    currentId: null,
    answeringId: null,
    counts: {},
    olderBefore: '',
    lookOn: '',
    newestAt: '',
    messages: [],
  });
}
const after = (state: QueueState, ...actions: QueueAction[]) => actions.reduce(queueReducer, state);
const ids = (state: QueueState) => state.rows.map(({ id }) => id);

test('a decided comment leaves the list, and the next one becomes current', () => {
  const state = after(list(1, 2, 3), { type: 'move', by: 1 }, { type: 'remove', token: 'a', ids: [2] });
  expect(ids(state)).toEqual([1, 3]);
  expect(state.currentId).toBe(3);
});

test('after the last comment the one before it becomes current; an empty list has none', () => {
  const last = after(list(1, 2), { type: 'go-to', id: 2 }, { type: 'remove', token: 'a', ids: [2] });
  expect(last.currentId).toBe(1);
  expect(after(last, { type: 'remove', token: 'b', ids: [1] }).currentId).toBeNull();
});

test('ticked comments leave together; the current one stays if it is not among them', () => {
  const state = after(
    list(1, 2, 3, 4),
    { type: 'toggle', id: 2 },
    { type: 'toggle', id: 3 },
    { type: 'remove', token: 'a', ids: [2, 3] },
  );
  expect(ids(state)).toEqual([1, 4]);
  expect(state.currentId).toBe(1);
  expect(state.selected.size).toBe(0);
});

test('an undone decision puts the comments back in their place, with their new versions', () => {
  const state = after(
    list(1, 2, 3),
    { type: 'remove', token: 'a', ids: [1, 3] },
    {
      type: 'decision-settled',
      token: 'a',
      batch: 'B',
      settled: [
        { id: 1, version: 2 },
        { id: 3, version: 2 },
      ],
      late: [],
      messages: [],
    },
    {
      type: 'decision-undone',
      batch: 'B',
      settled: [
        { id: 1, version: 3 },
        { id: 3, version: 3 },
      ],
      messages: [],
    },
  );
  expect(ids(state)).toEqual([1, 2, 3]);
  expect(state.rows.map(({ version }) => version)).toEqual([3, 1, 3]);
  expect(state.currentId).toBe(1);
  expect(state.undoStack).toEqual([]);
});

test('a comment that somebody else decided first does not come back with the undo', () => {
  const state = after(
    list(1, 2),
    { type: 'remove', token: 'a', ids: [1, 2] },
    {
      type: 'decision-settled',
      token: 'a',
      batch: 'B',
      settled: [{ id: 2, version: 2 }],
      late: [1],
      messages: [],
    },
    { type: 'decision-undone', batch: 'B', settled: [{ id: 2, version: 3 }], messages: [] },
  );
  expect(ids(state)).toEqual([2]);
});

test('a decision that did not arrive puts its comments back', () => {
  const state = after(
    list(1, 2, 3),
    { type: 'remove', token: 'a', ids: [2] },
    { type: 'decision-failed', token: 'a', text: 'না' },
  );
  expect(ids(state)).toEqual([1, 2, 3]);
  expect(state.messages).toEqual([{ kind: 'refused', text: 'না' }]);
});

test('new comments join the list only when asked for', () => {
  const offered = after(list(1), { type: 'arrive', rows: [row(3), row(2)], newestAt: 'x' });
  expect(ids(offered)).toEqual([1]);
  expect(offered.arrived).toHaveLength(2);
  const taken = queueReducer(offered, { type: 'show-arrived' });
  expect(ids(taken)).toEqual([3, 2, 1]);
  expect(taken.arrived).toEqual([]);
});

test('a next page that overlaps adds nothing twice', () => {
  const state = after(list(3, 2), { type: 'append', rows: [row(2), row(1)], olderBefore: '', lookOn: '' });
  expect(ids(state)).toEqual([3, 2, 1]);
});

test('a comment that the answer does not name goes back into the list', () => {
  const state = after(
    list(1, 2, 3),
    { type: 'remove', token: 'a', ids: [1, 2] },
    {
      type: 'decision-settled',
      token: 'a',
      batch: 'B',
      settled: [{ id: 2, version: 2 }],
      late: [],
      messages: [],
    },
  );
  expect(ids(state)).toEqual([1, 3]);
});

test('an undo of a decision made before the page was opened offers to reload the list', () => {
  const messages = [{ kind: 'done' as const, text: '১টি' }];
  const state = after(list(1), {
    type: 'decision-undone',
    batch: 'X',
    settled: [{ id: 9, version: 3 }],
    messages,
  });
  expect(ids(state)).toEqual([1]);
  expect(state.messages).toEqual([{ kind: 'done', text: '১টি', reload: true }]);
});

test('when the list was emptied before the next page came, its first comment becomes current', () => {
  const state = after(
    list(1),
    { type: 'remove', token: 'a', ids: [1] },
    { type: 'append', rows: [row(2), row(3)], olderBefore: '', lookOn: '' },
  );
  expect(state.currentId).toBe(2);
});

test('the next page is fetched near the end of the list, and when the current comment is gone', () => {
  const long = { ...list(...Array.from({ length: 50 }, (_, at) => at + 1)), olderBefore: 'x' };
  expect(needsOlderRows(long)).toBe(false);
  expect(needsOlderRows(after(long, { type: 'go-to', id: 21 }))).toBe(true);
  expect(needsOlderRows({ ...long, currentId: null })).toBe(true);
  expect(needsOlderRows({ ...long, currentId: null, olderBefore: '' })).toBe(false);
});

test('the answer form is open for one comment at a time', () => {
  const state = after(list(1, 2), { type: 'open-answer', id: 1 }, { type: 'open-answer', id: 2 });
  expect(state.answeringId).toBe(2);
  expect(after(state, { type: 'close-answer' }).answeringId).toBeNull();
});
