import type { Page } from '@playwright/test';
import { Faults, isRfc3339, isWholeAddress } from './addresses-and-dates';

/** What a page's head says of it to those who show a card of it: Open Graph, Twitter, canonical, description. */
export async function faultsOfHead(page: Page, address: string, isStory: boolean): Promise<string[]> {
  const faults = new Faults(address);
  const metas = await page
    .locator('head meta')
    .evaluateAll((all) =>
      all.map((meta) => [
        meta.getAttribute('property') ?? meta.getAttribute('name') ?? '',
        meta.getAttribute('content') ?? '',
      ]),
    );
  const said = (name: string) => metas.filter(([key]) => key === name).map(([, content]) => content ?? '');
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
  faults.want(isWholeAddress(canonical), `canonical ${canonical}`);
  for (const name of [
    'og:title',
    'og:type',
    'og:url',
    'og:site_name',
    'og:locale',
    'og:description',
    'description',
  ])
    faults.want(
      said(name).length === 1 && said(name)[0]?.trim() !== '',
      `${name}: ${said(name).join(' | ')}`,
    );
  faults.want(said('og:url')[0] === canonical, `og:url is ${said('og:url')[0]}, canonical ${canonical}`);
  faults.want(said('og:locale')[0] === 'bn_BD', 'og:locale');
  faults.want(said('twitter:card').length === 1, 'twitter:card');
  for (const image of said('og:image')) faults.want(isWholeAddress(image), `og:image ${image}`);
  const title = await page.title();
  faults.want(title.trim() !== '' && !/undefined|null|\[object/.test(title), `title ${title}`);
  const [width, height] = ['og:image:width', 'og:image:height'].map((name) => said(name)[0]);
  const wanted = width === height ? 'summary' : 'summary_large_image';
  faults.want(said('twitter:card')[0] === wanted, `twitter:card of a picture of ${width} x ${height}`);
  if (!isStory) return faults.list;
  faults.want(said('og:type')[0] === 'article', 'og:type');
  faults.want(said('og:image').length >= 1, 'og:image');
  for (const name of ['og:image:width', 'og:image:height'])
    faults.want(/^\d+$/.test(said(name)[0] ?? ''), `${name} ${said(name)[0]}`);
  faults.want((said('og:image:alt')[0] ?? '') !== '', 'og:image:alt');
  faults.want(said('twitter:card')[0] === 'summary_large_image', 'twitter:card');
  for (const name of ['article:published_time', 'article:modified_time'])
    faults.want(isRfc3339(said(name)[0]), `${name} ${said(name)[0]}`);
  return faults.list;
}
