/** Names of things that pages show. A page says which it shows; a commit says which it has touched. */
export const tag = {
  site: 'site',
  today: 'today',
  front: 'front',
  /** Which of several ads has its turn: on every page that the edge server keeps. */
  ads: 'ads',
  /** What is younger than two days: the news sitemap. */
  news: 'news',
  oldAddresses: 'old-addresses',
  /** Which pages there are that are no stories, and when each was changed: the sitemap. */
  pages: 'pages',
  latest: 'latest',
  /** The lists of who writes. */
  bylines: 'bylines',
  /** The short list beside other things. */
  popular: 'popular',
  /** A whole most-read list: of the day, the week or the month. */
  popularOf: (period: 'day' | 'week' | 'month') => `popular:${period}` as const,
  section: (slug: string) => `section:${slug}` as const,
  topic: (slug: string) => `topic:${slug}` as const,
  byline: (slug: string) => `byline:${slug}` as const,
  district: (code: string) => `district:${code}` as const,
  story: (id: number) => `story:${id}` as const,
  /** How often a story was read, where a page says so. */
  readings: (storyId: number) => `readings:${storyId}` as const,
  /** A live story's posts, which come by the minute: what only names the story stays. */
  live: (storyId: number) => `live:${storyId}` as const,
  /** The listing of a form of stories, as in `form:photo`. */
  form: (form: string) => `form:${form}` as const,
  discussion: (storyId: number) => `discussion:${storyId}` as const,
  /** A page that is no story, as `page:about`. */
  page: (slug: string) => `page:${slug}` as const,
  /** The listing of one day in Dhaka, as in `archive:2026-11-24`. */
  archive: (day: string) => `archive:${day}` as const,
} as const;

/** A page that shows only the *choice* of one of these is served once more while a new one is made. */
export const swrTags: readonly string[] = [tag.latest, tag.popular];
