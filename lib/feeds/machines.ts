import { type FeedFormat, feedAddress } from './feed';
import { atom } from './formats/atom';
import { jsonFeed } from './formats/json-feed';
import { rss } from './formats/rss';

interface FeedSite {
  /** SITE_URL, without a trailing slash. */
  site: string;
  siteName: string;
}

/**
 * robots.txt. Crawlers may fetch everything that readers may, except the desk and visitor pages. A rule matches every
 * path that starts with it, so a section called `administration` must be allowed again; by name, and first, because
 * not every crawler knows `$` or that the longer rule wins (RFC 9309).
 */
export function robotsTxt(site: string, sections: readonly string[]): string {
  const closed = ['/admin', '/api/', '/account', '/login', '/search'];
  const alike = sections
    .map((slug) => `/${slug}`)
    .filter((path) => closed.some((one) => path.startsWith(one)));
  return [
    'User-agent: *',
    // Embedding programs request this path.
    ...['/api/oembed', ...alike].map((path) => `Allow: ${path}`),
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${site}/sitemap.xml`,
    `Sitemap: ${site}/news-sitemap.xml`,
    '',
  ].join('\n');
}

/** RFC 9116. `expiresAt` must be less than a year ahead. */
export function securityTxt(site: string, contacts: readonly string[], expiresAt: Date): string {
  return [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expiresAt.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    'Preferred-Languages: bn, en',
    `Canonical: ${site}/.well-known/security.txt`,
    '',
  ].join('\n');
}

/** The site's summary for language models (llmstxt.org): Markdown with a title, a summary and lists of links. */
export function llmsTxt(
  { site, siteName }: FeedSite,
  sections: readonly { slug: string; name: string; nameEn: string }[],
): string {
  const feed = (format: FeedFormat) => feedAddress(`${site}/`, format);
  return [
    `# ${plain(siteName)}`,
    '',
    '> A Bengali news site. All stories are in Bengali (bn) and keep their address: /{section}/{id}.',
    '',
    'Quote a story with its headline and its address. A corrected story says so under its byline; a story that was',
    'taken back answers 410 and says why. Its oEmbed is at /api/oembed?url={address}&format=json.',
    '',
    '## Sections',
    '',
    ...sections.map(({ slug, name, nameEn }) => {
      const more = `[feed](${feedAddress(`${site}/${slug}`, jsonFeed)})`;
      return `- [${plain(name)}](${site}/${slug}): ${nameEn ? `${plain(nameEn)}, ` : ''}${more}`;
    }),
    '',
    '## The latest',
    '',
    `- [RSS](${feed(rss)}): the newest stories`,
    `- [Atom](${feed(atom)}): the same`,
    `- [JSON Feed](${feed(jsonFeed)}): the same`,
    `- [Archive by date](${site}/archive): every day since the first story`,
    `- [Sitemap](${site}/sitemap.xml): every address`,
    '',
    '## Optional',
    '',
    `- [Lite pages, without pictures and scripts](${site}/lite): the same stories at /lite/{section}/{id}`,
    '',
  ].join('\n');
}

/** A name, escaped for Markdown. */
const plain = (name: string) => name.replace(/[\\[\]()<>*_`#]/g, (sign) => `\\${sign}`);
