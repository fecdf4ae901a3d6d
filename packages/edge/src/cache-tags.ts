/** What a page says about itself, so that the edge knows how long it may keep it. */
export interface CacheTags {
  /** Everything that the page shows: one tag of this that changes, and the page is rendered anew. */
  tags: readonly string[];
  /** Stale-while-revalidate: after a change of one of these the page is served once more while a new one is rendered. */
  swr?: readonly string[];
  /** A status that Next cannot give a page, as 410. Never 404: that is `notFound()`. */
  status?: number;
}

export const cacheTagsMetaName = 'cache-tags';

/** The attributes of the `<meta>` that a page renders. The edge reads it and takes it out of the document. */
export function cacheTagsMeta(cacheTags: CacheTags): { name: string; content: string } {
  return { name: cacheTagsMetaName, content: JSON.stringify(cacheTags) };
}
