import { publicationTime } from '@barta/bengali/dates';
import type { Say } from '@/lib/site/labels';

export function PublishedLine({ at, say }: { at: Date; say: Say }) {
  return <time dateTime={at.toISOString()}>{`${say('article.publishedAt')} ${publicationTime(at)}`}</time>;
}
