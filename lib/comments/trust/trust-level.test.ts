import { expect, test } from 'vitest';
import { trustOf } from './trust-level';
import { type JudgedComment, recordOf } from './writer-record';

const DAY = 86_400_000;
const now = new Date('2026-11-24T06:00:00Z');
const daysAgo = (count: number) => new Date(now.getTime() - count * DAY);

const comment = (wishes: Partial<JudgedComment> = {}): JudgedComment => ({
  ...{ device: 'd1', state: 'visible', createdAt: daysAgo(2), isApproved: true },
  ...{ removedAt: null, removedFor: '', openReports: 0, ...wishes },
});
const removed = (ago: number, removedFor = 'off-topic', state = 'hidden') =>
  comment({ state, removedAt: daysAgo(ago), removedFor, isApproved: false });
const five = [9, 8, 7, 3, 2].map((ago) => comment({ createdAt: daysAgo(ago) }));
const levelOf = (rows: JudgedComment[]) => trustOf(recordOf(rows, { device: 'd1', proven: [] }, now), now);

test.each([
  ['nothing', [], 'new'],
  ['one approved', [comment()], 'known'],
  [
    'one shown an hour ago, approved by nobody',
    [comment({ isApproved: false, createdAt: daysAgo(0.04) })],
    'new',
  ],
  [
    'one shown a day ago, approved by nobody',
    [comment({ isApproved: false, createdAt: daysAgo(1) })],
    'known',
  ],
  ['five over nine days', five, 'trusted'],
  ['five on one day', Array.from({ length: 5 }, () => comment({ createdAt: daysAgo(9) })), 'known'],
  ['five within three days', [3, 3, 2, 2, 1].map((ago) => comment({ createdAt: daysAgo(ago) })), 'known'],
  ['one removed a week ago', [...five, removed(7)], 'known'],
  ['one removed two months ago', [...five, removed(60)], 'trusted'],
  ['one removed for abuse two months ago', [...five, removed(60, 'abuse')], 'new'],
  ['one spam two months ago', [...five, removed(60, '', 'spam')], 'new'],
  ['one removed for abuse a year ago', [...five, removed(365, 'abuse')], 'trusted'],
  ['as many removed as approved', [comment(), removed(200)], 'new'],
  ['two open reports', [...five.slice(1), comment({ createdAt: daysAgo(9), openReports: 2 })], 'known'],
  ['only the comments of other devices', five.map((row) => ({ ...row, device: 'd2' })), 'new'],
])('%s: %s', (_, rows, level) => {
  expect(levelOf(rows).level).toBe(level);
});

test('the reasons are what a moderator reads', () => {
  expect(levelOf(five).reasons).toEqual([{ code: 'approved', count: 5, days: 9 }]);
  expect(levelOf([]).reasons).toEqual([{ code: 'none' }]);
  expect(levelOf([...five, removed(7)]).reasons).toEqual([
    { code: 'approved', count: 5, days: 9 },
    { code: 'removed', count: 1 },
    { code: 'removed-lately' },
  ]);
});

test('a proven device has what the address earned before, and not what strangers wrote since', () => {
  const proven = [{ device: 'd2', provenAt: daysAgo(1) }];
  const imported = comment({ device: '', createdAt: daysAgo(100) });
  const strange = [removed(0.5, 'abuse'), removed(0.4, 'abuse')].map((row) => ({
    ...row,
    device: 'd9',
    createdAt: daysAgo(0.6),
  }));
  const record = recordOf([...five, imported, ...strange], { device: 'd2', proven }, now);
  expect(record).toMatchObject({ approved: 6, removed: 0, isProven: true });
  expect(recordOf([...five, imported], { device: 'd3', proven }, now)).toMatchObject({ approved: 0 });
  expect(recordOf([imported], { device: '', proven: [] }, now)).toMatchObject({ approved: 0 });
});
