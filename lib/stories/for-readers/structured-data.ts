import { isoDuration } from '@barta/bengali/durations';
import { truncateUnits } from '@barta/bengali/graphemes';
import { mediaTypeOf } from '@/lib/media/media-file';
import { iconAddress } from '@/lib/site/identity/icon-sizes';
import { lastChanged } from './last-changed';
import type { LiveCoverage, LivePost } from './live-reading';
import type { Medium } from './medium';
import type { Story } from './reading';

/**
 * Google shows short headlines and truncates longer ones; its test counts code points, of which a Bengali letter can
 * have three.
 */
const HEADLINE_AT_MOST = 110;

interface StructuredDataOptions {
  /** The path of the story's share card. */
  card?: string;
  /** A live story's posts that the page shows. */
  live?: LiveCoverage | null;
  /** The newsroom's own icon, as set in the settings. */
  iconFile?: string;
}

/**
 * schema.org NewsArticle (LiveBlogPosting for a live story, OpinionNewsArticle for an opinion) and BreadcrumbList,
 * and its audio and video. `site` has no trailing slash.
 */
export function structuredDataOf(
  story: Story,
  site: string,
  siteName: string,
  { card, live, iconFile = '' }: StructuredDataOptions = {},
): object {
  const address = `${site}${story.href}`;
  const posts = live ? [...live.pinned, ...live.posts].sort((a, b) => b.at.getTime() - a.at.getTime()) : [];
  const summary = story.summary || story.headline;
  const trail = [
    { name: siteName, item: `${site}/` },
    { name: story.sectionName, item: `${site}/${story.section}` },
    // The page itself, the last of the breadcrumbs, needs no address.
    { name: story.headline },
  ];
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': typeOf(story, posts),
        '@id': address,
        mainEntityOfPage: address,
        headline: titleOf(story.headline),
        description: summary,
        image: imagesOf(story, site, card),
        datePublished: story.publishedAt.toISOString(),
        dateModified: changedAt(story, posts).toISOString(),
        inLanguage: 'bn',
        articleSection: story.sectionName,
        ...(story.topics.length > 0 && { keywords: story.topics.map((topic) => topic.name) }),
        ...story.structured,
        isAccessibleForFree: true,
        author: authorsOf(story, site, siteName),
        publisher: organization(site, siteName, iconFile),
        ...(live && posts.length > 0 && coverageOf(story, live.startedAt, posts, address)),
        ...(story.video && { video: { '@id': `${address}#video` } }),
        ...(story.audio && { audio: audioOf(story, story.audio, site) }),
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: trail.map((step, at) => ({ '@type': 'ListItem', position: at + 1, ...step })),
      },
      ...(story.video ? [filmOf(story, story.video, { site, address, card })] : []),
    ],
  };
}

const titleOf = (words: string) => truncateUnits(words, HEADLINE_AT_MOST, '…');

/** A live story is an article until it has a post: LiveBlogPosting requires one. */
function typeOf({ form }: Story, posts: readonly LivePost[]): string {
  if (form === 'live' && posts.length > 0) return 'LiveBlogPosting';
  return form === 'opinion' ? 'OpinionNewsArticle' : 'NewsArticle';
}

/** For a live story, its last post's time as well. */
function changedAt(story: Story, posts: readonly LivePost[]): Date {
  const moments = posts.map(({ at, editedAt }) => (editedAt ?? at).getTime());
  return new Date(Math.max(lastChanged(story).getTime(), ...moments));
}

function coverageOf(
  story: Story,
  startedAt: Date | null,
  posts: readonly LivePost[],
  address: string,
): object {
  return {
    coverageStartTime: (startedAt ?? story.publishedAt).toISOString(),
    // While it runs, its end is unknown. Google's tools recommend the property without requiring it; a guess would be
    // false, and a past one would say that the coverage is over.
    ...(story.liveEndedAt && { coverageEndTime: story.liveEndedAt.toISOString() }),
    liveBlogUpdate: posts.map((post) => ({
      '@type': 'BlogPosting',
      url: `${address}/post/${post.id}#post-${post.id}`,
      headline: titleOf(post.headline || post.text || post.caption || story.headline),
      // For a photograph only: what it shows.
      articleBody: post.text || post.headline || post.caption || story.headline,
      datePublished: post.at.toISOString(),
      ...(post.editedAt && { dateModified: post.editedAt.toISOString() }),
    })),
  };
}

/** Google requires a name, a picture and a date, and an address if there is a valid one. */
function filmOf(
  story: Story,
  film: Medium,
  { site, address, card }: { site: string; address: string; card: string | undefined },
): object {
  return {
    '@type': 'VideoObject',
    '@id': `${address}#video`,
    name: titleOf(story.headline),
    description: story.summary || story.headline,
    thumbnailUrl: imagesOf(story, site, card),
    uploadDate: story.publishedAt.toISOString(),
    ...(film.seconds !== null && { duration: isoDuration(film.seconds) }),
    ...addressOfFilm(film, site),
    inLanguage: 'bn',
  };
}

/** The file itself, the embeddable address, or, for a site that offers neither, only where it can be seen. */
function addressOfFilm(film: Medium, site: string): object {
  if (film.embedAddress) return { embedUrl: film.embedAddress };
  const url = new URL(film.address, site);
  const isFile = film.isPlayed || mediaTypeOf(url.pathname)?.startsWith('video/');
  return { [isFile ? 'contentUrl' : 'url']: url.href };
}

function audioOf(story: Story, sound: Medium, site: string): object {
  return {
    '@type': 'AudioObject',
    name: titleOf(story.headline),
    [sound.isPlayed ? 'contentUrl' : 'url']: new URL(sound.address, site).href,
    ...(sound.seconds !== null && { duration: isoDuration(sound.seconds) }),
  };
}

/**
 * The publisher with its pages on other sites, and the website: on the front page, where search engines look for it.
 */
export function newsroomDataOf(
  site: string,
  siteName: string,
  { elsewhere, iconFile }: { elsewhere: readonly string[]; iconFile: string },
): object {
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        ...organization(site, siteName, iconFile),
        ...(elsewhere.length > 0 && { sameAs: elsewhere }),
      },
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

function organization(site: string, siteName: string, iconFile: string) {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': `${site}/#newsroom`,
    name: siteName,
    url: `${site}/`,
    logo: { '@type': 'ImageObject', url: site + iconAddress(iconFile, 'large'), width: 512, height: 512 },
  };
}

/** Never a drawing: crawlers require a raster image. */
function imagesOf(story: Story, site: string, card: string | undefined): string[] | undefined {
  const images = [...(story.hasPhoto ? [story.picture.src] : []), ...(card ? [card] : [])];
  return images.length === 0 ? undefined : images.map((path) => `${site}${path}`);
}

/** A story without a byline is attributed to the newsroom. */
function authorsOf(story: Story, site: string, siteName: string): object[] {
  if (story.bylines.length === 0)
    return [{ '@type': 'NewsMediaOrganization', name: siteName, url: `${site}/` }];
  return story.bylines.map((byline) => ({
    '@type': byline.kind === 'person' ? 'Person' : 'Organization',
    name: byline.name,
    url: `${site}/byline/${encodeURIComponent(byline.slug)}`,
  }));
}
