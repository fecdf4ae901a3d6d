import { globSync } from 'node:fs';
import type { TestServer } from '../../support/server/test-server';
import { expect, test } from '../../support/test';

/** Later than anything: the newest of a listing stand on its older pages too. */
const CURSOR = '4102444800000-999999';

/** One address for each page that a reader may open, by its file. */
function addressesOf(server: TestServer): Record<string, string> {
  const [live] = server.rows<{ path: string; post: number }>(
    `select '/' || slug || '/' || s.id as path, p.id as post from live_posts p
     join stories s on s.id = p.story_id join sections on sections.id = s.section_id
     where s.state = 'published' and p.removed_at is null limit 1`,
  );
  if (!live) throw new Error('the seed has no live story');
  const [thread] = server.rows<{ path: string; root: number }>(
    `select '/' || slug || '/' || s.id as path, c.id as root from comments c
     join stories s on s.id = c.story_id join sections on sections.id = s.section_id
     where s.state = 'published' and c.state = 'visible' and c.parent_id is null limit 1`,
  );
  if (!thread) throw new Error('the seed has no comment');
  const day = new Date(Date.now() + 6 * 3_600_000).toISOString().slice(0, 10);
  const topic = `/topic/${encodeURIComponent('পরিবেশ')}`;
  return {
    '(reader)': '/',
    '(reader)/[section]': '/national',
    '(reader)/[section]/before/[cursor]': `/national/before/${CURSOR}`,
    '(reader)/[section]/[storyId]': '/international/1',
    '(reader)/[section]/[storyId]/discussion/[page]': `${thread.path}/discussion/thread-${thread.root}`,
    '(reader)/[section]/[storyId]/post/[postId]': `${live.path}/post/${live.post}`,
    '(reader)/archive': '/archive',
    '(reader)/archive/[date]': `/archive/${day}`,
    '(reader)/archive/[date]/before/[cursor]': `/archive/${day}/before/${CURSOR}`,
    '(reader)/byline': '/byline',
    '(reader)/byline/[slug]': '/byline/nahida-sultana',
    '(reader)/byline/[slug]/before/[cursor]': `/byline/nahida-sultana/before/${CURSOR}`,
    '(reader)/contact': '/contact',
    '(reader)/district': '/district',
    '(reader)/district/[code]': '/district/dhaka',
    '(reader)/district/[code]/before/[cursor]': `/district/dhaka/before/${CURSOR}`,
    '(reader)/letter': '/letter',
    '(reader)/missing': '/nothing/at/all/here',
    '(reader)/offline': '/offline',
    '(reader)/page/[slug]': '/page/about',
    '(reader)/photos': '/photos',
    '(reader)/photos/before/[cursor]': `/photos/before/${CURSOR}`,
    '(reader)/popular': '/popular',
    '(reader)/popular/month': '/popular/month',
    '(reader)/popular/week': '/popular/week',
    '(reader)/saved': '/saved',
    '(reader)/search': '/search?q=%E0%A6%A8%E0%A6%A6%E0%A7%80',
    '(reader)/send-news': '/send-news',
    '(reader)/staff': '/staff',
    '(reader)/topic/[slug]': topic,
    '(reader)/topic/[slug]/before/[cursor]': `${topic}/before/${CURSOR}`,
    '(reader)/videos': '/videos',
    '(reader)/videos/before/[cursor]': `/videos/before/${CURSOR}`,
    '(lite)/lite': '/lite',
    '(lite)/lite/[section]': '/lite/national',
    '(lite)/lite/[section]/before/[cursor]': `/lite/national/before/${CURSOR}`,
    '(lite)/lite/[section]/[storyId]': '/lite/international/1',
    '(lite)/lite/[section]/[storyId]/comments': '/lite/international/1/comments',
    '(lite)/lite/[section]/[storyId]/post/[postId]': `/lite${live.path}/post/${live.post}`,
  };
}

/** Pages that know who asks are React's; of the desk they load nothing either. */
const visitors = [
  '/login',
  '/account',
  '/account/confirm',
  '/account/open',
  '/account/unsubscribe',
  '/account/withdraw',
];

/** Words that stand in the editor's library, however it is packed. */
const EDITOR = /prosemirror|tiptap|data-pm-slice|rich__text/i;

const scriptsIn = (html: string) => [...html.matchAll(/<script\b([^>]*)>/g)].map((match) => match[1] ?? '');
const filesIn = (html: string) => [
  ...new Set(html.match(/\/(?:_next\/static|enhance)\/[^"'\s\\]+?\.js/g) ?? []),
];

test('no page that a reader opens names a file of the framework or of the desk, or carries its script', async ({
  server,
}) => {
  const addresses = addressesOf(server);
  const pages = globSync('app/{(reader),(lite)}/**/page.tsx')
    .map((file) => file.replace(/^app\/|\/page\.tsx$/g, ''))
    .sort();
  expect(Object.keys(addresses).sort()).toEqual(pages);

  const enhancements = new Set<string>();
  for (const address of Object.values(addresses)) {
    const answer = await fetch(server.baseURL + address);
    const html = await answer.text();
    expect([address, answer.status]).toEqual([
      address,
      address === addresses['(reader)/missing'] ? 404 : 200,
    ]);
    expect([
      address,
      scriptsIn(html).filter(
        (script) => !/type="application\/ld\+json"|data-first-paint|src="\/enhance\//.test(script),
      ),
    ]).toEqual([address, []]);
    const files = filesIn(html);
    expect([address, files.filter((file) => !file.startsWith('/enhance/'))]).toEqual([address, []]);
    expect([address, EDITOR.test(html)]).toEqual([address, false]);
    for (const file of files) enhancements.add(file);
  }
  expect(enhancements.size).toBeGreaterThan(0);
  for (const file of enhancements)
    expect([file, EDITOR.test(await (await fetch(server.baseURL + file)).text())]).toEqual([file, false]);
});

test('of the desk’s editor nothing is loaded by a page that knows its visitor', async ({ server, page }) => {
  let isFound = false;
  for (const address of visitors) {
    const loaded: string[] = [];
    page.removeAllListeners('response');
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') loaded.push(response.url());
    });
    await page.goto(server.baseURL + address, { waitUntil: 'networkidle' });
    for (const url of loaded) {
      const text = await (await fetch(url)).text();
      expect([address, url, EDITOR.test(text)]).toEqual([address, url, false]);
      isFound ||= text.length > 0;
    }
  }
  // Else the test has looked at nothing.
  expect(isFound).toBe(true);
});
