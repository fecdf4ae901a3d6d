import { segmentText } from '@/lib/site/segment';
import type { Fed } from './feed';

/** The listing that a feed route's path names: no segment for the site, else kind and slug. */
export function feedListing(segments: readonly string[] = []): Fed | undefined {
  const [kind, slug = ''] = segments;
  if (kind === undefined) return { kind: 'site' };
  if (segments.length !== 2) return undefined;
  if (kind !== 'section' && kind !== 'topic' && kind !== 'byline') return undefined;
  return { kind, slug: segmentText(slug) };
}
