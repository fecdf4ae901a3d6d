import { type CacheTags as CacheTagsProps, cacheTagsMeta } from '@barta/edge/cache-tags';

/** Tells the edge what this page shows. React moves the tag into the head; the edge takes it out. */
export function CacheTags(props: CacheTagsProps) {
  return <meta {...cacheTagsMeta(props)} />;
}
