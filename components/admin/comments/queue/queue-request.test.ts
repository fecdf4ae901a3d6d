import { expect, test } from 'vitest';
import { decidedIds, isIncompleteBulk, messagesOf } from './queue-request';

function form(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test.each([
  ['a single decision', form(['approve', '7:2'], ['chosen', '8:1']), [7]],
  ['a hide with its reason', form(['hide', '7:2:abuse']), [7]],
  ['a bulk decision', form(['spamChosen', '1'], ['chosen', '7:2'], ['chosen', '8:1']), [7, 8]],
  ['a bulk hide with a reason', form(['hideChosen', '1'], ['reason', 'abuse'], ['chosen', '7:2']), [7]],
  ['a bulk hide without a reason', form(['hideChosen', '1'], ['reason', ''], ['chosen', '7:2']), []],
  ['ticks without a decision', form(['chosen', '7:2']), []],
  ['a target that is no number', form(['approve', 'x']), []],
])('%s decides the expected comments', (_, data, ids) => {
  expect(decidedIds(data)).toEqual(ids);
});

test('a bulk button is incomplete without ticks or a reason; other buttons never are', () => {
  expect(isIncompleteBulk('approveChosen', form(['approveChosen', '1']))).toBe(true);
  expect(isIncompleteBulk('approveChosen', form(['approveChosen', '1'], ['chosen', '7:2']))).toBe(false);
  expect(isIncompleteBulk('pick', form(['pick', '7:2']))).toBe(false);
  expect(isIncompleteBulk(null, form())).toBe(false);
});

test('an answer names first what others decided, then its own notice, with an undo where asked', () => {
  const answer = {
    values: {},
    errors: {},
    batch: 'B',
    late: [{ id: 1, sentence: 'মিতু আগেই দেখেছেন' }],
    notice: { kind: 'done' as const, text: '২টি অনুমোদিত' },
  };
  const late = { kind: 'refused', text: 'মিতু আগেই দেখেছেন' };
  expect(messagesOf(answer, true)).toEqual([late, { kind: 'done', text: '২টি অনুমোদিত', batch: 'B' }]);
  expect(messagesOf(answer, false)).toEqual([late, { kind: 'done', text: '২টি অনুমোদিত' }]);
  expect(messagesOf({ values: {}, errors: {} }, true)).toEqual([]);
});
