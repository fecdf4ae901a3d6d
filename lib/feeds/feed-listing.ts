import { segmentText } from '@/lib/site/segment';
import type { Fed } from './feed';

/** The listing that the path of a feed's route names: no segment for the site, else its kind and its slug. */
export function feedListing(segments: readonly string[] = []): Fed | undefined {
  const [kind, slug = ''] = segments;
  if (kind === undefined) return { kind: 'site' };
  if (segments.length !== 2) return undefined;
  if (kind !== 'section' && kind !== 'topic' && kind !== 'byline') return undefined;
  return { kind, slug: segmentText(slug) };
}
