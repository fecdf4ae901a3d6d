import { wholeAddress } from '../address';
import { element, xmlDocument } from '../xml';

/**
 * The protocol allows 50,000 addresses and 50 MB per file. Ours are smaller, so that each is generated quickly at any
 * size of newsroom, and the index may still list 50,000 of them.
 */
export const addressesInPart = 10_000;
/** Google's own limits for a news sitemap. */
export const newsHours = 48;
export const newsAtMost = 1000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export const partKinds = ['stories', 'topics', 'bylines'] as const;
export type PartKind = (typeof partKinds)[number];
/** `number` counts from 1. */
export type Part = { kind: 'pages' } | { kind: PartKind; number: number };

export interface ListedAddress {
  path: string;
  changedAt?: Date | null;
}

/** The part for a file name such as `stories-1.xml`; null for any other name. */
export function partIn(file: string): Part | null {
  if (file === 'pages.xml') return { kind: 'pages' };
  const named = /^(stories|topics|bylines)-([1-9]\d{0,5})\.xml$/.exec(file);
  return named ? { kind: named[1] as PartKind, number: Number(named[2]) } : null;
}

/**
 * The range of ids in a part, inclusive. A part is a range of ids, not a count of rows: it does not change when a
 * story is added or removed, and needs one seek.
 */
export function idsIn(number: number): { from: number; to: number } {
  return { from: (number - 1) * addressesInPart + 1, to: number * addressesInPart };
}

/** How many parts are needed for every id. */
export function partsFor(highestId: number): number {
  return Math.ceil(highestId / addressesInPart);
}

export function sitemapIndexOf(files: readonly string[], site: string): string {
  const listed = files.map((file) => element('sitemap', [element('loc', `${site}/sitemap/${file}`)]));
  return xmlDocument(element('sitemapindex', listed, { xmlns: namespace }));
}

export function sitemapOf(addresses: readonly ListedAddress[], site: string): string {
  const listed = addresses.map(({ path, changedAt }) =>
    element('url', [
      element('loc', wholeAddress(path, site)),
      ...(changedAt ? [element('lastmod', changedAt.toISOString())] : []),
    ]),
  );
  return xmlDocument(element('urlset', listed, { xmlns: namespace }));
}

export interface NewsEntry {
  path: string;
  headline: string;
  publishedAt: Date;
}

export function newsSitemapOf(news: readonly NewsEntry[], site: string, siteName: string): string {
  const publication = element('news:publication', [
    element('news:name', siteName),
    element('news:language', 'bn'),
  ]);
  const listed = news.map(({ path, headline, publishedAt }) =>
    element('url', [
      element('loc', wholeAddress(path, site)),
      element('news:news', [
        publication,
        element('news:publication_date', publishedAt.toISOString()),
        element('news:title', headline),
      ]),
    ]),
  );
  return xmlDocument(
    element('urlset', listed, {
      xmlns: namespace,
      'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
    }),
  );
}
