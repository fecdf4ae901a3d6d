import { beforeEach, expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { frontEditions, sections } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import type { StaffMember } from '@/lib/people/actor';
import { usualHome } from './arrangement/default-arrangement';
import { rearrange } from './arrangement/rearrange';
import { frontState } from './board/build-board';
import { leadWith, takeOffFront } from './lead-with';
import { publishFront } from './publish-front';
import { saveFront } from './save-front';

const now = new Date('2026-11-24T06:00:00Z');
let db: Connection;
let mitu: StaffMember;
let first: number;
let second: number;

beforeEach(async () => {
  db = newsroom();
  mitu = aMember(db, 'editor');
  [first, second] = [aStory(db).id, aStory(db).id];
  const usual = usualHome(db.select().from(sections).all());
  const arranged = rearrange(usual, { kind: 'pin', place: { container: 'top', slot: 0 }, storyId: first });
  if (!arranged) throw new Error('not arranged');
  await publishFront(db, mitu, { slug: 'home', basedOn: 0, arranged }, now);
});

async function pinsAtTop(which: 'live' | 'draft' = 'live') {
  const state = await frontState('home', db);
  return state?.[which]?.containers[0]?.slots.map(({ pin }) => pin?.storyId ?? null).slice(0, 3);
}

test('a story goes to the head, what was there moves down, and off again the front is as it was', async () => {
  const before = announced(db).length;
  expect(await leadWith(db, mitu, second, now)).toMatchObject({ ok: true });
  expect(await pinsAtTop()).toEqual([second, first, null]);
  expect(announced(db)).toHaveLength(before + 1);

  expect(await takeOffFront(db, mitu, second, now)).toMatchObject({ ok: true });
  expect(await pinsAtTop()).toEqual([first, null, null]);
  expect(audited(db)).toEqual(
    expect.arrayContaining([`lead-front story:${second}`, `take-off-front story:${second}`]),
  );
});

test('a second click changes nothing and announces nothing', async () => {
  await leadWith(db, mitu, second, now);
  const [editions, announcements] = [db.select().from(frontEditions).all().length, announced(db).length];
  await leadWith(db, mitu, second, now);
  expect(db.select().from(frontEditions).all()).toHaveLength(editions);
  await takeOffFront(db, mitu, second, now);
  await takeOffFront(db, mitu, second, now);
  expect(announced(db)).toHaveLength(announcements + 1);
});

test('where others have published since, only the story’s own pin goes', async () => {
  await leadWith(db, mitu, second, now);
  const third = aStory(db).id;
  await leadWith(db, mitu, third, now);
  await takeOffFront(db, mitu, second, now);
  expect(await pinsAtTop()).toEqual([third, null, first]);
});

test('what somebody is arranging has it too, and stays a draft', async () => {
  const state = await frontState('home', db);
  const arranged =
    state && rearrange(state.live, { kind: 'pin', place: { container: 'top', slot: 2 }, storyId: second });
  const third = aStory(db).id;
  await saveFront(db, mitu, { slug: 'home', basedOn: state?.version ?? 0, arranged: arranged ?? null }, now);
  await leadWith(db, mitu, third, now);
  expect(await pinsAtTop('draft')).toEqual([third, first, second]);
  expect(await pinsAtTop()).toEqual([third, first, null]);
  await takeOffFront(db, mitu, third, now);
  expect(await pinsAtTop('draft')).toEqual([null, first, second]);
});

test('a reporter may not, and a story that no reader can open cannot', async () => {
  const rahim = aMember(db, 'reporter');
  expect(await leadWith(db, rahim, second, now)).toMatchObject({ code: 'forbidden' });
  expect(await takeOffFront(db, rahim, second, now)).toMatchObject({ code: 'forbidden' });
  const draft = aStory(db, { state: 'draft' });
  expect(await leadWith(db, mitu, draft.id, now)).toMatchObject({ code: 'no-story' });
  expect(await pinsAtTop()).toEqual([first, null, null]);
});
