import { expect, test } from 'vitest';
import { labelsIn } from '@/lib/site/labels';
import { auditChanges, auditSentence, subjectKindName } from './audit-sentences';

const how = {
  say: labelsIn('bn'),
  names: new Map([
    ['staff:3', 'মিতু'],
    ['section:sports', 'খেলা'],
    ['story:7', 'সেতুর টোল'],
  ]),
};

test.each([
  ['a field', { headline: 'ক' }, { headline: 'খ' }, ['শিরোনাম', 'ক', 'খ']],
  ['what was not there', {}, { kicker: 'খ' }, ['শোল্ডার', '', 'খ']],
  ['what is gone', { pictureId: 1234 }, { pictureId: null }, ['প্রধান ছবি', '১,২৩৪', '']],
  ['a state', { state: 'filed' }, { state: 'published' }, ['অবস্থা', 'ডেস্কে আছে', 'প্রকাশিত']],
  ['a section', { section: 'sports' }, { section: 'moon' }, ['বিভাগ', 'খেলা', 'moon']],
  ['a member', { assigneeId: null }, { assigneeId: 3 }, ['যাঁর হাতে', '', 'মিতু']],
  ['names', { topics: ['ক'] }, { topics: ['ক', 'খ'] }, ['বিষয়', 'ক', 'ক, খ']],
  ['stories', null, { stories: [7, 8] }, ['খবর', '', 'সেতুর টোল, ৮']],
  ['comments', { comments: 'open' }, { comments: 'closed' }, ['মন্তব্য', 'মন্তব্য খোলা', 'মন্তব্য বন্ধ']],
  [
    'a moment',
    { dueAt: null },
    { dueAt: '2026-11-24T06:00:00.000Z' },
    ['ডেডলাইন', '', '২৪ নভেম্বর ২০২৬, দুপুর ১২:০০'],
  ],
  [
    'a body',
    { body: { characters: 5, sha256: 'a'.repeat(64) } },
    { body: { characters: 1200, sha256: 'b'.repeat(64) } },
    ['মূল লেখা', '৫ অক্ষরের লেখা', '১,২০০ অক্ষরের লেখা'],
  ],
  ['a file', { sha256: 'abcdef0123' }, {}, ['ফাইল', 'ফাইল abcdef01', '']],
  ['yes and no', { isKey: false }, { isKey: true }, ['মূল ঘটনা', 'না', 'হ্যাঁ']],
  ['a comment’s state', { state: 'held' }, { state: 'visible' }, ['অবস্থা', 'অপেক্ষায়', 'অনুমোদিত']],
  [
    'why it waits',
    {},
    { heldBecause: ['first-comment', 'many-links'] },
    ['যে কারণে অপেক্ষায়', '', 'প্রথম মন্তব্য, একাধিক লিংক'],
  ],
  ['what nobody has named', {}, { oddPart: 'x' }, ['oddPart', '', 'x']],
  ['a value alone', 'revised2019', 'academy1987', ['', 'revised2019', 'academy1987']],
  ['a thing of parts', {}, { target: { kind: 'x', state: 'draft' } }, ['যেখানে যায়', '', 'প্রকার: x; অবস্থা: খসড়া']],
])('%s is told in words', (_, before, after, [what, was, is]) => {
  expect(auditChanges(before, after, how)).toEqual([{ what, before: was, after: is }]);
});

test('what is the same is not told, and what is long is cut', () => {
  expect(auditChanges({ name: 'ক', role: 'editor' }, { name: 'ক', role: 'editor' }, how)).toEqual([]);
  expect(auditChanges(null, undefined, how)).toEqual([]);
  const [long] = auditChanges({}, { words: 'ক'.repeat(500) }, how);
  expect(long?.after.length).toBeLessThan(200);
});

test('a verb and a kind that nobody has given words stand as they are', () => {
  expect(auditSentence('publish-story', how.say)).toBe('খবর প্রকাশ করা হয়েছে');
  expect(auditSentence('paint-fence', how.say)).toBe('paint-fence');
  expect([subjectKindName('story', how.say), subjectKindName('fence', how.say)]).toEqual(['খবর', 'fence']);
});
