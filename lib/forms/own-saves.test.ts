import { expect, test } from 'vitest';
import { OwnSaves } from './own-saves';

const saved = (basedOn: string) =>
  ({ values: {}, errors: {}, notice: { kind: 'done', text: '' }, basedOn }) as const;

test('a second and a third press on the page from before are based on what the press before has saved', () => {
  const own = new OwnSaves();
  expect(own.basisOf('1')).toBe('1');
  own.answered('1', saved('2'));
  expect(own.basisOf('1')).toBe('2');
  own.answered('2', saved('3'));
  expect(own.basisOf('1')).toBe('3');
  expect(own.basisOf('2')).toBe('3');
});

test('a page that was read anew, with another’s change in it, is based on that', () => {
  const own = new OwnSaves();
  own.answered('1', saved('2'));
  expect(own.basisOf('3')).toBe('3');
});

test.each([
  ['another’s change', { ...saved('7'), notice: { kind: 'refused', text: 'অন্য কেউ বদলেছেন' } } as const],
  ['a fault at a field', { ...saved('7'), errors: { name: 'নাম লিখুন' } }],
  [
    'an answer that names no version',
    { values: {}, errors: {}, notice: { kind: 'done', text: '' } } as const,
  ],
])('%s is no save of one’s own', (_, answer) => {
  const own = new OwnSaves();
  own.answered('1', answer);
  expect(own.basisOf('1')).toBe('1');
});

test('a name that is its own version may be changed back', () => {
  const own = new OwnSaves();
  own.answered('বগুড়া', saved('বগুরা'));
  own.answered('বগুরা', saved('বগুড়া'));
  expect(own.basisOf('বগুড়া')).toBe('বগুড়া');
  expect(own.basisOf('বগুরা')).toBe('বগুড়া');
});

test('after a refusal what the form shows is what counts, though another has put back what stood there before', () => {
  const own = new OwnSaves();
  own.answered('item:1,item:2', saved('item:2,item:1'));
  own.answered('item:2,item:1', {
    values: {},
    errors: {},
    notice: { kind: 'refused', text: 'অন্য কেউ সাজিয়েছেন' },
  });
  expect(own.basisOf('item:1,item:2')).toBe('item:1,item:2');
});
