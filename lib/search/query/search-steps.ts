import type { ReadDb } from '@/db/client';
import { partialHits } from '@/db/queries/stories/search/partial-hits';
import { findHits, type StepHits, type StorySearch } from '../search-stories';
import { partsOf, withSoundAlikes } from './match-expression';
import { equalsIn } from './newsroom-synonyms';
import { readQuery } from './read-query';
import { soundAlikes } from './sound-alikes';

/** Of stories that hold only part of a query nobody reads the hundredth. */
const MOST_NEAREST = 200;

/**
 * The search that does not give up: the stories that hold all words, else those that do if words in Latin letters are read as
 * they sound, else those that hold at least half of the query by weight. Each step is bounded, and the page says which one it
 * was.
 */
export async function searchInSteps(db: ReadDb, search: StorySearch, now = new Date()): Promise<StepHits> {
  const all = await findHits(db, search, now);
  const query = readQuery(search.q);
  const equals = await equalsIn(db);
  if (all.total > 0 || partsOf(query, equals).parts.length === 0) {
    return { ...all, step: 'all', missing: [], readAs: new Map() };
  }

  const readAs = await soundAlikes(db, query.words, now);
  const known = withSoundAlikes(equals, readAs);
  if (readAs.size > 0) {
    const alike = await findHits(db, search, now, known);
    if (alike.total > 0) return { ...alike, step: 'all', missing: [], readAs };
  }

  const { parts, unwanted } = partsOf(query, known);

  const { q: _, sort = 'relevance', ...filter } = search;
  const { hits, missing, ...counted } = partialHits(db, {
    ...{ parts, unwanted, filter, sort, now },
    atMost: MOST_NEAREST,
  });
  return { ...counted, ids: hits.map(({ id }) => id), step: 'partly', missing, readAs };
}
