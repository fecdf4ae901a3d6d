import { expect, test } from 'vitest';
import { viewsOf } from '@/db/queries/stories/saved-views';
import { aMember } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { refused } from '@/lib/result';
import { moveView, removeView, renameView } from './arrange-views';
import { longestViewName, mostViews, saveView } from './save-view';

const query = 'state=filed&section=sports';

async function kept(db: ReturnType<typeof newsroom>, actor: ReturnType<typeof aMember>, name: string) {
  const outcome = await saveView(db, actor, { name, query });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.id;
}

const namesOf = (db: ReturnType<typeof newsroom>, actor: ReturnType<typeof aMember>) =>
  viewsOf(db, actor.id).map(({ name }) => name);

test('a filter is kept under a name, without the place in the list and what is no filter', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const outcome = await saveView(db, mitu, {
    name: '  খেলার   জমা ',
    query: `${query}&before=5-7&evil=1&state=filed`,
  });
  expect(outcome).toMatchObject({ ok: true, value: { name: 'খেলার জমা' } });
  expect(viewsOf(db, mitu.id)).toMatchObject([{ name: 'খেলার জমা', query }]);
  expect(audited(db)).toEqual(['save-view view:1']);
});

test.each([
  ['a moderator', 'moderator', { name: 'ক', query }, refused('forbidden')],
  ['no name', 'editor', { name: '  ', query }, refused('missing', 'name')],
  ['a long name', 'editor', { name: 'ক'.repeat(longestViewName + 1), query }, refused('too-long', 'name')],
  ['the whole list', 'editor', { name: 'সব', query: 'before=5-7&x=1' }, refused('nothing')],
] as const)('%s is refused, and nothing is kept', async (_, role, nameInput, refusal) => {
  const db = newsroom();
  const actor = aMember(db, role);
  expect(await saveView(db, actor, nameInput)).toEqual(refusal);
  expect([viewsOf(db, actor.id), audited(db)]).toEqual([[], []]);
});

test('a name is a member’s own once, and so many filters are kept and no more', async () => {
  const db = newsroom();
  const [mitu, rafi] = [aMember(db, 'editor', 'মিতু'), aMember(db, 'reporter', 'রাফি')];
  await kept(db, mitu, 'খেলা');
  expect(await saveView(db, mitu, { name: 'খেলা', query: 'state=draft' })).toEqual(refused('taken', 'name'));
  await kept(db, rafi, 'খেলা');
  for (let n = 1; n < mostViews; n++) await kept(db, mitu, `ফিল্টার ${n}`);
  expect(await saveView(db, mitu, { name: 'আরেকটি', query })).toEqual(refused('too-many', 'name'));
});

test('filters are renamed, moved and removed by whose they are, and by nobody else', async () => {
  const db = newsroom();
  const [mitu, rafi] = [aMember(db, 'editor', 'মিতু'), aMember(db, 'reporter', 'রাফি')];
  const [a, b] = [await kept(db, mitu, 'ক'), await kept(db, mitu, 'খ')];
  await kept(db, mitu, 'গ');

  await moveView(db, mitu, { viewId: a, by: 1 });
  expect(namesOf(db, mitu)).toEqual(['খ', 'ক', 'গ']);
  await moveView(db, mitu, { viewId: b, by: -1 });
  expect(namesOf(db, mitu)).toEqual(['খ', 'ক', 'গ']);
  expect(await renameView(db, mitu, { viewId: a, name: 'গ' })).toEqual(refused('taken', 'name'));
  await renameView(db, mitu, { viewId: a, name: 'ক নতুন' });
  expect(await renameView(db, mitu, { viewId: a, name: 'ক নতুন' })).toMatchObject({ ok: true });

  const before = audited(db);
  expect(await renameView(db, rafi, { viewId: a, name: 'আমার' })).toEqual(refused('not-found'));
  expect(await moveView(db, rafi, { viewId: a, by: 1 })).toEqual(refused('not-found'));
  expect(await removeView(db, rafi, { viewId: a })).toEqual(refused('not-found'));
  expect(audited(db)).toEqual(before);

  await removeView(db, mitu, { viewId: b });
  expect(namesOf(db, mitu)).toEqual(['ক নতুন', 'গ']);
  await kept(db, mitu, 'শেষে');
  expect(namesOf(db, mitu)).toEqual(['ক নতুন', 'গ', 'শেষে']);
});
