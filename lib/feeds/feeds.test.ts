import { describe, expect, test } from 'vitest';
import { settings, topics } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import type { Fed } from './feed';
import { atom } from './formats/atom';
import { jsonFeed } from './formats/json-feed';
import { rss } from './formats/rss';
import { readFeed, readTopicInstead } from './reading';
import { all, only, type XmlElement, xmlTree } from './testing/xml-tree';

const site = 'https://barta.example';
const later = new Date('2026-11-24T09:30:00Z');
const hostile = 'ক ও "খ" <script>alert(1)</script> & \u0008\uFFFE]]>';

function aNewsroom() {
  const db = newsroom();
  aStory(db, {
    section: 'sports',
    topics: ['পরিবেশ'],
    bylines: ['nahida'],
    headline: hostile,
    standfirst: 'ছোট করে',
  });
  aStory(db, {
    section: 'national',
    topics: ['পরিবেশ'],
    standfirst: '',
    correctedAt: later,
    bodyHtml:
      '<p>দেখুন <a href="/topic/পরিবেশ?a=1&amp;b=২">এখানে</a> ও <a href="#part">এখানে</a></p>' +
      '<img src="/media/0123456789abcdef0123-640.webp" srcset="/media/a.webp 320w, /media/b.webp 640w">',
    bodyText: 'দেখুন এখানে',
  });
  aStory(db, { section: 'national', state: 'draft', headline: 'খসড়া' });
  return db;
}

const feeds: Fed[] = [
  { kind: 'site' },
  { kind: 'section', slug: 'sports' },
  { kind: 'section', slug: 'international' },
  { kind: 'topic', slug: 'পরিবেশ' },
  { kind: 'byline', slug: 'nahida' },
];

async function read(fed: Fed, db = aNewsroom(), hub?: string) {
  const found = await readFeed(fed, { db, site, now: later, hub });
  if (!found) throw new Error('no such feed');
  return found;
}

/** Absolute, and in ASCII. */
const isAddress = (address: string | undefined) => /^https?:\/\/[\x21-\x7e]+$/.test(address ?? '');
const rfc822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

describe.each(feeds)('the feed of $kind $slug', (fed) => {
  test('is RSS 2.0 as its specification has it', async () => {
    const root = xmlTree(rss.write((await read(fed)).feed));
    expect(root).toMatchObject({ name: 'rss', attributes: { version: '2.0' } });
    for (const name of namesIn(root)) {
      const prefix = name.split(':')[0] as string;
      if (name.includes(':')) expect(root.attributes, name).toHaveProperty(`xmlns:${prefix}`);
    }
    const [channel] = all(root, 'channel') as [XmlElement];
    expect(isAddress(only(channel, 'link'))).toBe(true);
    expect(only(channel, 'title')).not.toBe('');
    expect(only(channel, 'description')).not.toBe('');
    expect(only(channel, 'language')).toBe('bn');
    expect(only(channel, 'lastBuildDate')).toMatch(rfc822);
    const [image] = all(channel, 'image') as [XmlElement];
    expect(only(image, 'title')).toBe(only(channel, 'title'));
    expect(only(image, 'link')).toBe(only(channel, 'link'));
    expect(Number(only(image, 'width'))).toBeLessThanOrEqual(144);
    expect(only(image, 'url')).toMatch(/\.(png|jpe?g|gif)$/);
    const self = all(channel, 'atom:link').filter((link) => link.attributes.rel === 'self');
    expect(self.map((link) => link.attributes.href)).toEqual([
      `${only(channel, 'link').replace(/\/$/, '')}/feed.xml`,
    ]);

    const items = all(channel, 'item');
    const guids = items.map((item) => only(item, 'guid'));
    expect(new Set(guids).size).toBe(guids.length);
    for (const item of items) {
      expect(isAddress(only(item, 'link'))).toBe(true);
      expect(only(item, 'pubDate')).toMatch(rfc822);
      expect(only(item, 'title')).not.toBe('');
      expect(only(item, 'description')).not.toBe('');
      expect(all(item, 'guid')[0]?.attributes.isPermaLink).toBe('false');
      expect(only(item, 'content:encoded')).not.toMatch(/(href|src|srcset)="\//);
    }
  });

  test('is Atom as RFC 4287 has it', async () => {
    const root = xmlTree(atom.write((await read(fed)).feed));
    expect(root).toMatchObject({ name: 'feed', attributes: { xmlns: 'http://www.w3.org/2005/Atom' } });
    expect(isAddress(only(root, 'id'))).toBe(true);
    expect(only(root, 'title')).not.toBe('');
    expect(only(root, 'updated')).toMatch(rfc3339);
    expect(all(root, 'link').filter((link) => link.attributes.rel === 'self')).toHaveLength(1);
    const ids = all(root, 'entry').map((entry) => only(entry, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of all(root, 'entry')) {
      expect(only(entry, 'id')).toMatch(/^tag:barta\.example,2026:story:\d+$/);
      expect(only(entry, 'title')).not.toBe('');
      expect(only(entry, 'updated')).toMatch(rfc3339);
      expect(only(entry, 'published')).toMatch(rfc3339);
      expect(all(entry, 'author').every((author) => only(author, 'name') !== '')).toBe(true);
      expect(all(entry, 'author').length).toBeGreaterThan(0);
      const links = all(entry, 'link').map(({ attributes }) => attributes);
      expect(links).toEqual([
        { rel: 'alternate', type: 'text/html', href: expect.stringMatching(/^https:/) },
      ]);
      expect(all(entry, 'category').every(({ attributes }) => attributes.term !== '')).toBe(true);
    }
  });

  test('is JSON Feed 1.1', async () => {
    const feed = JSON.parse(jsonFeed.write((await read(fed)).feed));
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', language: 'bn' });
    expect(feed.title).not.toBe('');
    for (const key of ['home_page_url', 'feed_url', 'icon']) expect(isAddress(feed[key]), key).toBe(true);
    for (const item of feed.items) {
      expect(typeof item.id).toBe('string');
      expect(isAddress(item.url)).toBe(true);
      expect(typeof (item.content_html ?? item.content_text)).toBe('string');
      expect(item.date_published).toMatch(rfc3339);
      expect(item.date_modified).toMatch(rfc3339);
      expect(item.tags.every((name: unknown) => typeof name === 'string')).toBe(true);
    }
  });
});

test('what stands in a feed is what its page lists, newest first, and no draft', async () => {
  const titles = async (fed: Fed) => (await read(fed)).feed.items.map((item) => item.headline);
  expect(await titles({ kind: 'site' })).toEqual(['কুয়াশায় আট ঘণ্টা বন্ধ ফেরি', hostile]);
  expect(await titles({ kind: 'section', slug: 'sports' })).toEqual([hostile]);
  expect(await titles({ kind: 'section', slug: 'international' })).toEqual([]);
  expect(await titles({ kind: 'byline', slug: 'nahida' })).toEqual([hostile]);
});

test('a hostile headline is text in every format', async () => {
  const { feed } = await read({ kind: 'section', slug: 'sports' });
  const wanted = 'ক ও "খ" <script>alert(1)</script> & ]]>';
  const [channel] = all(xmlTree(rss.write(feed)), 'channel') as [XmlElement];
  expect(only(all(channel, 'item')[0] as XmlElement, 'title')).toBe(wanted);
  expect(only(all(xmlTree(atom.write(feed)), 'entry')[0] as XmlElement, 'title')).toBe(wanted);
});

test('a standfirst is text too: in RSS, whose descriptions are HTML, its signs are HTML’s', async () => {
  const db = newsroom();
  aStory(db, { standfirst: '৫ < ৬ && ৭ > ৩, <অ> <script>\u0085', headline: 'ক & <খ>' });
  const { feed } = await read({ kind: 'site' }, db);
  const document = rss.write(feed);
  const [item] = all(all(xmlTree(document), 'channel')[0] as XmlElement, 'item') as [XmlElement];
  expect(only(item, 'description')).toBe('৫ &lt; ৬ &amp;&amp; ৭ &gt; ৩, &lt;অ&gt; &lt;script&gt;');
  // As the W3C validator requires plain text in RSS.
  expect(document).toContain('<title>ক &#x26; &#x3C;খ&#x3E;</title>');
  const [entry] = all(xmlTree(atom.write(feed)), 'entry') as [XmlElement];
  expect(only(entry, 'summary')).toBe('৫ < ৬ && ৭ > ৩, <অ> <script>');
});

test('a feed shows the newsroom’s own icon', async () => {
  const db = aNewsroom();
  db.insert(settings).values({ key: 'iconFile', value: '0123456789abcdef0123' }).run();
  const { feed } = await read({ kind: 'site' }, db);
  expect(feed.icon).toBe(`${site}/media/0123456789abcdef0123-192.png`);
});

test('links, pictures and places of a story are whole and in ASCII', async () => {
  const { feed } = await read({ kind: 'section', slug: 'national' });
  const [item] = feed.items;
  expect(item?.html).toContain(
    `<a href="${site}/topic/%E0%A6%AA%E0%A6%B0%E0%A6%BF%E0%A6%AC%E0%A7%87%E0%A6%B6?a=1&amp;b=%E0%A7%A8">`,
  );
  expect(item?.html).toContain(`<a href="${site}/national/2#part">`);
  expect(item?.html).not.toMatch(/srcset=|sizes=|loading=|data-/);
  expect(item).toMatchObject({ summary: 'দেখুন এখানে', updatedAt: later });
});

test('a topic that was merged into another has no feed; the other’s is read in its place', async () => {
  const db = aNewsroom();
  const [target] = db.select().from(topics).all();
  db.insert(topics)
    .values({ slug: 'jolbayu', name: 'জলবায়ু', mergedInto: target?.id ?? 0 })
    .run();
  expect(await readFeed({ kind: 'topic', slug: 'jolbayu' }, { db, site })).toBeNull();
  expect(await readTopicInstead('jolbayu', db)).toBe('পরিবেশ');
  expect(await readTopicInstead('পরিবেশ', db)).toBeNull();
});

test('whole stories are given away only where the newsroom wants it', async () => {
  const db = aNewsroom();
  db.insert(settings).values({ key: 'feedFullText', value: false }).run();
  const { feed } = await read({ kind: 'site' }, db);

  expect(rss.write(feed)).not.toContain('content:encoded>');
  expect(atom.write(feed)).not.toContain('<content');
  const [item] = JSON.parse(jsonFeed.write(feed)).items;
  expect(item).not.toHaveProperty('content_html');
  expect(item.content_text).toBe('দেখুন এখানে');
});

test('a hub is named in all three where there is one, and in none where there is not', async () => {
  const hub = 'https://hub.example/';
  const { feed } = await read({ kind: 'site' }, aNewsroom(), hub);
  expect(rss.write(feed)).toContain(`<atom:link rel="hub" href="${hub}"/>`);
  expect(atom.write(feed)).toContain(`<link rel="hub" href="${hub}"/>`);
  expect(JSON.parse(jsonFeed.write(feed)).hubs).toEqual([{ type: 'WebSub', url: hub }]);
  const without = (await read({ kind: 'site' })).feed;
  expect(rss.write(without) + atom.write(without) + jsonFeed.write(without)).not.toContain('hub');
});

test('a feed names everything that it prints', async () => {
  expect((await read({ kind: 'topic', slug: 'পরিবেশ' })).tags).toEqual([
    'topic:পরিবেশ',
    'story:2',
    'story:1',
  ]);
});

test.each<Fed>([
  { kind: 'section', slug: 'nowhere' },
  { kind: 'topic', slug: 'nothing' },
  { kind: 'byline', slug: 'nobody' },
])('there is no feed of $kind $slug', async (fed) => {
  expect(await readFeed(fed, { db: newsroom(), site })).toBeNull();
});

function namesIn(element: XmlElement): string[] {
  return [element.name, ...element.children.flatMap(namesIn)];
}

test('a story’s sound is enclosed, its film too where a format takes two; a page elsewhere is not', async () => {
  const db = newsroom();
  aStory(db, {
    audio: '/media/khobor.mp3',
    audioSeconds: 205,
    video: '/media/nodi.mp4',
    standfirst: 'শোনা যায়',
  });
  aStory(db, { video: 'https://youtu.be/abcdef12345', standfirst: 'অন্য বাড়ির' });
  const { feed } = await read({ kind: 'site' }, db);

  const [channel] = all(xmlTree(rss.write(feed)), 'channel') as [XmlElement];
  const items = all(channel, 'item').map((item) => all(item, 'enclosure'));
  expect(items.map((enclosures) => enclosures.map(({ attributes }) => attributes))).toEqual([
    [],
    [{ url: `${site}/media/khobor.mp3`, length: '0', type: 'audio/mpeg' }],
  ]);
  const links = all(xmlTree(atom.write(feed)), 'entry')
    .flatMap((entry) => all(entry, 'link'))
    .filter(({ attributes }) => attributes.rel === 'enclosure');
  expect(links.map(({ attributes }) => attributes.href)).toEqual([
    `${site}/media/khobor.mp3`,
    `${site}/media/nodi.mp4`,
  ]);
  expect(JSON.parse(jsonFeed.write(feed)).items[1].attachments).toEqual([
    { url: `${site}/media/khobor.mp3`, mime_type: 'audio/mpeg', duration_in_seconds: 205 },
    { url: `${site}/media/nodi.mp4`, mime_type: 'video/mp4' },
  ]);
});
