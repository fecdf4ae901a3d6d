import { beforeEach, expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { fronts } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import type { FrontFormState } from '@/lib/forms/front-form-state';
import type { StaffMember } from '@/lib/people/actor';
import { labelsIn } from '@/lib/site/labels';
import { arrangementIn, pinsIn } from '../arrangement/arrangement';
import { buildBoard } from './build-board';
import { runBoardCommand } from './run-board-command';

const say = labelsIn('bn');
const now = new Date('2026-11-24T06:00:00Z');
let db: Connection;
let mitu: StaffMember;
let open: NonNullable<FrontFormState['board']>;

beforeEach(async () => {
  db = newsroom();
  mitu = aMember(db, 'editor');
  for (let minute = 0; minute < 9; minute += 1) aStory(db, { publishedAt: new Date(now.getTime() - minute) });
  open = (await buildBoard('home', say, null, db, now)) ?? expect.fail('no board');
});

/** Presses a button of the open board with these fields. */
function press(what: string, input: Record<string, string> = {}, board = open, actor = mitu) {
  const form = new FormData();
  const fields = { slug: board.slug, basedOn: String(board.version), arrangement: board.arrangement };
  for (const [name, value] of Object.entries({ ...fields, do: what, into: 'top 0', ...input }))
    form.set(name, value);
  return runBoardCommand(db, actor, form, say, now);
}
const draftPins = () => {
  const arranged = arrangementIn(db.select().from(fronts).get()?.draft);
  return arranged ? pinsIn(arranged) : null;
};

test('a story added stands pinned in the place that was chosen, with what was typed since', async () => {
  const added = await press('add 5', { into: 'top 1' });
  expect(added.notice).toEqual({ kind: 'done', text: say('fronts.saved') });
  expect(added.board?.zones[0]?.slots[1]).toMatchObject({ isPinned: true, story: { id: 5 } });

  const outcome = await press(
    'save',
    { 'top 1 headline': ' নতুন  শিরোনাম ', 'top 1 until': '2026-11-24T18:30', 'national title': 'দেশ' },
    added.board,
  );
  expect(draftPins()).toEqual([
    { storyId: 5, headline: 'নতুন শিরোনাম', until: Date.parse('2026-11-24T12:30:00Z') },
  ]);
  expect(outcome.board?.zones[1]).toMatchObject({ name: 'দেশ' });
});

test('what fills a slot by itself is pinned by its button, and moved by its arrows', async () => {
  const firstStory = open.zones[0]?.slots[0]?.story?.id ?? 0;
  const held = await press('hold top 0');
  expect(draftPins()).toMatchObject([{ storyId: firstStory }]);
  const moved = await press('down top 0', {}, held.board);
  expect(moved.board?.zones[0]?.slots[1]?.story?.id).toBe(firstStory);
  expect(moved.focus).toEqual({ place: 'top 1', button: 'down' });
  await press('unpin top 1', {}, moved.board);
  expect(draftPins()).toEqual([]);
});

test('based on an older version it is refused with everything in it, and kept only when one says so', async () => {
  const chief = aMember(db, 'chief', 'চিফ');
  await press('add 2', {}, open, chief);

  const mine = await press('add 7', { 'national title': 'দেশ' });
  expect(mine.notice).toEqual({ kind: 'refused', text: say('fronts.stale') });
  expect(mine.newer).toBe(1);
  expect(mine.board?.version).toBe(0);
  expect(mine.board?.zones[0]?.slots[0]?.story?.id).toBe(7);
  expect(mine.board?.zones[1]?.title).toBe('দেশ');
  expect(draftPins()).toMatchObject([{ storyId: 2 }]);

  const kept = await press('keep 1', {}, mine.board);
  expect(kept.notice?.kind).toBe('done');
  expect(draftPins()).toMatchObject([{ storyId: 7 }]);
  expect(kept.board?.version).toBe(2);
});

test('an invalid time is reported at its field, and the input stays', async () => {
  const added = await press('add 5');
  const wrong = await press('save', { 'top 0 until': 'কাল', 'top 0 headline': 'শিরোনাম' }, added.board);
  expect(wrong.errors).toEqual({ 'top 0 until': say('fronts.until-invalid') });
  expect(wrong.values['top 0 headline']).toBe('শিরোনাম');
  expect(audited(db)).toHaveLength(1);
});

test.each([
  ['add', {}],
  ['add 99999', {}],
  ['add 0', {}],
  ['add 5', { into: 'nowhere 3' }],
  ['up top 0', {}],
  ['swap top 0 nowhere 9', {}],
  ['hold top 99', {}],
  ['edition nonsense', {}],
  ['add-container', { newLayout: 'top' }],
  ['add-container', { newLayout: 'plain', newSection: '../etc' }],
  ['remove-container top', {}],
  ['save', { arrangement: '{' }],
  ['save', { arrangement: '{"version":1}' }],
  ['save', { 'top 0 from': 'nowhere' }],
  ['save', { slug: 'weather' }],
  ['publish', { basedOn: 'x' }],
])('%s %j is refused with a sentence, and nothing is written', async (what, input) => {
  const { notice } = await press(what, input as Record<string, string>);
  expect(notice?.kind).toBe('refused');
  expect(notice?.text).not.toBe('');
  expect(audited(db)).toEqual([]);
});

test('publishing ends the draft, lists the edition, and an earlier one can be had again', async () => {
  const first = await press('publish');
  expect(first.board?.editions.map(({ number, isLive }) => [number, isLive])).toEqual([
    [1, true],
    [0, false],
  ]);
  const second = await press('add 3', {}, first.board);
  expect(second.board?.pending).toBe(say('fronts.pending', { count: 1 }));
  const published = await press('publish', {}, second.board);
  const back = await press('edition 1', {}, published.board);
  expect(back.board?.editions[0]).toMatchObject({ number: 3, isLive: true });
  expect(back.board?.zones[0]?.slots[0]?.isPinned).toBe(false);
  const discarded = await press('add 4', {}, back.board).then(({ board }) => press('discard', {}, board));
  expect(discarded.board?.hasDraft).toBe(false);
});
