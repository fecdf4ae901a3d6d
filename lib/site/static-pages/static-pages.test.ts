import { expect, test } from 'vitest';
import { menuLines, staticPageBySlug } from '@/db/queries/site/site';
import { aMember } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { deletePage } from './delete-page';
import { type PageInput, savePage } from './save-page';

const about: PageInput = {
  id: null,
  basedOn: 0,
  slug: 'about',
  title: ' আমাদের   সম্পর্কে ',
  body: 'আমরা খবর লিখি।\n\n## কীভাবে\n\n- যাচাই করে',
  menu: 'footer',
};

test('a page is written like a story’s text, named in the foot, and told to every page', async () => {
  const db = newsroom();
  expect(await savePage(db, aMember(db, 'editor'), about)).toEqual(done({ id: 1, version: 1 }));

  expect(await staticPageBySlug(db, 'about')).toMatchObject({
    title: 'আমাদের সম্পর্কে',
    bodyHtml: '<p>আমরা খবর লিখি।</p>\n<h2>কীভাবে</h2>\n<ul><li>যাচাই করে</li></ul>',
  });
  expect(menuLines(db)).toMatchObject([{ menu: 'footer', label: 'আমাদের সম্পর্কে', href: '/page/about' }]);
  expect(audited(db)).toEqual(['add-page page:1']);
  expect(announced(db)).toEqual([['page:about', 'pages', 'site']]);
});

test('another text touches its own page only; another name or menu touches all', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  await savePage(db, mitu, about);
  await savePage(db, mitu, { ...about, id: 1, basedOn: 1, body: 'অন্য কথা' });
  await savePage(db, mitu, { ...about, id: 1, basedOn: 2, body: 'অন্য কথা', menu: 'more' });

  expect(announced(db).slice(1)).toEqual([
    ['page:about', 'pages'],
    ['page:about', 'pages', 'site'],
  ]);
  expect(audited(db)).toEqual(['add-page page:1', 'edit-page page:1', 'edit-page page:1']);
});

test('what could run is not stored, and what is only that is no text', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const hostile = '<script>alert(1)</script>';
  expect(await savePage(db, mitu, { ...about, body: hostile })).toEqual(refused('body-empty', 'body'));

  await savePage(db, mitu, {
    ...about,
    body: `ভালো <img src=x onerror=alert(1)> <a href="javascript:x">লিংক</a>`,
  });
  const page = await staticPageBySlug(db, 'about');
  expect(page?.bodyHtml).not.toMatch(/onerror|javascript|<img/);
});

test.each([
  ['no title', { title: '  ' }, refused('title-empty', 'title')],
  ['an endless title', { title: 'খ'.repeat(121) }, refused('title-too-long', 'title')],
  ['a Bengali slug', { slug: 'পাতা' }, refused('slug-invalid', 'slug')],
  ['a slug with a path', { slug: '../admin' }, refused('slug-invalid', 'slug')],
  ['no text', { body: ' \n ' }, refused('body-empty', 'body')],
  ['a book', { body: 'খ'.repeat(100_001) }, refused('body-too-long', 'body')],
])('a page with %s is not kept', async (_, overrides, answer) => {
  const db = newsroom();
  expect(await savePage(db, aMember(db, 'chief'), { ...about, ...overrides })).toEqual(answer);
  expect(announced(db)).toEqual([]);
  expect(audited(db)).toEqual([]);
});

test('two of one address there are not, and a second editor is told', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  await savePage(db, mitu, about);
  expect(await savePage(db, mitu, about)).toEqual(refused('slug-taken', 'slug'));

  await savePage(db, mitu, { ...about, id: 1, basedOn: 1, slug: 'changed', title: 'আমরা' });
  expect(await savePage(db, mitu, { ...about, id: 1, basedOn: 1 })).toEqual(refused('stale'));
  expect(await staticPageBySlug(db, 'about')).toMatchObject({ title: 'আমরা', version: 2 });
  expect(await savePage(db, mitu, { ...about, id: 9, basedOn: 1 })).toEqual(refused('not-found'));
});

test('a page goes once, with its text in the audit; not under somebody’s hands', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  await savePage(db, mitu, about);
  expect(await deletePage(db, mitu, { id: 1, basedOn: 7 })).toEqual(refused('stale'));
  expect(await deletePage(db, mitu, { id: 1, basedOn: 1 })).toEqual(done());
  expect(await deletePage(db, mitu, { id: 1, basedOn: 1 })).toEqual(done());

  expect(await staticPageBySlug(db, 'about')).toBeUndefined();
  expect(audited(db)).toEqual(['add-page page:1', 'delete-page page:1']);
  expect(announced(db)).toHaveLength(2);
});

test('a reporter and a moderator write no pages', async () => {
  const db = newsroom();
  for (const role of ['reporter', 'moderator'] as const) {
    expect(await savePage(db, aMember(db, role), about)).toEqual(refused('forbidden'));
    expect(await deletePage(db, aMember(db, role, 'অন্য'), { id: 1, basedOn: 1 })).toEqual(
      refused('forbidden'),
    );
  }
});
