import { feedAddress } from './feed';

interface Site {
  /** SITE_URL, without a slash at its end. */
  site: string;
  siteName: string;
}

/** What crawlers may fetch. Everything that readers may; the desk and what knows who asks is no use to them. */
export function robotsTxt(site: string): string {
  const closed = ['/admin', '/api/', '/account', '/login', '/search'];
  return [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    // Embedding programs ask here.
    'Allow: /api/oembed',
    '',
    `Sitemap: ${site}/sitemap.xml`,
    `Sitemap: ${site}/news-sitemap.xml`,
    '',
  ].join('\n');
}

/** RFC 9116. `expiresAt` is to be less than a year ahead. */
export function securityTxt(site: string, contacts: readonly string[], expiresAt: Date): string {
  return [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expiresAt.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    'Preferred-Languages: bn, en',
    `Canonical: ${site}/.well-known/security.txt`,
    '',
  ].join('\n');
}

/** What language models are told of the site (llmstxt.org): Markdown, a title, a summary, lists of links. */
export function llmsTxt(
  { site, siteName }: Site,
  sections: readonly { slug: string; name: string; nameEn: string }[],
): string {
  const feeds = (['rss', 'atom', 'json'] as const).map((format) => feedAddress(`${site}/`, format));
  return [
    `# ${siteName}`,
    '',
    '> A Bengali news site. All stories are in Bengali (bn) and keep their address: /{section}/{id}.',
    '',
    'Quote a story with its headline and its address. A corrected story says so under its byline; a story that was',
    'taken back answers 410 and says why.',
    '',
    '## Sections',
    '',
    ...sections.map(({ slug, name, nameEn }) => {
      const more = nameEn ? `: ${nameEn}` : '';
      return `- [${name}](${site}/${slug})${more}. [Feed](${feedAddress(`${site}/${slug}`, 'json')})`;
    }),
    '',
    '## The latest',
    '',
    ...feeds.map((address) => `- <${address}>`),
    `- [Archive by date](${site}/archive)`,
    `- [Sitemap](${site}/sitemap.xml)`,
    '',
    '## Optional',
    '',
    `- [Lite pages, without pictures and scripts](${site}/lite): the same stories at /lite/{section}/{id}`,
    `- oEmbed of a story: ${site}/api/oembed?url={address}&format=json`,
    '',
  ].join('\n');
}
