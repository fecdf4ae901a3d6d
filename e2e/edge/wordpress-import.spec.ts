import { readFileSync } from 'node:fs';
import { expect, testWithOwnServer } from '../support/test';

/** Its sections would stand in the menus of others' tests. */
const test = testWithOwnServer();

const folder = 'lib/wordpress-import/testdata';
const expected = JSON.parse(readFileSync(`${folder}/bengali-small.expected.json`, 'utf8'));

test('a WordPress site is imported while the server runs: old addresses redirect, stories are public, drafts are not', async ({
  request,
  server,
}) => {
  const pathOf = (address: string) => address.replace(expected.site, '');
  const [{ oldUrls: first }] = expected.posts;
  // Cached as 404 before the import.
  expect((await request.get(pathOf(first[0]).replace(/\/$/, ''), { maxRedirects: 0 })).status()).toBe(404);

  expect(await server.barta('import-wordpress', `${folder}/bengali-small.xml`)).toContain('6 published');

  for (const { title, status, oldUrls } of [...expected.posts, ...expected.pages]) {
    for (const address of oldUrls) {
      if (status !== 'publish') {
        const hidden = await request.get(pathOf(address).replace(/(?<=.)\/$/, ''), { maxRedirects: 0 });
        // The front page answers for an unknown post id.
        expect(hidden.status(), address).toBe(address.includes('?') ? 200 : 404);
        expect(await hidden.text()).not.toContain(title);
        continue;
      }
      const old = await request.get(pathOf(address), { maxRedirects: 0 });
      expect(old.status(), address).toBe(301);
      const page = await request.get(old.headers().location ?? '', { maxRedirects: 0 });
      expect(page.status(), address).toBe(200);
      const html = await page.text();
      expect(html).toContain(title);
      expect(html).not.toContain('alert(1)');
    }
  }
  const search = await (await request.get(`/api/search?q=${encodeURIComponent('বইমেলা')}`)).text();
  expect(search).toContain('জমজমাট বাংলাবাজার');
  expect(search).not.toContain('খসড়া: পরীক্ষার সূচি');
  const discussion = await (
    await request.get(
      server.rows<{ at: string }>(
        `select '/' || s.slug || '/' || c.story_id as at from comments c join stories t on t.id = c.story_id
     join sections s on s.id = t.section_id where c.body = 'একমত'`,
      )[0]?.at ?? '',
    )
  ).text();
  expect(discussion).toContain('গতবারের মতো যেন না হয়');
  expect(discussion).not.toContain('@example.org');

  expect(await server.barta('import-wordpress', `${folder}/bengali-small.xml`)).toContain(
    '8 stories and 8 comments were imported before',
  );
});
