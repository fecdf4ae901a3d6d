import { expect, test } from 'vitest';
import { defaultSettings } from '@/lib/site/settings';
import type { CommentDraft } from '../posting/comment-draft';
import { reasonsToHold } from './reasons-to-hold';
import type { HoldFacts, HoldReason } from './rule';

const now = new Date('2026-11-24T06:00:00Z');
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000);

function facts(
  draft: Partial<CommentDraft> = {},
  commenter: Partial<HoldFacts['commenter']> = {},
): HoldFacts {
  return {
    draft: {
      storyId: 1,
      parentId: null,
      name: 'রহিম',
      email: 'rahim@example.com',
      website: '',
      body: 'ভালো লেগেছে।',
      trap: '',
      ...draft,
    },
    commenter: { approved: 3, hidden: 0, isStaff: false, lately: [], ...commenter },
    strictness: 'usual',
    settings: defaultSettings,
    now,
  };
}

test('a plain comment from a known address waits for nobody', () => {
  expect(reasonsToHold(facts())).toEqual([]);
});

test.each<[string, HoldFacts, HoldReason[]]>([
  [
    'in a newsroom that reads all first',
    { ...facts(), settings: { ...defaultSettings, trustKnownCommenters: false } },
    ['everyone'],
  ],
  ["from a new address, which is the gate's to decide", facts({}, { approved: 0 }), []],
  ['in a strict section', { ...facts(), strictness: 'strict' }, ['strict-section']],
  ['of someone hidden as often as not', facts({}, { approved: 2, hidden: 2 }), ['hidden-before']],
  ['of someone hidden once among many', facts({}, { approved: 9, hidden: 1 }), []],
  ['under a staff address', facts({}, { isStaff: true }), ['staff-address']],
  ['signed as the newsroom, spaced out', facts({ name: 'বার্তা কক্ষ' }), ['newsroom-name']],
  ['signed with our name', facts({ name: ' বার্তা ' }), ['newsroom-name']],
  ['signed with a name that only begins like ours', facts({ name: 'বার্তাহারা' }), []],
  ['with one link', facts({ body: 'সূত্র: https://example.com/a' }), []],
  ['with two links', facts({ body: 'HTTP://a.example www.b.example' }), ['many-links']],
  ['that is the sixth in a minute', facts({}, { lately: [1, 5, 9, 20, 59].map(secondsAgo) }), ['in-a-hurry']],
  ['that is the sixth in a while', facts({}, { lately: [1, 5, 9, 20, 61].map(secondsAgo) }), []],
  ['that is the fifth in a minute', facts({}, { lately: [1, 5, 9, 20].map(secondsAgo) }), []],
  ['with the field filled that nobody sees', facts({ trap: 'x' }), ['trap']],
  [
    'wrong in several ways',
    facts({ trap: 'x', body: 'www.a.b www.c.d' }, { approved: 0 }),
    ['many-links', 'trap'],
  ],
])('a comment %s', (_, given, reasons) => {
  expect(reasonsToHold(given)).toEqual(reasons);
});
