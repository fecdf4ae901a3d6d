import { readFileSync } from 'node:fs';
import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import {
  bylines,
  commenters,
  comments,
  legacyUrls,
  sections,
  staticPages,
  stories,
  storySections,
  topics,
} from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { theOperator } from '@/lib/people/actor';
import { oldPostNumber } from '@/lib/redirects/old-path';
import { readOldAddress } from '@/lib/redirects/reading';
import { done, refused } from '@/lib/result';
import { searchStories } from '@/lib/search/search-stories';
import { savePage } from '@/lib/site/static-pages/save-page';
import { fieldsOf } from '@/lib/stories/fields/store-fields';
import { editStory } from '@/lib/stories/workflow/edit-story';
import { readExport } from './export/read-export';
import { defaultImportOptions, type ImportOptions } from './import-options';
import type { ImportNote, ImportReport } from './import-report';
import { importSite, type SiteImportInput } from './import-site';

const now = new Date('2026-11-30T08:00:00Z');
let db: Connection;

beforeEach(() => {
  db = newsroom();
});

interface ExpectedReport extends ImportReport {
  notes: ImportNote[];
}

async function move(
  bytes: Uint8Array | Iterable<Uint8Array>,
  options: Partial<ImportOptions> = {},
  passed: SiteImportInput['onProgress'] = undefined,
): Promise<ExpectedReport> {
  const notes: ImportNote[] = [];
  const read = () => (bytes instanceof Uint8Array ? [bytes] : bytes);
  const outcome = await importSite(
    db,
    theOperator,
    {
      read,
      options: { ...defaultImportOptions, ...options },
      addNote: (one) => notes.push(one),
      ...(passed && { onProgress: passed }),
    },
    now,
  );
  if (!outcome.ok) throw new Error(outcome.code);
  return { ...outcome.value, notes };
}

const storyOf = (key: string, id: number) =>
  db
    .select()
    .from(stories)
    .where(eq(stories.externalId, `wp:${key}:${id}`))
    .get();

/** As the edge server looks it up: a path that Next does not know, or the front with an id. */
async function leadsTo(address: string): Promise<string | number | null> {
  const { pathname, search } = new URL(address, 'https://old.example');
  const post = pathname === '/' ? oldPostNumber(`/${search}`) : null;
  const path = pathname === '/' ? `/${search}` : pathname;
  const found = await readOldAddress(post === null ? { path } : { post }, db);
  return found && (found.status === 301 ? found.location : found.status);
}

interface Expected {
  site: string;
  counts: Record<string, number> & { postsByStatus: Record<string, number> };
  posts: {
    wpId: number;
    title: string;
    status: string;
    publishedAt: string | null;
    author: string;
    oldUrls: string[];
    categories: string[];
    tags: string[];
    mustContain: string[];
    mustNotContain: string[];
    commentList: {
      wpId: number;
      parent: number;
      author: string;
      email: string;
      approved: string;
      gmt: string;
      textHas: string;
    }[];
  }[];
  pages: { wpId: number; title: string; oldUrls: string[] }[];
  authors: { login: string; display: string }[];
}

describe.each(['bengali-small', 'small-export-like'])('the export %s', (name) => {
  const file = readFileSync(`lib/wordpress-import/testdata/${name}.xml`);
  const expected: Expected = JSON.parse(
    readFileSync(`lib/wordpress-import/testdata/${name}.expected.json`, 'utf8'),
  );
  const key = new URL(expected.site).host;

  test('each post is a story as it was: title, time, section, topics, byline, state', async () => {
    const report = await move(file);
    expect(report).toMatchObject({
      stories: {
        published: expected.counts.postsByStatus.publish,
        draft: (expected.counts.postsByStatus.draft ?? 0) + (expected.counts.postsByStatus.private ?? 0),
      },
      refused: 0,
      fault: null,
    });
    for (const post of expected.posts) {
      const story = storyOf(key, post.wpId);
      if (!story) throw new Error(`post ${post.wpId} is not here`);
      const isPublic = post.status === 'publish';
      const fields = fieldsOf(db, story);
      const home = db.select().from(sections).where(eq(sections.id, story.sectionId)).get();
      expect({
        headline: story.headline,
        state: story.state,
        publishedAt: story.publishedAt?.toISOString() ?? null,
        sections: [home?.name, ...fields.sections].toSorted(),
        topics: fields.topics.toSorted(),
        bylines: fields.bylines,
      }).toEqual({
        headline: post.title.normalize('NFC'),
        state: isPublic ? 'published' : 'draft',
        publishedAt: isPublic ? post.publishedAt : null,
        sections: post.categories.toSorted(),
        topics: post.tags.toSorted(),
        bylines: [expected.authors.find(({ login }) => login === post.author)?.display],
      });
      for (const words of post.mustContain) expect(story.bodyText).toContain(words);
      for (const words of post.mustNotContain) {
        expect(story.bodyHtml).not.toContain(words);
        expect(JSON.stringify(story.bodyDoc)).not.toContain(words);
      }
    }
  });

  test('each old address of what was public leads to it in one postContext, of what was not to nothing', async () => {
    await move(file);
    for (const post of expected.posts) {
      const story = storyOf(key, post.wpId);
      const home = db
        .select()
        .from(sections)
        .where(eq(sections.id, story?.sectionId ?? 0))
        .get();
      for (const address of post.oldUrls) {
        const here = post.status === 'publish' ? `/${home?.slug}/${story?.id}` : null;
        expect(await leadsTo(address), address).toBe(here);
        if (!address.includes('?')) {
          expect(await leadsTo(decodeURI(address).normalize('NFD')), address).toBe(here);
          expect(await leadsTo(`${address}feed/`), address).toBe(here);
        }
      }
    }
  });

  test('each page is one here, and its old addresses lead to it', async () => {
    await move(file);
    for (const { title, oldUrls } of expected.pages) {
      const page = db.select().from(staticPages).where(eq(staticPages.title, title)).get();
      for (const address of oldUrls) expect(await leadsTo(address), address).toBe(`/page/${page?.slug}`);
    }
  });

  test('each comment stands in its thread, as moderators left it', async () => {
    const report = await move(file);
    const { commentsApproved: visible, commentsPending: held, commentsSpam: spam } = expected.counts;
    expect(report.comments).toMatchObject({ visible, held, spam, hidden: 0, alreadyHere: 0 });
    for (const post of expected.posts) {
      for (const wanted of post.commentList) {
        const comment = db
          .select()
          .from(comments)
          .where(eq(comments.externalId, `wp:${key}:comment:${wanted.wpId}`))
          .get();
        const parent =
          comment?.parentId && db.select().from(comments).where(eq(comments.id, comment.parentId)).get();
        const writer = db
          .select()
          .from(commenters)
          .where(eq(commenters.id, comment?.commenterId ?? 0))
          .get();
        expect(comment).toMatchObject({
          name: wanted.author,
          storyId: storyOf(key, post.wpId)?.id,
          state: wanted.approved === '1' ? 'visible' : wanted.approved === '0' ? 'held' : 'spam',
          createdAt: new Date(wanted.gmt),
          network: '',
          depth: wanted.parent === 0 ? 0 : 1,
        });
        expect(comment?.body).toContain(wanted.textHas);
        expect(parent ? parent.externalId : 0).toBe(wanted.parent && `wp:${key}:comment:${wanted.parent}`);
        expect(writer?.email).toMatch(wanted.email || /@wordpress\.invalid$/);
      }
    }
  });

  test('given twice it doubles nothing and tells nobody anything', async () => {
    await move(file);
    const rows = () =>
      [stories, comments, commenters, sections, topics, legacyUrls].map((table) =>
        db.select().from(table).all(),
      );
    const first = rows();
    const events = announced(db).length;
    const again = await move(file);
    expect(rows()).toEqual(first);
    expect(announced(db)).toHaveLength(events);
    expect(again).toMatchObject({
      stories: { published: 0, draft: 0 },
      alreadyHere: expected.counts.posts,
      comments: { visible: 0, alreadyHere: expected.counts.comments },
      oldAddresses: 0,
      sections: 0,
    });
  });

  test('cut off anywhere it gives what came before, and goes on from there the next time', async () => {
    const whole = newsroom();
    db = whole;
    await move(file);
    const wanted = db.select({ id: stories.externalId }).from(stories).orderBy(asc(stories.externalId)).all();
    for (const part of [0.2, 0.5, 0.8, 0.99]) {
      db = newsroom();
      const cut = await move(file.subarray(0, Math.floor(file.length * part)));
      expect(cut.fault).toMatch(/^Line \d+: the file ends inside </);
      const rest = await move(file);
      expect(rest.fault).toBeNull();
      expect(
        db.select({ id: stories.externalId }).from(stories).orderBy(asc(stories.externalId)).all(),
      ).toEqual(wanted);
      expect(db.select().from(comments).all()).toHaveLength(expected.counts.comments ?? 0);
    }
  });
});

test('pages come as pages, in no menu, under their old addresses, beside those of the newsroom', async () => {
  const own = {
    id: null,
    basedOn: 0,
    slug: 'about',
    title: 'আমরা',
    body: 'আমাদের কথা',
    menu: 'footer' as const,
  };
  await savePage(db, theOperator, own, now);
  const aPage = (name: string, link: string, content: string, more: Record<string, string> = {}) =>
    anItem({
      'wp:post_type': 'page',
      'wp:post_name': name,
      link: `https://old.example${link}`,
      'content:encoded': content,
      ...more,
    });
  const text =
    '<!-- wp:heading --><h2>কীভাবে</h2><!-- /wp:heading --><p>লিখুন <script>alert(1)</script></p><table><tr><td>এক</td></tr></table>';
  const items = [
    aPage('about', '/about/', 'পুরোনো কথা'),
    aPage('contact', '/contact-us/', text),
    aPage('contact', '/team/contact/', 'দল'),
    aPage('%e0%a6%a6%e0%a6%b2', '/দল/', 'দল', { title: 'আমাদের দল' }),
    aPage('secret', '/secret/', 'গোপন', { 'wp:status': 'private' }),
    aPage('empty', '/empty/', ''),
  ];
  const report = await move(anExport(items));

  expect(report).toMatchObject({ pages: 4, refused: 1, skipped: 1, changed: 2 });
  const [kept, former, contact, ofTeam, team] = db
    .select()
    .from(staticPages)
    .orderBy(asc(staticPages.id))
    .all();
  expect(kept).toMatchObject({ title: 'আমরা', body: 'আমাদের কথা' });
  expect(former).toMatchObject({ slug: 'about-2', body: 'পুরোনো কথা' });
  expect(contact).toMatchObject({
    slug: 'contact',
    menu: 'none',
    body: expect.stringMatching(/^## কীভাবে\n\nলিখুন/),
  });
  expect(contact?.bodyHtml).toMatch(/<td>এক<\/td>/);
  expect(contact?.bodyHtml).not.toContain('alert');
  expect([ofTeam?.slug, team?.slug]).toEqual(['contact-2', expect.stringMatching(/^[a-z-]+$/)]);
  expect(await leadsTo('/about/')).toBe('/page/about-2');
  expect(await leadsTo('/?page_id=103')).toBe('/page/contact-2');
  expect(await leadsTo(encodeURI('/দল/'))).toBe(`/page/${team?.slug}`);
  expect(await leadsTo('/secret/')).toBeNull();

  // As a power cut may leave it: the page is stored and its address is not.
  db.delete(legacyUrls).where(eq(legacyUrls.target, '/page/contact')).run();
  last = 100;
  const before = db.select().from(staticPages).all();
  expect(await move(anExport(items))).toMatchObject({ pages: 0, oldAddresses: 1 });
  expect(db.select().from(staticPages).all()).toEqual(before);
});

/** An export written here; each item as its elements. */
function anExport(items: readonly string[], head = ''): Uint8Array {
  return new TextEncoder().encode(
    `<rss><channel><title>পুরোনো কাগজ</title><wp:base_blog_url>https://www.old.example</wp:base_blog_url>${head}${items.join('')}</channel></rss>`,
  );
}

let last = 100;
beforeEach(() => {
  last = 100;
});

function anItem(overrides: Record<string, string> = {}, more = ''): string {
  last += 1;
  const texts: Record<string, string> = {
    title: `খবর ${last}`,
    link: `https://old.example/খবর-${last}/`,
    'dc:creator': 'mitu',
    'content:encoded': 'কথা।',
    'wp:post_id': String(last),
    'wp:post_type': 'post',
    'wp:status': 'publish',
    'wp:post_date': '2020-01-02 09:00:00',
    'wp:post_date_gmt': '2020-01-02 03:00:00',
    'wp:comment_status': 'open',
    ...overrides,
  };
  const elements = Object.entries(texts).map(([name, text]) => `<${name}><![CDATA[${text}]]></${name}>`);
  return `<item>${elements.join('')}${more}</item>`;
}

const aCategory = (nicename: string, name: string, parent = '') =>
  `<wp:category><wp:category_nicename>${nicename}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name><![CDATA[${name}]]></wp:cat_name></wp:category>`;
const inCategory = (nicename: string, name = nicename) =>
  `<category domain="category" nicename="${nicename}"><![CDATA[${name}]]></category>`;
const aComment = (id: number, parent = 0, overrides: Record<string, string> = {}) => {
  const attributes = {
    id,
    parent,
    author: 'রহিম',
    author_email: 'r@example.org',
    content: `কথা ${id}`,
    approved: '1',
    date_gmt: '2020-01-02 04:00:00',
    ...overrides,
  };
  return `<wp:comment>${Object.entries(attributes)
    .map(([name, text]) => `<wp:comment_${name}><![CDATA[${text}]]></wp:comment_${name}>`)
    .join('')}</wp:comment>`;
};

const first = () => storyOf('old.example', 101);

test.each([
  ['publish', {}, 'published'],
  ['future', { 'wp:post_date_gmt': '2030-01-01 00:00:00' }, 'scheduled'],
  ['future', {}, 'published'],
  ['pending', {}, 'filed'],
  ['draft', {}, 'draft'],
  ['private', {}, 'draft'],
  ['publish', { 'wp:post_password': 'secret' }, 'draft'],
  ['publish', { 'wp:post_date_gmt': '0000-00-00 00:00:00', 'wp:post_date': '0000-00-00 00:00:00' }, 'draft'],
  ['archived-by-a-plugin', {}, 'draft'],
])('what was %s with %j is %s here', async (status, overrides, state) => {
  await move(anExport([anItem({ 'wp:status': status, ...overrides })]));
  expect(first()?.state).toBe(state);
});

test.each(['trash', 'auto-draft', 'inherit'])('what was %s stays behind, and is named', async (status) => {
  const report = await move(anExport([anItem({ 'wp:status': status })]));
  expect(first()).toBeUndefined();
  expect(report.notes).toEqual([{ post: 101, grade: 'skipped', reason: `is "${status}" in WordPress` }]);
});

test('times: UTC where it is said, the site’s own clock where not; a later change is said to readers', async () => {
  await move(
    anExport([
      anItem({ 'wp:post_date': '2020-01-02 08:30:00', 'wp:post_modified_gmt': '2020-01-05 00:00:00' }),
      anItem({ 'wp:post_date': '2020-01-02 08:30:00', 'wp:post_date_gmt': '0000-00-00 00:00:00' }),
      anItem({ 'wp:post_modified_gmt': '2020-01-01 00:00:00' }),
      anItem({ 'wp:post_modified_gmt': '2020-01-02 03:00:59' }),
    ]),
  );
  expect(db.select().from(stories).orderBy(asc(stories.id)).all()).toMatchObject([
    { publishedAt: new Date('2020-01-02T03:00:00Z'), correctedAt: new Date('2020-01-05T00:00:00Z') },
    { publishedAt: new Date('2020-01-02T03:00:00Z'), correctedAt: null },
    { publishedAt: new Date('2020-01-02T03:00:00Z'), correctedAt: null },
    { publishedAt: new Date('2020-01-02T03:00:00Z'), correctedAt: null },
  ]);
});

test('a post whose own day is not said is found by the day that it was published on', async () => {
  const date = '0000-00-00 00:00:00';
  await move(anExport([anItem({ 'wp:post_date': date, 'wp:post_date_gmt': '2020-01-02 20:00:00' })]));
  expect(await leadsTo('/2020/01/03/')).toBe('/archive/2020-01-03');
  expect(await leadsTo('/0000/00/00/')).toBeNull();
});

test('new sections stand in the order of the file, each behind what holds it; those without posts do not come', async () => {
  const head =
    aCategory('economy', 'অর্থনীতি') +
    aCategory('world', 'বিদেশ') +
    aCategory('nothing', 'কিছু না') +
    aCategory('art', 'শিল্প') +
    aCategory('asia', 'এশিয়া', 'world');
  const items = [
    anItem({}, inCategory('asia')),
    anItem({}, inCategory('art')),
    anItem({ 'wp:status': 'trash' }, inCategory('nothing')),
    anItem({}, inCategory('economy')),
  ];
  const before = db.select().from(sections).all().length;
  await move(anExport(items, head));
  const made = db
    .select()
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.id))
    .all()
    .slice(before);
  expect(made.map(({ slug }) => slug)).toEqual(['economy', 'world', 'art', 'asia']);
  expect(made[3]?.parentId).toBe(made[1]?.id);
});

test('a long run tells how far it is, of how many', async () => {
  const progress: number[][] = [];
  const items = Array.from({ length: 2500 }, () => anItem({ 'wp:status': 'trash' }));
  await move(anExport(items), {}, (posts, all) => progress.push([posts, all]));
  expect(progress).toEqual([
    [1000, 2500],
    [2000, 2500],
  ]);
});

test('comments under what has no discussion here are counted, and named with what they stood under', async () => {
  const commentsXml = aComment(1) + aComment(2, 1) + aComment(3, 0, { type: 'pingback' });
  const page = { 'wp:post_type': 'page', 'wp:post_name': 'about' };
  const file = { 'wp:post_type': 'attachment', 'wp:status': 'inherit' };
  const report = await move(anExport([anItem(page, commentsXml), anItem(file, aComment(4))]));
  expect(report.comments).toMatchObject({ visible: 0, skipped: 3 });
  expect(report.notes.map(({ post, grade, reason }) => [post, grade, reason])).toEqual([
    [101, 'skipped', 'comments under this page: 2; only stories have a discussion'],
    [102, 'skipped', 'comments under this attachment: 1; only stories have a discussion'],
  ]);
  expect(announced(db)).toContainEqual(['old-addresses']);
});

test('an address of electronic mail is shown to no reader, though somebody gave it as a name', async () => {
  await move(
    anExport([
      anItem({ 'dc:creator': 'mitu@old.example' }, aComment(1, 0, { author: 'karim@example.org' })),
      anItem({}, '<category domain="author" nicename="cap-x">rahim@old.example</category>'),
    ]),
  );
  expect(db.select().from(comments).get()?.name).toBe('karim');
  expect(
    db
      .select({ name: bylines.name })
      .from(bylines)
      .all()
      .map(({ name }) => name),
  ).toEqual(['mitu', 'rahim']);
});

test('what was taken down or put up in WordPress since it came is told, and stays here as it is', async () => {
  const run = async (...items: Record<string, string>[]) => {
    last = 100;
    return (await move(anExport(items.map((one) => anItem(one))))).notes.map(({ post, reason }) => [
      post,
      reason,
    ]);
  };
  await run({}, {}, { 'wp:status': 'draft' }, {});
  const notes = await run(
    { 'wp:status': 'private' },
    { 'wp:post_password': 'x' },
    {},
    { 'wp:status': 'trash' },
  );
  expect(notes).toEqual([
    [104, 'is "trash" in WordPress, and stays here as it is (published)'],
    [101, 'is for no reader in WordPress now, and is published here'],
    [102, 'is for no reader in WordPress now, and is published here'],
    [103, 'is published in WordPress now, and a draft here'],
  ]);
  expect(
    db
      .select({ state: stories.state })
      .from(stories)
      .orderBy(asc(stories.id))
      .all()
      .map(({ state }) => state),
  ).toEqual([...['published', 'published', 'draft', 'published']]);
});

test('categories become sections: named ones, known ones, Latin ones, none that is reserved; one step deep, in no circle', async () => {
  const head = [
    aCategory('khela', 'খেলা'),
    aCategory('national', 'National news'),
    aCategory('topic', 'Topic'),
    aCategory('%e0%a6%ac%e0%a6%bf%e0%a6%b6%e0%a7%8d%e0%a6%ac', 'বিশ্ব'),
    aCategory('asia', 'এশিয়া', '%e0%a6%ac%e0%a6%bf%e0%a6%b6%e0%a7%8d%e0%a6%ac'),
    aCategory('dhaka', 'ঢাকা', 'asia'),
    aCategory('a', 'ক', 'b'),
    aCategory('b', 'খ', 'a'),
    aCategory('wished', 'ইচ্ছা'),
  ].join('');
  const names = ['khela', 'national', 'topic', 'dhaka', 'a', 'wished', 'not-declared'];
  await move(
    anExport(
      names.map((one) => anItem({}, inCategory(one))),
      head,
    ),
    {
      sections: new Map([['ইচ্ছা', 'national']]),
    },
  );
  const homes = db
    .select({ slug: sections.slug, parentId: sections.parentId })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .orderBy(asc(stories.id))
    .all();
  const world = db.select().from(sections).where(eq(sections.name, 'বিশ্ব')).get();
  expect(world?.slug).toMatch(/^[a-z]+$/);
  expect(homes.map(({ slug }) => slug)).toEqual([
    'sports',
    'national',
    'topic-2',
    'dhaka',
    'a',
    'national',
    'not-declared',
  ]);
  expect(homes[3]?.parentId).toBe(world?.id);
  expect(await leadsTo(`/category/${encodeURIComponent('বিশ্ব')}/asia/dhaka/page/3/`)).toBe('/dhaka');
  expect(await leadsTo('/category/khela/feed/')).toBe('/sports/feed.xml');
  // Parent categories without posts of their own, which listed those of their children.
  for (const holder of ['বিশ্ব', 'বিশ্ব/asia', 'asia'])
    expect(await leadsTo(encodeURI(`/category/${holder}/`)), holder).toBe(`/${world?.slug}`);
});

test('the home is the main category, else the innermost; the others list it too', async () => {
  const head =
    aCategory('out', 'বাইরে') +
    aCategory('in', 'ভেতরে', 'out') +
    aCategory('main', 'মূল').replace('<wp:category_n', '<wp:term_id>9</wp:term_id><wp:category_n');
  const three = inCategory('out') + inCategory('in') + inCategory('main');
  const meta =
    '<wp:postmeta><wp:meta_key>_yoast_wpseo_primary_category</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>';
  await move(anExport([anItem({}, three + meta), anItem({}, inCategory('out') + inCategory('in'))], head));
  const slugOf = (id: number | undefined) =>
    db
      .select()
      .from(sections)
      .where(eq(sections.id, id ?? 0))
      .get()?.slug;
  const others = (id: number | undefined) =>
    db
      .select()
      .from(storySections)
      .where(eq(storySections.storyId, id ?? 0))
      .orderBy(asc(storySections.position))
      .all()
      .map((row) => slugOf(row.sectionId));
  expect([slugOf(first()?.sectionId), others(first()?.id)]).toEqual(['main', ['in', 'out']]);
  const second = storyOf('old.example', 102);
  expect([slugOf(second?.sectionId), others(second?.id)]).toEqual(['in', ['out']]);
  expect([await leadsTo('/?cat=9'), await leadsTo('/?cat=8')]).toEqual(['/main', null]);
});

test('a post that is odd comes as near as it can, one that cannot is named, and the rest goes on', async () => {
  const report = await move(
    anExport([
      anItem({ title: '', 'content:encoded': 'প্রথম কথা এই।\n\nপরে।' }),
      anItem({ title: '', 'content:encoded': '' }),
      anItem({ title: `${'ক'.repeat(250)}` }),
      anItem({ 'content:encoded': `<p>${'ক'.repeat(700_000)}</p>` }),
      anItem({ 'wp:post_id': 'x' }),
      anItem({ 'content:encoded': '<script>alert(1)</script>' }),
      anItem({ title: 'এক &#8216;দুই&#8217; <b>তিন</b> &amp; চার' }),
      anItem({ 'content:encoded': `<ul>${'<li>১</li><li>২</li>'.repeat(20_000)}</ul>` }),
      anItem({ 'content:encoded': `${'<ul><li>'.repeat(9)}গভীর${'</li></ul>'.repeat(9)}` }),
    ]),
  );
  const headlines = db
    .select({ headline: stories.headline, text: stories.bodyText })
    .from(stories)
    .orderBy(asc(stories.id))
    .all();
  expect(headlines).toMatchObject([
    { headline: 'প্রথম কথা এই।' },
    { headline: 'শিরোনামহীন (102)', text: 'শিরোনামহীন (102)' },
    { headline: `${'ক'.repeat(199)}…` },
    { headline: 'খবর 104' },
    { headline: 'খবর 106', text: 'খবর 106' },
    { headline: 'এক ‘দুই’ তিন & চার' },
    { headline: 'খবর 108' },
    { headline: 'খবর 109' },
  ]);
  expect(report.notes.filter(({ grade }) => grade === 'refused')).toEqual([
    { post: null, grade: 'refused', reason: '"খবর 105" has no id' },
  ]);
  expect(report).toMatchObject({ refused: 1, stories: { published: 8 } });
  expect(storyOf('old.example', 104)?.bodyText).toHaveLength(700_000);
  // All its text is there, though not its forty thousand items.
  expect(storyOf('old.example', 108)?.bodyText).toMatch(/^১ ২ /);
  expect(storyOf('old.example', 109)?.bodyText).toBe('গভীর');
});

test('two posts of one address: the first has it, and the other is still found by its number', async () => {
  const report = await move(anExport([anItem(), anItem({ link: 'https://old.example/খবর-101' })]));
  expect(await leadsTo('/খবর-101')).toMatch(/\/1$/);
  expect(await leadsTo('/?p=102')).toBe('/others/2');
  expect(report.notes).toMatchObject([{ post: 102, grade: 'changed' }]);
});

test('an address that cannot be one leaves the number, and a page whose address is taken comes once', async () => {
  const page = { 'wp:post_type': 'page', 'wp:post_name': 'about', link: 'https://old.example/about/' };
  const items = () => {
    last = 100;
    const other = { ...page, 'content:encoded': 'অন্য কথা' };
    return anExport([anItem({ link: 'https://old.example/%E0%A6/' }), anItem(page), anItem(other)]);
  };
  await move(items());
  expect(await leadsTo('/?p=101')).toBe('/others/1');
  expect(await leadsTo('/about/')).toBe('/page/about');
  expect(await leadsTo('/?page_id=103')).toBe('/page/about-2');
  db.update(staticPages).set({ body: 'ডেস্কের কথা' }).run();
  expect(await move(items())).toMatchObject({ pages: 0, oldAddresses: 0 });
  expect(db.select().from(staticPages).all()).toHaveLength(2);
});

test('a page of a second old site comes, though a post of the first has its number', async () => {
  await move(anExport([anItem()]));
  last = 100;
  const other = anExport([
    anItem({ 'wp:post_type': 'page', 'wp:post_name': 'team', link: 'https://b.example/team/' }),
  ]);
  const report = await move(
    new TextEncoder().encode(new TextDecoder().decode(other).replace('www.old', 'b')),
  );
  expect(report).toMatchObject({ pages: 1 });
  expect([await leadsTo('/team/'), await leadsTo('/?p=101')]).toEqual(['/page/team', '/others/1']);
});

test('a draft that the desk has published since gets its old addresses by the next run', async () => {
  const items = anExport([anItem({ 'wp:status': 'private' })]);
  await move(items);
  expect(await move(items)).toMatchObject({ oldAddresses: 0 });
  expect(await leadsTo('/খবর-101/')).toBeNull();

  db.update(stories).set({ state: 'published', publishedAt: now, firstPublishedAt: now }).run();
  await move(items);
  expect([await leadsTo('/খবর-101/'), await leadsTo('/?p=101')]).toEqual(['/others/1', '/others/1']);
  expect(await move(items)).toMatchObject({ oldAddresses: 0 });
});

test('a slug that a post had before gives way to the post that has it now, wherever they stand in the file', async () => {
  const before =
    '<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>khobor</wp:meta_value></wp:postmeta>';
  const later = anItem({ link: 'https://old.example/khobor/' });
  last = 101;
  const items = [
    anItem({ link: 'https://old.example/naam/' }, before + before.replace('khobor', 'free')),
    later,
  ];
  const report = await move(anExport(items));
  expect(await leadsTo('/khobor/')).toBe('/others/2');
  expect(await leadsTo('/free/')).toBe('/others/1');
  expect(report.notes).toEqual([]);

  // As a power cut may leave it.
  db.delete(legacyUrls).where(eq(legacyUrls.path, '/free')).run();
  await move(anExport(items));
  expect(await leadsTo('/free/')).toBe('/others/1');
});

test('links to the old site lead to what is here, also to what comes later; others stay', async () => {
  const links = [
    'https://old.example/খবর-102/',
    'http://www.old.example/?p=102',
    '/খবর-103/#respond',
    'https://other.example/a',
    'https://old.example/nothing',
  ];
  const content = links.map((href) => `<a href="${href}">ক</a>`).join(' ');
  await move(
    anExport([anItem({ 'content:encoded': content }), anItem(), anItem({ 'content:encoded': content })]),
  );
  const hrefs = (id: number) =>
    [...JSON.stringify(storyOf('old.example', id)?.bodyDoc).matchAll(/"href":"([^"]*)"/g)].map(
      ([, href]) => href,
    );
  const wanted = [
    '/others/2',
    '/others/2',
    '/others/3',
    'https://other.example/a',
    'https://old.example/nothing',
  ];
  expect(hrefs(101)).toEqual(wanted);
  expect(hrefs(103)).toEqual(wanted);
  expect(first()?.bodyHtml).toContain('href="/others/2"');
});

test('links lead also to what comes in a later file, once the first is given again; not in what was worked on', async () => {
  const link = { 'content:encoded': '<a href="https://old.example/?p=103">ক</a>' };
  const earlier = anExport([anItem(link), anItem(link)]);
  await move(earlier);
  const other = storyOf('old.example', 102);
  if (!other) throw new Error('not here');
  const changed = { ...fieldsOf(db, other), storyId: other.id, basedOn: 1, kicker: 'ডেস্ক' };
  expect((await editStory(db, aMember(db, 'editor'), changed, now)).ok).toBe(true);

  await move(anExport([anItem()]));
  expect(JSON.stringify(first()?.bodyDoc)).toContain('old.example');
  await move(earlier);
  expect(first()).toMatchObject({ version: 1, bodyHtml: expect.stringContaining('href="/others/3"') });
  expect(storyOf('old.example', 102)?.bodyHtml).toContain('old.example');
});

test('old addresses of listings, numbers, former slugs and later pages', async () => {
  const meta =
    '<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>purono</wp:meta_value></wp:postmeta>';
  const tag = '<category domain="post_tag" nicename="%e0%a6%a8%e0%a6%a6%e0%a7%80"><![CDATA[নদী]]></category>';
  const author =
    '<wp:author><wp:author_id>4</wp:author_id><wp:author_login>mitu</wp:author_login><wp:author_display_name>মিতু রহমান</wp:author_display_name></wp:author>';
  await move(anExport([anItem({}, meta + tag), anItem({ link: 'https://old.example/?p=102' })], author));
  for (const [address, here] of [
    ['/purono/', '/others/1'],
    ['/archives/102', '/others/2'],
    ['/?p=102', '/others/2'],
    ['/খবর-101/comment-page-2/', '/others/1'],
    ['/খবর-101/amp/', '/others/1'],
    ['/খবর-101/2/', '/others/1'],
    [`/tag/${encodeURIComponent('নদী')}/page/2/`, `/topic/${encodeURIComponent('নদী')}`],
    [`/tag/${encodeURIComponent('নদী')}/feed/rss2/`, `/topic/${encodeURIComponent('নদী')}/feed.xml`],
    [`/?tag=${encodeURIComponent('নদী')}`, `/topic/${encodeURIComponent('নদী')}`],
    ['/?author=4', `/byline/${encodeURIComponent('মিতু-রহমান')}`],
    ['/?author=5', null],
    ['/author/mitu/', `/byline/${encodeURIComponent('মিতু-রহমান')}`],
    ['/2020/01/02/', '/archive/2020-01-02'],
    ['/2020/01/', '/archive/2020-01'],
    ['/2020/', '/archive'],
    ['/2020/02/', null],
    ['/page/7/', '/'],
    ['/feed/', '/feed.xml'],
    ['/feed/atom/', '/feed.atom'],
    ['/nothing/feed/', null],
  ] as const)
    expect(await leadsTo(address), address).toBe(here);
});

test('threads: an answer may come first, one that is skipped is passed over, a circle ends', async () => {
  const report = await move(
    anExport([
      anItem(
        {},
        [
          aComment(3, 2),
          aComment(2, 1),
          aComment(1),
          aComment(4, 99),
          aComment(5, 6),
          aComment(6, 5),
          aComment(7, 0, { type: 'pingback' }),
          aComment(8, 0, { approved: 'trash' }),
          aComment(9, 0, { content: '   ' }),
          aComment(10, 0, { content: 'কথা 1' }),
          aComment(11, 1, {
            author_email: 'no address',
            author: '',
            content: '<p>5 &lt; 6 &amp;&amp; 7 &gt; 3</p><script>alert(1)</script>',
          }),
        ].join(''),
      ),
    ]),
  );
  const rows = db.select().from(comments).all();
  const row = (id: number) => rows.find(({ externalId }) => externalId === `wp:old.example:comment:${id}`);
  expect(row(3)).toMatchObject({ parentId: row(2)?.id, rootId: row(1)?.id, depth: 2 });
  expect(row(4)).toMatchObject({ parentId: null, depth: 0 });
  expect([row(5)?.depth, row(6)?.depth].toSorted()).toEqual([0, 1]);
  expect(row(8)?.state).toBe('hidden');
  expect([row(7), row(9), row(10)]).toEqual([undefined, undefined, undefined]);
  expect(row(11)).toMatchObject({ body: '5 < 6 && 7 > 3', name: 'নাম নেই' });
  expect(report.comments).toEqual({ visible: 7, held: 0, spam: 0, hidden: 1, skipped: 3, alreadyHere: 0 });
  expect(db.select().from(commenters).where(eq(commenters.email, 'r@example.org')).get()).toMatchObject({
    approved: 6,
    hidden: 1,
  });
});

test('comments that a later export has are added, and what the newsroom has changed since stays', async () => {
  await move(anExport([anItem({}, aComment(1))]));
  const mitu = aMember(db, 'editor');
  const story = first();
  if (!story) throw new Error('not here');
  const { ok } = await editStory(
    db,
    mitu,
    { ...fieldsOf(db, story), storyId: story.id, basedOn: story.version, headline: 'ডেস্কের শিরোনাম' },
    now,
  );
  expect(ok).toBe(true);
  last = 100;
  const report = await move(anExport([anItem({ title: 'অন্য শিরোনাম' }, aComment(1) + aComment(2, 1))]));
  expect(first()?.headline).toBe('ডেস্কের শিরোনাম');
  expect(report).toMatchObject({ alreadyHere: 1, comments: { visible: 1, alreadyHere: 1 } });
});

test('whatever is given in post meta, co-authors, and other types of post where they are asked for', async () => {
  const meta =
    '<wp:postmeta><wp:meta_key>sub</wp:meta_key><wp:meta_value>ছোট কথা</wp:meta_value></wp:postmeta>' +
    '<wp:postmeta><wp:meta_key>dateline</wp:meta_key><wp:meta_value>ঢাকা</wp:meta_value></wp:postmeta>';
  const coauthors =
    '<category domain="author" nicename="cap-rahim">রহিম</category><category domain="author" nicename="cap-karim">করিম</category>';
  const items = [anItem({ 'wp:post_type': 'news' }, meta + coauthors), anItem({ 'wp:post_type': 'product' })];
  const report = await move(anExport(items), { types: ['news'], kickerKey: 'sub' });
  const story = first();
  expect(story && fieldsOf(db, story)).toMatchObject({
    kicker: 'ছোট কথা',
    dateline: 'ঢাকা',
    bylines: ['রহিম', 'করিম'],
  });
  expect(report.notes).toEqual([
    { post: null, grade: 'skipped', reason: '1 of the type "product", which is not a story' },
  ]);
  expect(await leadsTo('/author/karim')).toBe(`/byline/${encodeURIComponent('করিম')}`);
});

test('who may not publish, curate, moderate and set may not move in', async () => {
  const options = { read: () => [anExport([anItem()])], options: defaultImportOptions };
  for (const role of ['reporter', 'editor', 'moderator'] as const)
    expect(await importSite(db, aMember(db, role, role), options, now)).toEqual(refused('forbidden'));
  expect(db.select().from(stories).all()).toEqual([]);
  expect(await importSite(db, aMember(db, 'chief'), options, now)).toEqual(
    done(expect.objectContaining({ refused: 0 })),
  );
});

describe('a large export', () => {
  const head = `<rss><channel><title>T</title><link>https://old.example</link>${aCategory('national', 'জাতীয়')}`;

  function* chunks(posts: number, text: string) {
    last = 0;
    yield new TextEncoder().encode(head);
    for (let at = 0; at < posts; at += 1)
      yield new TextEncoder().encode(anItem({ 'content:encoded': text }, inCategory('national')));
    yield new TextEncoder().encode('</channel></rss>');
  }

  function stopping(posts: number, text: string, before: number) {
    let run = 0;
    return function* () {
      run += 1;
      for (const [at, chunk] of [...chunks(posts, text)].entries()) {
        // The second pass is the one that writes.
        if (run === 2 && at === before) throw new Error('the machine was switched off');
        yield chunk;
      }
    };
  }

  test('of long texts is written a few at a time, since who comments meanwhile waits', async () => {
    const read = stopping(8, 'কথা '.repeat(25_000), 8);
    await expect(importSite(db, theOperator, { read, options: defaultImportOptions }, now)).rejects.toThrow(
      'switched off',
    );
    expect(db.select().from(stories).all()).toHaveLength(6);
  });

  test('is read a post at a time: none is asked for before the last one was taken', async () => {
    let given = 0;
    let items = 0;
    const counted = function* () {
      for (const chunk of chunks(10_000, 'কথা '.repeat(100))) {
        given += 1;
        yield chunk;
      }
    };
    for await (const part of readExport(counted())) {
      if (part.kind !== 'item') continue;
      items += 1;
      // The head was one chunk, and each post is one.
      expect(given).toBe(items + 1);
    }
    expect(items).toBe(10_000);
  });

  test('that stops in the middle of a batch is whole after the next run, each post once', async () => {
    const read = stopping(130, 'কথা।', 90);
    await expect(importSite(db, theOperator, { read, options: defaultImportOptions }, now)).rejects.toThrow(
      'switched off',
    );
    // Whole batches only.
    expect(db.select().from(stories).all()).toHaveLength(50);

    const report = await move([...chunks(130, 'কথা।')]);
    expect(report).toMatchObject({ alreadyHere: 50, stories: { published: 80 } });
    const ids = db.select({ id: stories.externalId }).from(stories).all();
    expect(new Set(ids.map(({ id }) => id)).size).toBe(130);
  });
});

test('what has come in is found by readers at once, is announced, and its topics and bylines are counted', async () => {
  const tag = '<category domain="post_tag" nicename="x">নদী</category>';
  await move(
    anExport([
      anItem({ title: 'কুয়াশায় ঢাকা নদী' }, tag),
      anItem({ 'wp:status': 'draft', title: 'গোপন কথা' }, tag),
    ]),
  );
  expect((await searchStories(db, { q: 'কুয়াশা' })).stories).toMatchObject([{ headline: 'কুয়াশায় ঢাকা নদী' }]);
  expect((await searchStories(db, { q: 'গোপন' })).stories).toEqual([]);
  expect(db.select().from(topics).all()).toMatchObject([{ name: 'নদী', stories: 2 }]);
  expect(announced(db).flat()).toEqual(
    expect.arrayContaining(['story:1', 'section:others', 'topic:নদী', 'latest', 'front']),
  );
  expect(announced(db).flat()).not.toContain('story:2');
});
