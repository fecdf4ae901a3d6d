import { expect, test } from 'vitest';
import { type Arrangement, containerFrom, type Pin, type Source } from './arrangement/arrangement';
import type { LayoutName } from './arrangement/layouts';
import { type Candidate, fillFront, type Pools } from './fill-front';

const now = new Date('2026-11-24T06:00:00Z');
const row = (id: number, section = 'national', photo = false): Candidate => ({
  id,
  section,
  variants: photo ? [] : null,
});
/** Newest first: 9 is an opinion, 7 and 3 have a photograph. */
const newest = [
  row(9, 'opinion', true),
  row(8),
  row(7, 'sports', true),
  row(6),
  row(5, 'economy'),
  row(4, 'sports'),
  row(3, 'national', true),
  row(2, 'economy'),
  row(1),
];
const pools: Pools<Candidate> = {
  newest,
  mostRead: [row(4, 'sports'), row(8), row(1)],
  ofSection: (slug) => newest.filter(({ section }) => section === slug),
  alike: (leadId) => newest.filter(({ id }) => id !== leadId && id % 2 === 1),
  pinned: (id) => newest.find((each) => each.id === id),
};

type SlotFill = Source | { from: Source; pin: number; until?: number };

function arranged(...containers: [LayoutName, ...SlotFill[]][]): Arrangement {
  return {
    version: 1,
    containers: containers.map(([layout, ...wishes], index) => ({
      ...containerFrom({ id: `c${index}`, layout, from: 'newest' }),
      slots: wishes.map((wish) => {
        if (typeof wish === 'string') return { from: wish, pin: null };
        const pin: Pin = { storyId: wish.pin, headline: '', until: wish.until ?? null };
        return { from: wish.from, pin };
      }),
    })),
  };
}

test.each<[string, Arrangement, (number | null)[]]>([
  ['the newest, one after the other', arranged(['words', 'newest', 'newest']), [9, 8]],
  ['the lead has a photograph and is no opinion', arranged(['top', 'lead']), [7]],
  ['beside the lead stand two other desks', arranged(['top', 'lead', 'elsewhere', 'elsewhere']), [7, 8, 5]],
  ['what is like the lead is not the lead', arranged(['top', 'lead', 'alike', 'alike']), [7, 9, 5]],
  [
    'a section’s slot passes over what stands above it',
    arranged(['top', 'lead'], ['words', 'section:sports', 'section:sports']),
    [7, 4, null],
  ],
  [
    'an automatic slot passes over what is pinned below it',
    arranged(['words', 'newest', 'newest', { from: 'newest', pin: 9 }]),
    [8, 7, 9],
  ],
  [
    'most read, without what stands above',
    arranged(['words', { from: 'newest', pin: 4 }, 'most-read']),
    [4, 8],
  ],
  [
    'a pin to what readers may not see fills itself',
    arranged(['words', { from: 'section:economy', pin: 77 }]),
    [5],
  ],
  [
    'a pin whose time has come fills itself',
    arranged(['words', { from: 'section:economy', pin: 1, until: now.getTime() }]),
    [5],
  ],
  [
    'a pin whose time is yet to come stands',
    arranged(['words', { from: 'section:economy', pin: 1, until: now.getTime() + 1 }]),
    [1],
  ],
  [
    'pinned twice it stands once, and the second slot fills itself',
    arranged(['words', { from: 'newest', pin: 1 }, { from: 'newest', pin: 1 }]),
    [1, 9],
  ],
  [
    'a pinned lead decides what is elsewhere',
    arranged(['top', { from: 'lead', pin: 2 }, 'elsewhere', 'elsewhere']),
    [2, 8, 7],
  ],
  [
    'the first slot of a layout with a large picture looks for a photograph',
    arranged(['dark-band', 'section:national', 'section:national']),
    [3, 8],
  ],
  ['a section that nobody knows leaves its slot empty', arranged(['words', 'section:weather']), [null]],
])('%s', (_, arrangement, expected) => {
  const filled = fillFront(arrangement, pools, now);
  expect(filled.flatMap(({ slots }) => slots.map((slot) => slot?.row.id ?? null))).toEqual(expected);
});
