import { expect, test } from 'vitest';
import { aMember, aStory } from '../testing/builders';
import { newsroom } from '../testing/newsroom';
import { deskListing, storyHistory, storyOnDesk } from './desk-stories';

test('lately changed first, one page after another, none twice', async () => {
  const db = newsroom();
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 6, minute));
  const ids = [0, 2, 1, 1].map((minute) => aStory(db, { state: 'draft', updatedAt: at(minute) }).id);
  const [a, b, c, d] = ids;

  const first = await deskListing(db, { state: 'draft', limit: 2 });
  const last = first.at(-1);
  const second = await deskListing(db, { state: 'draft', before: last, limit: 2 });

  expect([...first, ...second].map(({ id }) => id)).toEqual([b, d, c, a]);
});

test('a state, a member, a number and the words of a headline narrow the list', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'reporter');
  const mine = aStory(db, { state: 'draft', createdBy: mitu.id, headline: 'সেতুর টোল বাড়ছে না' });
  const other = aStory(db, { headline: 'খালের ১০০% পানি' });

  const idsOf = async (wanted: Partial<Parameters<typeof deskListing>[1]>) =>
    (await deskListing(db, { limit: 9, ...wanted })).map(({ id }) => id);

  expect(await idsOf({ createdBy: mitu.id })).toEqual([mine.id]);
  expect(await idsOf({ state: 'published' })).toEqual([other.id]);
  expect(await idsOf({ find: { id: mine.id } })).toEqual([mine.id]);
  expect(await idsOf({ find: { words: 'টোল সেতু' } })).toEqual([mine.id]);
  expect(await idsOf({ find: { words: '১০০%' } })).toEqual([other.id]);
  expect(await idsOf({ find: { words: 'টোল সেতু', ids: [other.id] } })).toEqual([other.id, mine.id]);
  expect(await idsOf({ find: { words: "' or 1=1 --" } })).toEqual([]);
});

test.each([
  ['all', {}, 'stories_lately_changed'],
  ['one state', { state: 'draft' }, 'stories_on_desk'],
  ['one member', { createdBy: 1 }, 'stories_of_member'],
] as const)('the list of %s walks an index and sorts nothing', async (_, wanted, index) => {
  const db = newsroom();
  const plans: string[] = [];
  const prepare = db.$client.prepare.bind(db.$client);
  db.$client.prepare = ((source: string) => {
    const bound = (source.match(/\?/g) ?? []).map(() => 1);
    const steps = prepare(`explain query plan ${source}`).all(...bound) as { detail: string }[];
    plans.push(steps.map(({ detail }) => detail).join('\n'));
    return prepare(source);
  }) as typeof prepare;

  const before = { updatedAt: new Date(0), id: 1 };
  await deskListing(db, { ...wanted, before, limit: 30 });

  expect(plans).toHaveLength(1);
  expect(plans[0]).toContain(index);
  expect(plans[0]).not.toMatch(/TEMP B-TREE|SCAN stories$/m);
});

test('a story on the desk comes with its names, and an unknown one is null', async () => {
  const db = newsroom();
  const story = aStory(db, { state: 'draft', section: 'sports', topics: ['ফুটবল'], bylines: ['মিতু', 'রহিম'] });

  expect(await storyOnDesk(db, story.id)).toMatchObject({
    section: 'sports',
    topics: ['ফুটবল'],
    bylines: ['মিতু', 'রহিম'],
    district: '',
  });
  expect(await storyOnDesk(db, 99)).toBeNull();
  expect(await storyHistory(db, story.id, 5)).toEqual([]);
});
