import { expect, test } from 'vitest';
import { menuLines } from '@/db/queries/site/site';
import { aMember } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { savePage } from '../static-pages/save-page';
import { deleteMenuItem } from './delete-menu-item';
import { moveMenuLine } from './move-menu-line';
import { type MenuItemInput, saveMenuItem } from './save-menu-item';

const site = 'https://barta.example';
const epaper: MenuItemInput = {
  id: null,
  basedOn: 0,
  menu: 'more',
  label: ' ই-পেপার ',
  href: 'https://epaper.example/today',
  site,
};

test('a line is added at the end of its menu, and every page is told', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  expect(await saveMenuItem(db, mitu, epaper)).toEqual(done({ id: 1 }));
  await saveMenuItem(db, mitu, { ...epaper, label: 'ইলিশ', href: `${site}/topic/ইলিশ` });

  expect(menuLines(db)).toMatchObject([
    { menu: 'more', label: 'ই-পেপার', href: 'https://epaper.example/today', position: 1 },
    { menu: 'more', label: 'ইলিশ', href: '/topic/ইলিশ', position: 2 },
  ]);
  expect(audited(db)).toEqual(['add-menu-line menu:1', 'add-menu-line menu:2']);
  expect(announced(db)).toEqual([['site'], ['site']]);
});

test.each([
  ['', 'href-wrong'],
  ['javascript:alert(1)', 'href-wrong'],
  ['data:text/html,x', 'href-wrong'],
  ['http://epaper.example/', 'href-wrong'],
  ['//epaper.example/', 'href-wrong'],
  ['/\\epaper.example', 'href-wrong'],
  ['https://user:word@epaper.example/', 'href-wrong'],
  ['https://localhost/', 'href-wrong'],
  ['about', 'href-wrong'],
  ['/a b', 'href-wrong'],
  ['/admin/stories', 'href-ours'],
  ['/api/auth/signout', 'href-ours'],
] as const)('the address %s is refused: %s', async (href, code) => {
  const db = newsroom();
  expect(await saveMenuItem(db, aMember(db, 'editor'), { ...epaper, href })).toEqual(refused(code, 'href'));
  expect(announced(db)).toEqual([]);
});

test('words are wanted, and few; a menu has an end; a second editor is told', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  expect(await saveMenuItem(db, mitu, { ...epaper, label: ' ' })).toEqual(refused('label-empty', 'label'));
  expect(await saveMenuItem(db, mitu, { ...epaper, label: 'খ'.repeat(41) })).toEqual(
    refused('label-too-long', 'label'),
  );
  for (let at = 0; at < 30; at += 1) await saveMenuItem(db, mitu, epaper);
  expect(await saveMenuItem(db, mitu, epaper)).toEqual(refused('too-many', 'menu'));

  expect(await saveMenuItem(db, mitu, { ...epaper, id: 1, basedOn: 1, label: 'ক' })).toEqual(
    done({ id: 1, version: 2 }),
  );
  expect(await saveMenuItem(db, mitu, { ...epaper, id: 1, basedOn: 1, label: 'খ' })).toEqual(
    refused('stale'),
  );
  expect(await deleteMenuItem(db, mitu, { id: 1, basedOn: 1 })).toEqual(refused('stale'));
  expect(await deleteMenuItem(db, mitu, { id: 1, basedOn: 2 })).toEqual(done());
  expect(await deleteMenuItem(db, mitu, { id: 1, basedOn: 2 })).toEqual(done());
});

test('lines and pages change places among each other, and who saw another order is told', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  await savePage(db, mitu, { id: null, basedOn: 0, slug: 'about', title: 'আমরা', body: 'ক', menu: 'footer' });
  await saveMenuItem(db, mitu, { ...epaper, menu: 'footer' });
  const names = () => menuLines(db).map(({ kind, id }) => `${kind}:${id}`);
  expect(names()).toEqual(['page:1', 'item:1']);

  const up = { menu: 'footer', line: 'item:1', direction: 'up', order: names() } as const;
  expect(await moveMenuLine(db, mitu, up)).toEqual(done({ order: ['item:1', 'page:1'] }));
  expect(names()).toEqual(['item:1', 'page:1']);
  expect(await moveMenuLine(db, mitu, up)).toEqual(refused('stale'));
  expect(await moveMenuLine(db, mitu, { ...up, order: names() })).toEqual(done({ order: names() }));
  expect(names()).toEqual(['item:1', 'page:1']);
  expect(await moveMenuLine(db, mitu, { ...up, order: names(), line: 'item:9' })).toEqual(
    refused('not-found'),
  );
  expect(audited(db).at(-1)).toBe('move-menu-line menu:footer');
  expect(announced(db)).toHaveLength(3);
});

test('a reporter arranges no menus', async () => {
  const db = newsroom();
  const rafi = aMember(db, 'reporter');
  expect(await saveMenuItem(db, rafi, epaper)).toEqual(refused('forbidden'));
  expect(await deleteMenuItem(db, rafi, { id: 1, basedOn: 1 })).toEqual(refused('forbidden'));
  expect(await moveMenuLine(db, rafi, { menu: 'bar', line: 'item:1', direction: 'up', order: [] })).toEqual(
    refused('forbidden'),
  );
});
