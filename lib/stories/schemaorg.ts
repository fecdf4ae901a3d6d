import type { Story } from './reading';

/** schema.org NewsArticle and BreadcrumbList of a story. `site` has no slash at its end. */
export function structuredDataOf(story: Story, site: string, siteName: string): object {
  const address = `${site}${story.href}`;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        '@id': address,
        mainEntityOfPage: address,
        headline: story.headline,
        description: story.summary,
        image: story.hasPhoto ? [`${site}${story.picture.src}`] : undefined,
        datePublished: story.publishedAt.toISOString(),
        dateModified: (story.correctedAt ?? story.publishedAt).toISOString(),
        inLanguage: 'bn',
        articleSection: story.sectionName,
        keywords: story.topics.map((topic) => topic.name),
        author: story.bylines.map((byline) => ({
          '@type': byline.kind === 'person' ? 'Person' : 'Organization',
          name: byline.name,
          url: `${site}/byline/${encodeURIComponent(byline.slug)}`,
        })),
        publisher: { '@type': 'NewsMediaOrganization', name: siteName, url: `${site}/` },
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: siteName, item: `${site}/` },
          { '@type': 'ListItem', position: 2, name: story.sectionName, item: `${site}/${story.section}` },
          { '@type': 'ListItem', position: 3, name: story.headline },
        ],
      },
    ],
  };
}
