import { expect, test } from 'vitest';
import { type Arrangement, arrangementIn, arrangementInText, changesBetween, inLayout } from './arrangement';
import { usualHome } from './default-arrangement';
import { layoutNames } from './layouts';
import { type ArrangementChange, neighbourOf, rearrange, type SlotPosition, withLayout } from './rearrange';

const home = usualHome([
  { slug: 'national', name: 'জাতীয়', layout: '' },
  { slug: 'sports', name: 'খেলা', layout: 'three-cards' },
]);
const lead: SlotPosition = { container: 'top', slot: 0 };
const second: SlotPosition = { container: 'top', slot: 1 };

function after(...steps: ArrangementChange[]): Arrangement {
  return steps.reduce((arranged, step) => {
    const next = rearrange(arranged, step);
    if (!next) throw new Error(`nothing done by ${JSON.stringify(step)}`);
    return next;
  }, home);
}
const pinsOf = (arranged: Arrangement, id = 'top') =>
  arranged.containers.find((each) => each.id === id)?.slots.map(({ pin }) => pin?.storyId ?? null);
const idsOf = ({ containers }: Arrangement) => containers.map(({ id }) => id);

test('every step leaves an arrangement that can be stored and read again', () => {
  const steps: ArrangementChange[] = [
    { kind: 'pin', place: lead, storyId: 7 },
    { kind: 'insert', place: lead, storyId: 8 },
    { kind: 'swap', from: second, to: { container: 'national', slot: 2 }, displayedStory: null },
    { kind: 'add-container', layout: 'faces', section: 'sports' },
    { kind: 'container-up', container: 'sports-2' },
    { kind: 'remove-container', container: 'national' },
    { kind: 'unpin', place: lead },
  ];
  let arranged = home;
  for (const step of steps) {
    const next = rearrange(arranged, step);
    expect(arrangementInText(JSON.stringify(next))).toEqual(next);
    if (next) arranged = next;
  }
  expect(idsOf(arranged)).toEqual(['top', 'sports-2', 'sports']);
});

test('a story put in a place pushes what is pinned there down, to the next free slot', () => {
  const pinned = after(
    { kind: 'pin', place: lead, storyId: 1 },
    { kind: 'pin', place: { container: 'top', slot: 3 }, storyId: 3 },
    { kind: 'insert', place: lead, storyId: 9 },
  );
  expect(pinsOf(pinned)).toEqual([9, 1, null, 3, null]);
});

test('a story is pinned in one place only: put elsewhere, its old slot fills itself', () => {
  const moved = after(
    { kind: 'pin', place: lead, storyId: 1 },
    { kind: 'insert', place: { container: 'national', slot: 0 }, storyId: 1 },
  );
  expect(pinsOf(moved)).toEqual([null, null, null, null, null]);
  expect(pinsOf(moved, 'national')?.[0]).toBe(1);
});

test('what fills itself is pinned where it is moved to, and changes places with the pin there', () => {
  const moved = after(
    { kind: 'pin', place: second, storyId: 2 },
    { kind: 'swap', from: lead, to: second, displayedStory: 5 },
  );
  expect(pinsOf(moved)?.slice(0, 2)).toEqual([2, 5]);
});

test('the place after the last of a container is the first of the next', () => {
  expect(neighbourOf(home, { container: 'top', slot: 4 }, 1)).toEqual({ container: 'national', slot: 0 });
  expect(neighbourOf(home, { container: 'national', slot: 0 }, -1)).toEqual({ container: 'top', slot: 4 });
  expect(neighbourOf(home, lead, -1)).toBeNull();
});

test.each<[string, ArrangementChange]>([
  ['the head is removed', { kind: 'remove-container', container: 'top' }],
  ['the head is moved', { kind: 'container-down', container: 'top' }],
  ['a block is moved above the head', { kind: 'container-up', container: 'national' }],
  ['the last block is moved down', { kind: 'container-down', container: 'sports' }],
  ['there is no such slot', { kind: 'pin', place: { container: 'top', slot: 5 }, storyId: 1 }],
  ['there is no such container', { kind: 'unpin', place: { container: 'nowhere', slot: 0 } }],
  ['nothing is there to be moved', { kind: 'swap', from: lead, to: second, displayedStory: null }],
  ['a second head is added', { kind: 'add-container', layout: 'top', section: '' }],
])('nothing is done when %s', (_, step) => {
  expect(rearrange(home, step)).toBeNull();
});

test('another layout keeps the pins that have a place in it', () => {
  const [, national] = after({
    kind: 'pin',
    place: { container: 'national', slot: 1 },
    storyId: 4,
  }).containers;
  if (!national) throw new Error('no block');
  for (const layout of layoutNames.filter((name) => name !== 'top')) {
    const changed = withLayout(national, layout);
    expect(changed.slots[1]?.pin?.storyId).toBe(4);
    expect(arrangementIn({ version: 1, containers: [changed] })).not.toBeNull();
  }
  expect(inLayout(national, 'lead-between').slots.at(-1)).toEqual({ from: 'section:national', pin: null });
});

test.each([
  ['{'],
  ['null'],
  ['{"version":2,"containers":[]}'],
  ['{"version":1,"containers":[{"id":"a","layout":"nothing","slots":[]}]}'],
  ['{"version":1,"containers":[{"id":"a","layout":"plain","slots":[]}]}'],
  ['{"version":1,"containers":[{"id":"../etc","layout":"plain","slots":[]}]}'],
])('%s is no arrangement', (text) => {
  expect(arrangementInText(text)).toBeNull();
});

test('changes are counted by the place', () => {
  expect(changesBetween(home, home)).toBe(0);
  expect(changesBetween(home, after({ kind: 'pin', place: lead, storyId: 1 }))).toBe(1);
  expect(changesBetween(home, after({ kind: 'container-down', container: 'national' }))).toBe(2);
  expect(changesBetween(home, after({ kind: 'remove-container', container: 'sports' }))).toBe(1);
});
