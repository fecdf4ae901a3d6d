import { expect, test } from 'vitest';
import type { QueueComment } from '../queue-comment';
import { type QueueAction, type QueueState, queueReducer } from './queue-state';

const row = (id: number, version = 1) => ({ id, version, name: `নাম ${id}` }) as QueueComment;

function list(...ids: number[]): QueueState {
  return {
    rows: ids.map((id) => row(id)),
    here: ids[0] ?? null,
    selected: new Set(),
    counts: {},
    olderBefore: '',
    lookOn: '',
    newestAt: '',
    arrived: [],
    said: [],
    gone: {},
    strokes: [],
  };
}
const after = (state: QueueState, ...deeds: QueueAction[]) => deeds.reduce(queueReducer, state);
const ids = (state: QueueState) => state.rows.map(({ id }) => id);

test('what is decided leaves, and the next one takes its place', () => {
  const state = after(list(1, 2, 3), { do: 'move', by: 1 }, { do: 'leave', token: 'a', ids: [2] });
  expect(ids(state)).toEqual([1, 3]);
  expect(state.here).toBe(3);
});

test('behind the last one the one before it is next, and an empty list has no place', () => {
  const last = after(list(1, 2), { do: 'go', id: 2 }, { do: 'leave', token: 'a', ids: [2] });
  expect(last.here).toBe(1);
  expect(after(last, { do: 'leave', token: 'b', ids: [1] }).here).toBeNull();
});

test('ticked ones leave together; the place stays if it is not among them', () => {
  const state = after(
    list(1, 2, 3, 4),
    { do: 'toggle', id: 2 },
    { do: 'toggle', id: 3 },
    { do: 'leave', token: 'a', ids: [2, 3] },
  );
  expect(ids(state)).toEqual([1, 4]);
  expect(state.here).toBe(1);
  expect(state.selected.size).toBe(0);
});

test('an undone stroke comes back where it stood, with its new version', () => {
  const state = after(
    list(1, 2, 3),
    { do: 'leave', token: 'a', ids: [1, 3] },
    {
      do: 'settled',
      token: 'a',
      batch: 'B',
      settled: [
        { id: 1, version: 2 },
        { id: 3, version: 2 },
      ],
      late: [],
      said: [],
    },
    {
      do: 'restored',
      batch: 'B',
      settled: [
        { id: 1, version: 3 },
        { id: 3, version: 3 },
      ],
      said: [],
    },
  );
  expect(ids(state)).toEqual([1, 2, 3]);
  expect(state.rows.map(({ version }) => version)).toEqual([3, 1, 3]);
  expect(state.here).toBe(1);
  expect(state.strokes).toEqual([]);
});

test('what another has decided first does not come back with the undo', () => {
  const state = after(
    list(1, 2),
    { do: 'leave', token: 'a', ids: [1, 2] },
    { do: 'settled', token: 'a', batch: 'B', settled: [{ id: 2, version: 2 }], late: [1], said: [] },
    { do: 'restored', batch: 'B', settled: [{ id: 2, version: 3 }], said: [] },
  );
  expect(ids(state)).toEqual([2]);
});

test('what did not arrive is back in the list, as if no key had been pressed', () => {
  const state = after(
    list(1, 2, 3),
    { do: 'leave', token: 'a', ids: [2] },
    { do: 'failed', token: 'a', text: 'না' },
  );
  expect(ids(state)).toEqual([1, 2, 3]);
  expect(state.said).toEqual([{ kind: 'refused', text: 'না' }]);
});

test('new comments wait beside the list until they are asked for', () => {
  const offered = after(list(1), { do: 'offer', rows: [row(3), row(2)], newestAt: 'x' });
  expect(ids(offered)).toEqual([1]);
  expect(offered.arrived).toHaveLength(2);
  const taken = queueReducer(offered, { do: 'take' });
  expect(ids(taken)).toEqual([3, 2, 1]);
  expect(taken.arrived).toEqual([]);
});

test('a next page that overlaps adds nothing twice', () => {
  const state = after(list(3, 2), { do: 'append', rows: [row(2), row(1)], olderBefore: '', lookOn: '' });
  expect(ids(state)).toEqual([3, 2, 1]);
});

test('what the answer does not name is back in the list: nothing leaves unseen', () => {
  const state = after(
    list(1, 2, 3),
    { do: 'leave', token: 'a', ids: [1, 2] },
    { do: 'settled', token: 'a', batch: 'B', settled: [{ id: 2, version: 2 }], late: [], said: [] },
  );
  expect(ids(state)).toEqual([1, 3]);
});

test('an undo of what was decided before the page was opened offers the list anew', () => {
  const said = [{ kind: 'done' as const, text: '১টি' }];
  const state = after(list(1), { do: 'restored', batch: 'X', settled: [{ id: 9, version: 3 }], said });
  expect(ids(state)).toEqual([1]);
  expect(state.said).toEqual([{ kind: 'done', text: '১টি', reload: true }]);
});

test('whoever has emptied the list before the next page came goes on at its first comment', () => {
  const state = after(
    list(1),
    { do: 'leave', token: 'a', ids: [1] },
    { do: 'append', rows: [row(2), row(3)], olderBefore: '', lookOn: '' },
  );
  expect(state.here).toBe(2);
});
