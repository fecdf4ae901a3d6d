import type { ListedByline } from './reading';

/** schema.org ProfilePage of a byline. `site` has no trailing slash. */
export function profileDataOf(
  byline: Pick<ListedByline, 'slug' | 'name' | 'kind' | 'role' | 'bio' | 'portrait'>,
  site: string,
  siteName: string,
): object {
  const address = `${site}/byline/${encodeURIComponent(byline.slug)}`;
  const newsroom = { '@type': 'NewsMediaOrganization', '@id': `${site}/#newsroom`, name: siteName };
  const isPerson = byline.kind === 'person';
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    '@id': address,
    inLanguage: 'bn',
    mainEntity: {
      '@type': isPerson ? 'Person' : 'Organization',
      '@id': `${address}#who`,
      name: byline.name,
      url: address,
      ...(byline.bio ? { description: byline.bio } : {}),
      ...(byline.portrait ? { image: `${site}${byline.portrait.src}` } : {}),
      ...(isPerson && byline.role ? { jobTitle: byline.role } : {}),
      // An agency works for many organisations.
      ...(byline.kind === 'agency'
        ? {}
        : isPerson
          ? { worksFor: newsroom }
          : { parentOrganization: newsroom }),
    },
  };
}
