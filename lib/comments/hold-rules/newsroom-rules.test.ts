import { expect, test } from 'vitest';
import { hoursIn, type NewsroomRule, rulesVerdict } from './newsroom-rules';

const noonInDhaka = new Date('2026-11-24T06:00:00Z');
const context = { sectionId: 1, isFirst: false, at: noonInDhaka };

const aRule = (wishes: Partial<NewsroomRule>): NewsroomRule => ({
  id: 1,
  kind: 'words',
  name: 'গালি',
  pattern: 'দালাল\nচোর',
  effect: 'hold',
  sectionId: null,
  isOn: true,
  ...wishes,
});
const says = (body: string, name = 'রহিম') => ({ name, body });

test('a word of the list is found with its ending, and named', () => {
  expect(rulesVerdict([aRule({})], says('সব দালালদের কাজ'), context)).toEqual({
    effect: 'hold',
    matched: [{ ruleId: 1, kind: 'words', name: 'গালি', words: ['দালাল'] }],
  });
});

test('a word in the name counts as one in the text', () => {
  expect(rulesVerdict([aRule({})], says('ভালো লেগেছে', 'চোর'), context)).toMatchObject({ effect: 'hold' });
});

test.each([
  ['another word', {}, 'চোরাবালি থেকে সাবধান'],
  ['a rule that is off', { isOn: false }, 'দালাল'],
  ['another section', { sectionId: 2 }, 'দালাল'],
  ['a list of nothing but a remark', { pattern: '# দালাল\n\n' }, 'দালাল'],
])('nothing is found: %s', (_, wishes, body) => {
  expect(rulesVerdict([aRule(wishes)], says(body), context)).toEqual({ effect: 'none', matched: [] });
});

test('the gravest effect counts, whatever the order', () => {
  const [hold, hide] = [aRule({ id: 1 }), aRule({ id: 2, effect: 'hide', pattern: 'চোর' })];
  const body = says('চোর আর দালাল');
  expect(rulesVerdict([hold, hide], body, context).effect).toBe('hide');
  expect(rulesVerdict([hide, hold], body, context).effect).toBe('hide');
  expect(rulesVerdict([hide, hold], body, context).matched).toHaveLength(2);
});

test.each([
  ['0', 'দেখুন https://a.example', 'hold'],
  ['1', 'দেখুন https://a.example', 'none'],
  ['1', 'দেখুন https://a.example ও www.b.example', 'hold'],
  ['0', 'দেখুন taka-ay.xyz/join', 'hold'],
  ['0', 'লিখুন rahim@mail.com', 'none'],
  ['0', 'আজ.কাল.পরশু', 'none'],
])('%s links allowed, %j: %s', (pattern, body, effect) => {
  expect(rulesVerdict([aRule({ kind: 'links', pattern })], says(body), context).effect).toBe(effect);
});

test('first-timers are met by their own rule', () => {
  const rule = aRule({ kind: 'first-timers', pattern: '' });
  expect(rulesVerdict([rule], says('ভালো'), { ...context, isFirst: true }).effect).toBe('hold');
  expect(rulesVerdict([rule], says('ভালো'), context).effect).toBe('none');
});

test.each([
  ['23-6', '2026-11-24T17:00:00Z', true],
  ['23-6', '2026-11-24T16:59:59Z', false],
  ['23-6', '2026-11-24T23:59:59Z', true],
  ['23-6', '2026-11-25T00:00:00Z', false],
  ['9-17', '2026-11-24T03:00:00Z', true],
  ['9-17', '2026-11-24T11:00:00Z', false],
  ['0-24', '2026-11-24T11:00:00Z', true],
  ['never', '2026-11-24T11:00:00Z', false],
])('quiet hours %s at %s: %s', (pattern, at, isQuiet) => {
  const rule = aRule({ kind: 'quiet-hours', pattern });
  const { effect } = rulesVerdict([rule], says('ভালো'), { ...context, at: new Date(at) });
  expect(effect).toBe(isQuiet ? 'hold' : 'none');
});

test.each(['', '6', '25-3', '6-6', '6–9', '৬-৯'])('%j is no span of hours', (pattern) => {
  expect(hoursIn(pattern)).toBeNull();
});
