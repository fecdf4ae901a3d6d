import { addressParser, type CacheableAddress } from '@barta/edge';
import type { ReadDb } from '@/db/client';
import { mostReadSince } from '@/db/queries/stories/views';
import { allSections } from '@/db/queries/taxonomy/sections';
import { addressRules } from './address-rules';

const anHourMs = 3_600_000;
/**
 * The `most` pages that readers are likely to request first: the front, the sections, the last day's stories by
 * views.
 */
export async function warmList(db: ReadDb, most: number, now = new Date()): Promise<CacheableAddress[]> {
  if (most === 0) return [];
  const aDayAgo = Math.floor(now.getTime() / anHourMs) - 24;
  const [sections, stories] = await Promise.all([allSections(db), mostReadSince(db, aDayAgo, most)]);
  return ['/', ...sections.map(({ slug }) => `/${slug}`), ...stories.map((s) => `/${s.section}/${s.id}`)]
    .slice(0, most)
    .map(addressParser(addressRules))
    .filter((address): address is CacheableAddress => address.kind === 'page');
}
