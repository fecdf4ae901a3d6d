import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { breakingLines, frontEditions, fronts, sections, stories } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import type { Actor, StaffMember } from '@/lib/people/actor';
import { type Arrangement, arrangementIn, pinsIn } from './arrangement/arrangement';
import { usualHome, usualSection } from './arrangement/default-arrangement';
import { rearrange } from './arrangement/rearrange';
import { addBreaking } from './breaking/add-breaking';
import { endBreaking } from './breaking/end-breaking';
import { moveBreaking } from './breaking/move-breaking';
import { endDueBreaking, pinReleaser } from './end-due';
import { publishFront } from './publish-front';
import { readBreaking, readFront } from './reading';
import { restoreEdition } from './restore-edition';
import { saveFront } from './save-front';

const now = new Date('2026-11-24T06:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let db: Connection;
let mitu: StaffMember;
let storyId: number;
let arranged: Arrangement;

beforeEach(() => {
  db = newsroom();
  mitu = aMember(db, 'editor');
  storyId = aStory(db).id;
  arranged = withPin(storyId);
});

function withPin(id: number, until: Date | null = null): Arrangement {
  const usual = usualHome(db.select().from(sections).all());
  const pinned = rearrange(usual, { kind: 'pin', place: { container: 'top', slot: 0 }, storyId: id });
  const pin = pinned && pinsIn(pinned)[0];
  if (!pinned || !pin) throw new Error('not pinned');
  pin.until = until?.getTime() ?? null;
  return pinned;
}
const home = { slug: 'home' };
const row = () => db.select().from(fronts).get();
const editions = () => db.select().from(frontEditions).all();

test('a draft is kept and readers see nothing of it', async () => {
  const before = await readFront(db);

  expect(await saveFront(db, mitu, { ...home, basedOn: 0, arranged }, now)).toEqual({
    ok: true,
    value: { version: 1 },
  });

  expect(arrangementIn(row()?.draft)).toEqual(arranged);
  expect(await readFront(db)).toEqual(before);
  expect(announced(db)).toEqual([]);
  expect(audited(db)).toEqual(['arrange-front front:home']);
});

test('of two who began from the same, the second is refused and the first is not overwritten', async () => {
  const chief = aMember(db, 'chief', 'চিফ');
  await saveFront(db, mitu, { ...home, basedOn: 0, arranged }, now);
  const other = withPin(aStory(db).id);

  expect(await saveFront(db, chief, { ...home, basedOn: 0, arranged: other }, now)).toEqual({
    ok: false,
    code: 'stale',
  });
  expect(await publishFront(db, chief, { ...home, basedOn: 0, arranged: other }, now)).toMatchObject({
    code: 'stale',
  });
  expect(await restoreEdition(db, chief, { ...home, basedOn: 0, number: 0 }, now)).toMatchObject({
    code: 'stale',
  });

  expect(arrangementIn(row()?.draft)).toEqual(arranged);
  expect(audited(db)).toEqual(['arrange-front front:home']);
});

test('publishing makes an edition, ends the draft and tells the front', async () => {
  await saveFront(db, mitu, { ...home, basedOn: 0, arranged }, now);

  expect(await publishFront(db, mitu, { ...home, basedOn: 1, arranged }, now)).toEqual({
    ok: true,
    value: { number: 1 },
  });

  expect(row()).toMatchObject({ draft: null, live: 1, version: 2, updatedBy: mitu.id });
  expect(editions()).toMatchObject([{ number: 1, arrangement: arranged, staffId: mitu.id }]);
  expect(announced(db)).toEqual([['front']]);
  expect(audited(db)).toEqual(['arrange-front front:home', 'publish-front front:home']);
});

test('an undo publishes an earlier edition again, as a new one, and leaves the draft alone', async () => {
  const second = withPin(aStory(db).id);
  await publishFront(db, mitu, { ...home, basedOn: 0, arranged }, now);
  await publishFront(db, mitu, { ...home, basedOn: 1, arranged: second }, now);
  await saveFront(db, mitu, { ...home, basedOn: 2, arranged: second }, now);

  expect(await restoreEdition(db, mitu, { ...home, basedOn: 3, number: 1 }, now)).toEqual({
    ok: true,
    value: { number: 3 },
  });

  expect(editions().map(({ number, arrangement }) => [number, arrangement])).toEqual([
    [1, arranged],
    [2, second],
    [3, arranged],
  ]);
  expect(row()).toMatchObject({ live: 3 });
  expect(arrangementIn(row()?.draft)).toEqual(second);
  expect(announced(db)).toHaveLength(3);
});

test('back to before the first edition, the page fills itself again', async () => {
  const usual = await readFront(db);
  await publishFront(db, mitu, { ...home, basedOn: 0, arranged: withPin(aStory(db).id) }, now);
  db.delete(stories)
    .where(eq(stories.id, storyId + 1))
    .run();
  await restoreEdition(db, mitu, { ...home, basedOn: 1, number: 0 }, now);

  expect(row()?.live).toBe(0);
  expect((await readFront(db)).top).toEqual(usual.top);
  expect(await restoreEdition(db, mitu, { ...home, basedOn: 2, number: 0 }, now)).toMatchObject({
    code: 'nothing-to-do',
  });
  expect(await restoreEdition(db, mitu, { ...home, basedOn: 2, number: 9 }, now)).toMatchObject({
    code: 'no-edition',
  });
});

test('the head of a section’s page tells that section, and not the front', async () => {
  const [section] = db.select().from(sections).where(eq(sections.slug, 'sports')).all();
  if (!section) throw new Error('no section');

  await publishFront(db, mitu, { slug: 'sports', basedOn: 0, arranged: usualSection(section) }, now);

  expect(announced(db)).toEqual([['section:sports']]);
});

test.each<['no-story' | 'too-long', (given: Arrangement) => void]>([
  ['no-story', (given) => Object.assign(pinsIn(given)[0] ?? {}, { storyId: 4242 })],
  ['too-long', (given) => Object.assign(pinsIn(given)[0] ?? {}, { headline: 'ক'.repeat(121) })],
  ['too-long', (given) => Object.assign(given.containers[1] ?? {}, { title: 'ক'.repeat(61) })],
])('%s: such a front is neither kept nor published', async (code, spoil) => {
  spoil(arranged);
  expect(await saveFront(db, mitu, { ...home, basedOn: 0, arranged }, now)).toMatchObject({ code });
  expect(await publishFront(db, mitu, { ...home, basedOn: 0, arranged }, now)).toMatchObject({ code });
  expect(editions()).toEqual([]);
  expect(announced(db)).toEqual([]);
});

test('there is no front of a section that is not there', async () => {
  const given = { slug: 'weather', basedOn: 0, arranged };
  expect(await saveFront(db, mitu, given, now)).toMatchObject({ code: 'not-found' });
  expect(await publishFront(db, mitu, given, now)).toMatchObject({ code: 'not-found' });
});

test.each(['reporter', 'moderator'] as const)('a %s may do nothing of this', async (role) => {
  const who: Actor = aMember(db, role);
  const outcomes = [
    await saveFront(db, who, { ...home, basedOn: 0, arranged }, now),
    await publishFront(db, who, { ...home, basedOn: 0, arranged }, now),
    await restoreEdition(db, who, { ...home, basedOn: 0, number: 0 }, now),
    await addBreaking(db, who, { words: 'ভূমিকম্প', storyId: null, until: later(60) }, now),
    await endBreaking(db, who, 1, now),
    await moveBreaking(db, who, { id: 1, by: 1 }, now),
  ];
  for (const outcome of outcomes) expect(outcome).toEqual({ ok: false, code: 'forbidden' });
  expect(audited(db)).toEqual([]);
  expect(announced(db)).toEqual([]);
});

test('a line runs until its time, in the order that the desk gives it', async () => {
  await addBreaking(db, mitu, { words: 'ঢাকায়  ভূমিকম্প', storyId: null, until: later(60) }, now);
  await addBreaking(db, mitu, { words: '', storyId, until: later(30) }, now);
  expect(await moveBreaking(db, mitu, { id: 2, by: -1 }, now)).toMatchObject({ ok: true });
  expect(await moveBreaking(db, mitu, { id: 2, by: -1 }, now)).toMatchObject({ code: 'nothing-to-do' });

  expect(await readBreaking(db, now)).toEqual([
    { id: 2, words: 'কুয়াশায় আট ঘণ্টা বন্ধ ফেরি', storyId, href: `/national/${storyId}` },
    { id: 1, words: 'ঢাকায় ভূমিকম্প', storyId: null, href: null },
  ]);
  expect(await readBreaking(db, later(30))).toMatchObject([{ id: 1 }]);
  expect(announced(db)).toEqual([['site'], ['site'], ['site']]);
  expect(audited(db)).toEqual([
    'add-breaking breaking:1',
    'add-breaking breaking:2',
    'move-breaking breaking:2',
  ]);
});

test('a line whose story is retracted stays as words', async () => {
  await addBreaking(db, mitu, { words: 'ফেরি বন্ধ', storyId, until: later(60) }, now);
  db.update(stories).set({ state: 'retracted' }).where(eq(stories.id, storyId)).run();

  expect(await readBreaking(db, now)).toMatchObject([{ words: 'ফেরি বন্ধ', href: null }]);
});

test.each([
  ['words-empty', { words: '  ', storyId: null, until: later(5) }],
  ['too-long', { words: 'ক'.repeat(121), storyId: null, until: later(5) }],
  ['no-story', { words: 'ফেরি', storyId: 4242, until: later(5) }],
  ['until-invalid', { words: 'ফেরি', storyId: null, until: null }],
  ['until-invalid', { words: 'ফেরি', storyId: null, until: now }],
  ['until-invalid', { words: 'ফেরি', storyId: null, until: later(48 * 60 + 1) }],
])('%s: no line', async (code, line) => {
  expect(await addBreaking(db, mitu, line, now)).toMatchObject({ code });
  expect(db.select().from(breakingLines).all()).toEqual([]);
});

test('a line to a draft is refused', async () => {
  const draft = aStory(db, { state: 'draft' });
  expect(
    await addBreaking(db, mitu, { words: 'গোপন', storyId: draft.id, until: later(5) }, now),
  ).toMatchObject({ code: 'story-not-published', field: 'storyId' });
});

test('a line is ended once, by hand', async () => {
  await addBreaking(db, mitu, { words: 'ফেরি বন্ধ', storyId: null, until: later(60) }, now);
  expect(await endBreaking(db, mitu, 1, later(1))).toMatchObject({ ok: true });
  expect(await endBreaking(db, mitu, 1, later(2))).toMatchObject({ code: 'not-found' });
  expect(await readBreaking(db, later(2))).toEqual([]);
  expect(announced(db)).toHaveLength(2);
});

test('a line that runs out is told of exactly once, also by two clocks', async () => {
  await addBreaking(db, mitu, { words: 'ফেরি বন্ধ', storyId: null, until: later(1) }, now);
  expect(await endDueBreaking(db, now)).toEqual([]);

  const both = await Promise.all([endDueBreaking(db, later(1)), endDueBreaking(db, later(1))]);
  expect(both.flat()).toEqual([1]);
  expect(await endDueBreaking(db, later(2))).toEqual([]);
  expect(announced(db)).toEqual([['site'], ['site']]);
  expect(audited(db)).toEqual(['add-breaking breaking:1', 'end-breaking breaking:1']);
});

test('a pin that runs out is told of once, when it does', async () => {
  await publishFront(db, mitu, { ...home, basedOn: 0, arranged: withPin(storyId, later(1)) }, now);
  const release = pinReleaser(db);
  for (const minute of [0, 1, 2]) await release(later(minute));

  expect(announced(db)).toEqual([['front'], ['front']]);
});
