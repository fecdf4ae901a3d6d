import { all, type XmlElement, xmlTree } from '@/lib/feeds/testing/xml-tree';
import { Faults, isRfc822, isRfc3339, isWholeAddress } from './addresses-and-dates';

/** The namespaces that the W3C's validator knows of those we use. */
const namespaces: Record<string, string> = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
};

const inChannel = new Set([
  ...['title', 'link', 'description', 'language', 'copyright', 'lastBuildDate', 'pubDate', 'image', 'item'],
  ...['category', 'generator', 'ttl', 'atom:link'],
]);
const inItem = new Set([
  ...['title', 'link', 'description', 'author', 'category', 'comments', 'enclosure', 'guid', 'pubDate'],
  ...['dc:creator', 'content:encoded', 'media:content'],
]);

/** What the W3C's validator would say of RSS 2.0, and of the modules in it. `self`: where it was fetched. */
export function faultsOfRss(source: string, self: string, now: Date): string[] {
  const faults = new Faults(self);
  const root = xmlTree(source);
  faults.want(root.name === 'rss' && root.attributes.version === '2.0', 'is no RSS 2.0');
  for (const name of namesIn(root)) {
    const prefix = /^([^:]+):/.exec(name)?.[1];
    if (prefix)
      faults.want(
        root.attributes[`xmlns:${prefix}`] === namespaces[prefix],
        `${name} is of no known namespace`,
      );
  }
  const [channel, ...more] = all(root, 'channel');
  if (!channel) return [`${self}: no channel`];
  faults.want(more.length === 0, 'two channels');
  for (const { name } of channel.children) faults.want(inChannel.has(name), `a channel has no ${name}`);
  for (const name of ['title', 'link', 'description', 'language', 'lastBuildDate'])
    faults.want(textsOf(channel, name).length === 1, `${name}: one is wanted, with something in it`);
  const [title = '', link = ''] = ['title', 'link'].map((name) => textsOf(channel, name)[0]);
  faults.want(isWholeAddress(link), `link ${link}`);
  faults.want(textsOf(channel, 'language')[0] === 'bn', 'language');
  faults.want(isRfc822(textsOf(channel, 'lastBuildDate')[0] ?? ''), 'lastBuildDate');
  const selves = all(channel, 'atom:link').filter(({ attributes }) => attributes.rel === 'self');
  faults.want(selves.length === 1, 'one atom:link to itself');
  faults.want(selves[0]?.attributes.href === self, `the self link is ${selves[0]?.attributes.href}`);
  faults.want(selves[0]?.attributes.type === 'application/rss+xml', 'the self link’s type');
  for (const image of all(channel, 'image')) {
    faults.want(
      textsOf(image, 'title')[0] === title && textsOf(image, 'link')[0] === link,
      'image: title, link',
    );
    faults.want(/\.(png|jpe?g|gif)$/.test(textsOf(image, 'url')[0] ?? ''), 'image: url');
    faults.want(Number(textsOf(image, 'width')[0] ?? 88) <= 144, 'image: width');
    faults.want(Number(textsOf(image, 'height')[0] ?? 31) <= 400, 'image: height');
  }
  const guids = all(channel, 'item').flatMap((item) => textsOf(item, 'guid'));
  faults.want(new Set(guids).size === guids.length, 'a guid twice');
  for (const item of all(channel, 'item')) faultsOfItem(item, faults, now);
  return faults.list;
}

function faultsOfItem(item: XmlElement, faults: Faults, now: Date): void {
  const [title = '', link = ''] = ['title', 'link'].map((name) => textsOf(item, name)[0]);
  const say = (what: string) => `${link || title}: ${what}`;
  for (const { name } of item.children) faults.want(inItem.has(name), say(`an item has no ${name}`));
  for (const name of ['title', 'link', 'description', 'guid', 'pubDate'])
    faults.want(textsOf(item, name).length === 1, say(`${name}: one is wanted, with something in it`));
  faults.want(isWholeAddress(link), say('link'));
  faults.want(isPlain(title), say('markup in plain text'));
  faults.want(
    !/[<>]/.test(textsOf(item, 'description')[0] ?? ''),
    say('a standfirst that is read as markup'),
  );
  const date = textsOf(item, 'pubDate')[0] ?? '';
  faults.want(isRfc822(date) && new Date(date) <= now, say(`pubDate ${date}`));
  const [guid] = all(item, 'guid');
  faults.want(guid?.attributes.isPermaLink === 'false' || isWholeAddress(guid?.text), say('guid'));
  for (const name of ['category', 'dc:creator'])
    faults.want(all(item, name).length === textsOf(item, name).length, say(`an empty ${name}`));
  faults.want(all(item, 'enclosure').length <= 1, say('two enclosures'));
  for (const { attributes } of all(item, 'enclosure'))
    faults.want(
      isWholeAddress(attributes.url) && /^\d+$/.test(attributes.length ?? '') && isMime(attributes.type),
      say('enclosure'),
    );
  for (const { attributes } of all(item, 'media:content'))
    faults.want(
      isWholeAddress(attributes.url) && isMime(attributes.type) && attributes.medium === 'image',
      say('media:content'),
    );
  for (const html of textsOf(item, 'content:encoded')) faultsOfHtml(html, faults, link);
}

/** RFC 4287, and what the validator warns of. */
export function faultsOfAtom(source: string, self: string, now: Date): string[] {
  const faults = new Faults(self);
  const feed = xmlTree(source);
  faults.want(feed.name === 'feed' && feed.attributes.xmlns === namespaces.atom, 'is no Atom');
  faults.want(feed.attributes['xml:lang'] === 'bn', 'xml:lang');
  for (const name of ['id', 'title', 'updated'])
    faults.want(textsOf(feed, name).length === 1, `${name}: one is wanted, with something in it`);
  faults.want(isWholeAddress(textsOf(feed, 'id')[0]), 'id');
  faults.want(isRfc3339(textsOf(feed, 'updated')[0]), 'updated');
  const selves = all(feed, 'link').filter(({ attributes }) => attributes.rel === 'self');
  faults.want(selves.length === 1 && selves[0]?.attributes.href === self, 'the self link');
  const ids = all(feed, 'entry').flatMap((entry) => textsOf(entry, 'id'));
  faults.want(new Set(ids).size === ids.length, 'an id twice');
  const hasAuthor = all(feed, 'author').some((author) => textsOf(author, 'name').length === 1);
  for (const entry of all(feed, 'entry')) {
    const id = textsOf(entry, 'id')[0] ?? '';
    const say = (what: string) => `${id}: ${what}`;
    for (const name of ['id', 'title', 'updated', 'published', 'summary'])
      faults.want(textsOf(entry, name).length === 1, say(`${name}: one is wanted, with something in it`));
    faults.want(/^(https?:\/\/|tag:|urn:)[\x21-\x7e]+$/.test(id), say('id is no IRI'));
    const [published, updated] = ['published', 'updated'].map((name) => textsOf(entry, name)[0]);
    faults.want(isRfc3339(published) && isRfc3339(updated), say(`${published}, ${updated}`));
    faults.want(new Date(published ?? 0) <= now && new Date(updated ?? 0) <= now, say('is of tomorrow'));
    faults.want(new Date(published ?? 0) <= new Date(updated ?? 0), say('updated before it was published'));
    const alternates = all(entry, 'link').filter(
      ({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate',
    );
    faults.want(alternates.length === 1 && isWholeAddress(alternates[0]?.attributes.href), say('alternate'));
    for (const { attributes } of all(entry, 'link').filter((link) => link.attributes.rel === 'enclosure'))
      faults.want(isWholeAddress(attributes.href) && isMime(attributes.type), say('enclosure'));
    const authors = all(entry, 'author');
    faults.want(
      authors.every((author) => textsOf(author, 'name').length === 1),
      say('an author without name'),
    );
    faults.want(hasAuthor || authors.length > 0, say('nobody’s'));
    faults.want(
      all(entry, 'category').every(({ attributes }) => attributes.term),
      say('an empty category'),
    );
    faults.want(isPlain(textsOf(entry, 'title')[0] ?? ''), say('markup in the title'));
    for (const content of all(entry, 'content')) {
      faults.want(content.attributes.type === 'html', say('content is no HTML'));
      faultsOfHtml(content.text, faults, id);
    }
  }
  return faults.list;
}

const topKeys = new Set([
  ...['version', 'title', 'home_page_url', 'feed_url', 'description', 'user_comment', 'next_url', 'icon'],
  ...['favicon', 'authors', 'language', 'expired', 'hubs', 'items'],
]);
const itemKeys = new Set([
  ...[
    'id',
    'url',
    'external_url',
    'title',
    'content_html',
    'content_text',
    'summary',
    'image',
    'banner_image',
  ],
  ...['date_published', 'date_modified', 'authors', 'tags', 'language', 'attachments'],
]);

/** jsonfeed.org/version/1.1 */
export function faultsOfJsonFeed(source: string, self: string, now: Date): string[] {
  const faults = new Faults(self);
  const feed = JSON.parse(source);
  faults.want(feed.version === 'https://jsonfeed.org/version/1.1', 'version');
  faults.want(isText(feed.title), 'title');
  faults.want(feed.feed_url === self, `feed_url is ${feed.feed_url}`);
  faults.want(feed.language === 'bn', 'language');
  for (const key of ['home_page_url', 'icon']) faults.want(isWholeAddress(feed[key]), key);
  for (const key of Object.keys(feed)) faults.want(topKeys.has(key) || key.startsWith('_'), `no key ${key}`);
  faults.want(areAuthors(feed.authors), 'authors');
  const ids = feed.items.map(({ id }: { id: unknown }) => id);
  faults.want(new Set(ids).size === ids.length, 'an id twice');
  for (const item of feed.items) {
    const say = (what: string) => `${item.id}: ${what}`;
    for (const key of Object.keys(item))
      faults.want(itemKeys.has(key) || key.startsWith('_'), say(`no key ${key}`));
    faults.want(isText(item.id), say('id'));
    faults.want(isWholeAddress(item.url), say('url'));
    faults.want(isText(item.title) && isText(item.summary), say('title, summary'));
    faults.want(typeof (item.content_html ?? item.content_text) === 'string', say('no content'));
    faults.want(item.image === undefined || isWholeAddress(item.image), say('image'));
    for (const key of ['date_published', 'date_modified'])
      faults.want(isRfc3339(item[key]) && new Date(item[key]) <= now, say(key));
    faults.want(item.authors === undefined || areAuthors(item.authors), say('authors'));
    faults.want(Array.isArray(item.tags) && item.tags.every(isText), say('tags'));
    for (const one of item.attachments ?? [])
      faults.want(isWholeAddress(one.url) && isMime(one.mime_type), say('attachment'));
    if (item.content_html !== undefined) faultsOfHtml(item.content_html, faults, item.id);
  }
  return faults.list;
}

/** The attributes of content that the W3C's validator lets pass without a word, as far as stories have them. */
const attributesRead = new Set([
  ...['alt', 'aria-label', 'cite', 'class', 'colspan', 'controls', 'dir', 'height', 'href', 'id', 'lang'],
  ...['poster', 'preload', 'rel', 'rowspan', 'src', 'start', 'title', 'type', 'width'],
]);

/** A story's HTML in a reader's program: no address that hangs in the air, nothing that would run, tags that close. */
function faultsOfHtml(html: string, faults: Faults, id: string): void {
  const say = (what: string) => `${id}: ${what}`;
  for (const [, name, address = ''] of html.matchAll(/\s(href|src|poster|cite)="([^"]*)"/g))
    faults.want(
      isWholeAddress(address.replaceAll('&amp;', '&')) || /^(mailto|tel):/.test(address),
      say(`${name} ${address}`),
    );
  for (const [tag] of html.matchAll(/<[a-z][^>]*>/gi))
    for (const [, name = ''] of tag.matchAll(/\s([a-z][a-z-]*)(?:="[^"]*")?(?=[\s/>])/g))
      faults.want(attributesRead.has(name), say(`the validator warns of ${name} in ${tag}`));
  const running =
    /<(script|iframe|object|embed|form|style|base|meta|link)\b|\son\w+=|\sstyle=|javascript:/i.exec(html);
  faults.want(running === null, say(`${running?.[0]} in its HTML`));
  const open: string[] = [];
  const empty = new Set(['br', 'hr', 'img', 'source', 'wbr', 'track']);
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi)) {
    const tag = name.toLowerCase();
    if (empty.has(tag)) continue;
    if (!slash) open.push(tag);
    else if (open.pop() !== tag) faults.want(false, say(`</${tag}> closes nothing`));
  }
  faults.want(open.length === 0, say(`${open.join(', ')} left open`));
}

const isMime = (type: unknown) => typeof type === 'string' && /^[a-z]+\/[a-z0-9.+-]+$/.test(type);
const isText = (text: unknown) => typeof text === 'string' && text.trim() !== '';
/** A title with an entity or a tag in it was escaped twice, or not at all. */
const isPlain = (text: string) => !/&(amp|lt|gt|quot|#\d+);/.test(text);

function areAuthors(authors: unknown): boolean {
  return Array.isArray(authors) && authors.every(({ name, url }) => isText(name) || isWholeAddress(url));
}

function textsOf(of: XmlElement, name: string): string[] {
  return all(of, name)
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '');
}

function namesIn({ name, children }: XmlElement): string[] {
  return [name, ...children.flatMap(namesIn)];
}
