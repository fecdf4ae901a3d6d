import { truncateGraphemes } from '@/lib/bengali/graphemes';
import type { Story } from './reading';

/** Google shows what is shorter and cuts what is longer. */
const HEADLINE_AT_MOST = 110;

/**
 * schema.org NewsArticle and BreadcrumbList of a story. `site` has no slash at its end; `card` is the address of its
 * share card, as a path.
 */
export function structuredDataOf(story: Story, site: string, siteName: string, card?: string): object {
  const address = `${site}${story.href}`;
  const trail = [
    { name: siteName, item: `${site}/` },
    { name: story.sectionName, item: `${site}/${story.section}` },
    // The page itself, the last of the trail, needs no address.
    { name: story.headline },
  ];
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        '@id': address,
        mainEntityOfPage: address,
        headline: truncateGraphemes(story.headline, HEADLINE_AT_MOST, '…'),
        description: story.summary,
        image: imagesOf(story, site, card),
        datePublished: story.publishedAt.toISOString(),
        dateModified: (story.correctedAt ?? story.publishedAt).toISOString(),
        inLanguage: 'bn',
        articleSection: story.sectionName,
        keywords: story.topics.map((topic) => topic.name),
        isAccessibleForFree: true,
        author: authorsOf(story, site, siteName),
        publisher: organization(site, siteName),
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: trail.map((step, at) => ({ '@type': 'ListItem', position: at + 1, ...step })),
      },
    ],
  };
}

/** Who publishes, and the site: on the front page, where search engines look for it. */
export function newsroomDataOf(site: string, siteName: string): object {
  return {
    '@context': 'https://schema.org',
    '@graph': [
      organization(site, siteName),
      {
        '@type': 'WebSite',
        '@id': `${site}/#site`,
        url: `${site}/`,
        name: siteName,
        inLanguage: 'bn',
        publisher: { '@id': `${site}/#newsroom` },
        potentialAction: {
          '@type': 'SearchAction',
          target: { '@type': 'EntryPoint', urlTemplate: `${site}/search?q={search_term_string}` },
          'query-input': 'required name=search_term_string',
        },
      },
    ],
  };
}

function organization(site: string, siteName: string) {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': `${site}/#newsroom`,
    name: siteName,
    url: `${site}/`,
    logo: { '@type': 'ImageObject', url: `${site}/icons/icon-512.png`, width: 512, height: 512 },
  };
}

/** Never a drawing: crawlers want what has pixels. */
function imagesOf(story: Story, site: string, card: string | undefined): string[] | undefined {
  const images = [...(story.hasPhoto ? [story.picture.src] : []), ...(card ? [card] : [])];
  return images.length === 0 ? undefined : images.map((path) => `${site}${path}`);
}

/** A story that nobody signs is the newsroom's. */
function authorsOf(story: Story, site: string, siteName: string): object[] {
  if (story.bylines.length === 0)
    return [{ '@type': 'NewsMediaOrganization', name: siteName, url: `${site}/` }];
  return story.bylines.map((byline) => ({
    '@type': byline.kind === 'person' ? 'Person' : 'Organization',
    name: byline.name,
    url: `${site}/byline/${encodeURIComponent(byline.slug)}`,
  }));
}
