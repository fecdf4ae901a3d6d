/** Names of things that pages show. A page declares which it shows; a commit announces which it changed. */
export const tag = {
  site: 'site',
  today: 'today',
  front: 'front',
  /** The current rotation of ads: on every cached page. */
  ads: 'ads',
  /** Everything younger than two days: the news sitemap. */
  news: 'news',
  oldAddresses: 'old-addresses',
  /** The list of static pages with their times of change: the sitemap. */
  pages: 'pages',
  latest: 'latest',
  /** The lists of bylines. */
  bylines: 'bylines',
  /** The short list beside other content. */
  popular: 'popular',
  /** A full most-read list: of the day, the week or the month. */
  popularOf: (period: 'day' | 'week' | 'month') => `popular:${period}` as const,
  section: (slug: string) => `section:${slug}` as const,
  topic: (slug: string) => `topic:${slug}` as const,
  byline: (slug: string) => `byline:${slug}` as const,
  district: (code: string) => `district:${code}` as const,
  story: (id: number) => `story:${id}` as const,
  /** How often a story was read, where a page shows it. */
  readings: (storyId: number) => `readings:${storyId}` as const,
  /** A live story's posts, which arrive by the minute: pages that only mention the story do not depend on them. */
  live: (storyId: number) => `live:${storyId}` as const,
  /** The listing of a story form, as in `form:photo`. */
  form: (form: string) => `form:${form}` as const,
  discussion: (storyId: number) => `discussion:${storyId}` as const,
  /** A static page, as in `page:about`. */
  page: (slug: string) => `page:${slug}` as const,
  /** The listing of one day in Dhaka, as in `archive:2026-11-24`. */
  archive: (day: string) => `archive:${day}` as const,
} as const;

/** A page that only shows the *choice* of one of these is served stale once while it is rendered again. */
export const swrTags: readonly string[] = [tag.latest, tag.popular];
