import { expect, test } from 'vitest';
import { aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { done } from '@/lib/result';
import { indexStory } from '@/lib/search/indexing/index-story';
import { filterOf, pageOf } from './list-page';
import { noSection, parseListQuery } from './list-query';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));

async function found(
  db: ReturnType<typeof newsroom>,
  query: Record<string, string>,
  memberId = 0,
  before = '',
) {
  const wanted = parseListQuery(query);
  const { filter, unknown } = await filterOf(db, wanted, memberId);
  return { ...(await pageOf(db, filter, wanted.order, before)), unknown };
}

test('headlines stand in the order of the Bengali alphabet, over pages too', async () => {
  const db = newsroom();
  const letters = [...'কখগঘচছজঝটঠডঢতথদধনপফবভমযরলশষসহঅআইউএও'];
  const ids = letters.map((letter, n) => aStory(db, { headline: `${letter} খবর`, updatedAt: at(n) }).id);
  const sorted = ids
    .map((id, n) => ({ id, headline: `${letters[n]} খবর` }))
    .sort((a, b) => new Intl.Collator('bn').compare(a.headline, b.headline))
    .map(({ id }) => id);

  const first = await found(db, { order: 'headline', section: 'national' });
  const second = await found(db, { order: 'headline', section: 'national' }, 0, first.next);
  expect([...first.ids, ...second.ids]).toEqual(sorted);
  expect([first.isFirst, second.isFirst, second.next]).toEqual([true, false, '']);
  expect(first.found).toEqual({ count: letters.length, isMore: false });
});

test('what is due comes by its time, and only as long as readers do not have it', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const due = (hour: number, more: Parameters<typeof aStory>[1] = {}) =>
    aStory(db, { state: 'draft', dueAt: at(hour), updatedAt: at(30 - hour), ...more }).id;
  const [late, soon] = [due(1), due(5, { assigneeId: mitu.id })];
  due(2, { state: 'published' });
  due(3, { binnedAt: at(4) });
  aStory(db, { state: 'draft' });
  expect((await found(db, { order: 'due' })).ids).toEqual([late, soon]);
  expect((await found(db, { whose: 'assigned', order: 'due' }, mitu.id)).ids).toEqual([soon]);
});

test('words are found in every state, in headline and text, and a number is a story’s', async () => {
  const db = newsroom();
  const draft = aStory(db, { state: 'draft', headline: 'সেতুর টোল বাড়ছে না', updatedAt: at(2) });
  const live = aStory(db, { headline: 'খালের ১০০% পানি', updatedAt: at(1) });
  await tx(db, (t) => {
    for (const { id } of [draft, live]) indexStory(t, id);
    return done();
  });
  expect((await found(db, { q: 'টোল সেতু' })).ids).toEqual([draft.id]);
  expect((await found(db, { q: 'ফেরি' })).ids).toEqual([draft.id, live.id]);
  expect((await found(db, { q: '১০০%' })).ids).toEqual([live.id]);
  expect((await found(db, { q: 'ফেরি', state: 'draft' })).ids).toEqual([draft.id]);
  expect((await found(db, { q: '#২' })).ids).toEqual([live.id]);
  expect((await found(db, { q: "' or 1=1 --" })).ids).toEqual([]);
});

test('a day is Dhaka’s, of the last change or of the publication', async () => {
  const db = newsroom();
  const lateAtNight = new Date('2026-11-19T18:30:00Z');
  const story = aStory(db, { publishedAt: lateAtNight, updatedAt: at(40) });
  const day = (from: string, more = {}) => found(db, { from, to: from, ...more });
  expect((await day('2026-11-20', { dates: 'published' })).ids).toEqual([story.id]);
  expect((await day('2026-11-19', { dates: 'published' })).ids).toEqual([]);
  expect((await day('2026-11-20')).ids).toEqual([]);
  expect((await day('2026-11-21')).ids).toEqual([story.id]);
});

test.each(['section', 'byline', 'topic', 'district'] as const)(
  'a %s that nobody has is told',
  async (name) => {
    expect((await found(newsroom(), { [name]: 'কোথাও নেই' })).unknown).toBe(name);
  },
);

test('a place that no page has given begins the list anew', async () => {
  const db = newsroom();
  const story = aStory(db);
  for (const before of ['x', '1', '1-', '-1-2', '1-2-3', "1-2' or 1=1"])
    expect((await found(db, {}, 0, before)).ids).toEqual([story.id]);
});

test('a form that few stories have is listed by its last changes, of every state, as far as it goes', async () => {
  const db = newsroom();
  const states = ['draft', 'published', 'retracted', 'filed'] as const;
  const ids = Array.from({ length: 70 }, (_, n) => {
    aStory(db, { updatedAt: at(n) });
    return aStory(db, { form: 'video', state: states[n % 4] ?? 'draft', updatedAt: at(n) }).id;
  }).reverse();
  const pages: number[][] = [];
  for (let next = ''; pages.length < 4; ) {
    const page = await found(db, { form: 'video' }, 0, next);
    pages.push(page.ids);
    expect(page.found).toEqual({ count: 70, isMore: false });
    next = page.next;
    if (next === '') break;
  }
  expect(pages.map(({ length }) => length)).toEqual([30, 30, 10]);
  expect(pages.flat()).toEqual(ids);
  expect((await found(db, { form: 'video', state: 'filed' })).found.count).toBe(17);
});

test('a draft whose section nobody has chosen is found as such, and in no section', async () => {
  const db = newsroom();
  const chosen = aStory(db, { state: 'draft', updatedAt: at(1) });
  const open = aStory(db, { state: 'draft', isSectionOpen: true, updatedAt: at(2) });
  expect((await found(db, { section: 'national' })).ids).toEqual([chosen.id]);
  expect((await found(db, { section: 'national', state: 'draft' })).ids).toEqual([chosen.id]);
  expect((await found(db, { section: noSection })).ids).toEqual([open.id]);
  expect(await found(db, { section: noSection, state: 'published', order: 'published' })).toMatchObject({
    ids: [],
    unknown: null,
  });
  expect((await found(db, {})).ids).toEqual([open.id, chosen.id]);
});
