import { all, only, type XmlElement, xmlTree } from '@/lib/feeds/testing/xml-tree';
import { Faults, isRfc3339, isW3cDate, isWholeAddress } from './addresses-and-dates';

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** sitemaps.org: an index or a part of one. `site` is where it stands, and where all of it must lie. */
export function faultsOfSitemap(source: string, site: string, name: string): string[] {
  const faults = new Faults(name);
  const root = xmlTree(source);
  const inside = { sitemapindex: 'sitemap', urlset: 'url' }[root.name];
  faults.want(inside !== undefined && root.attributes.xmlns === namespace, 'is no sitemap');
  faults.want(Buffer.byteLength(source) <= 50 * 1024 * 1024, 'over 50 MB');
  faults.want(root.children.length <= 45_000, 'too many addresses');
  faults.want(
    root.children.every((child) => child.name === inside),
    'something else in it',
  );
  const locs = root.children.map((child) => only(child, 'loc'));
  faults.want(new Set(locs).size === locs.length, 'an address twice');
  for (const child of root.children) {
    const loc = only(child, 'loc');
    faults.want(isWholeAddress(loc) && loc.startsWith(`${site}/`) && loc.length < 2048, `loc ${loc}`);
    faults.want(
      child.children.every((one) => /^(loc|lastmod|news:news)$/.test(one.name)),
      `${loc}: what Google does not read`,
    );
    for (const { text } of all(child, 'lastmod')) faults.want(isW3cDate(text), `${loc}: lastmod ${text}`);
  }
  return faults.list;
}

/** Google's rules for news: the last two days, a thousand at most, language and name of the paper. */
export function faultsOfNewsSitemap(source: string, site: string, siteName: string, now: Date): string[] {
  const faults = new Faults('news-sitemap.xml');
  faults.list.push(...faultsOfSitemap(source, site, 'news-sitemap.xml'));
  const root = xmlTree(source);
  faults.want(
    root.attributes['xmlns:news'] === 'http://www.google.com/schemas/sitemap-news/0.9',
    'namespace',
  );
  faults.want(root.children.length <= 1000, 'over a thousand');
  for (const url of root.children) {
    const [news, ...more] = all(url, 'news:news');
    const [publication] = news ? all(news, 'news:publication') : [];
    if (!news || !publication || more.length > 0) {
      faults.want(false, `${only(url, 'loc')}: one news:news with its publication`);
      continue;
    }
    const date = only(news, 'news:publication_date');
    faults.want(only(publication, 'news:name') === siteName, 'news:name');
    faults.want(only(publication, 'news:language') === 'bn', 'news:language');
    const ageHours = (now.getTime() - Date.parse(date)) / 3_600_000;
    faults.want(isRfc3339(date) && ageHours >= 0 && ageHours <= 48.1, `${only(url, 'loc')}: ${date}`);
    faults.want(only(news, 'news:title').trim() !== '', `${only(url, 'loc')}: no title`);
  }
  return faults.list;
}

export function locsIn(source: string): string[] {
  return xmlTree(source).children.map((child: XmlElement) => only(child, 'loc'));
}
