import { isDhakaDay, startOfDhakaDay } from '@barta/bengali/dates';
import { fromBengaliDigits } from '@barta/bengali/digits';
import { normalise } from '@barta/bengali/normalise';
import { getDb, type ReadDb } from '@/db/client';
import { postTextsOf } from '@/db/queries/stories/live-posts';
import { storiesFound, storiesNamed } from '@/db/queries/stories/search/found-stories';
import { filterNamed } from '@/db/queries/stories/search/listing-filter';
import { newest } from '@/db/queries/stories/search/suggestions';
import { MOST_POSTS } from '@/db/search-index';
import { cardsFrom, type StoryCard } from '@/lib/stories/for-readers/cards';
import { type ExcerptPart, excerptOf, holdsAny, piecesOf } from './excerpt';
import { cachedHits } from './hit-cache';
import { textOfPost } from './indexing/index-story';
import { keysToMark, matchExpression, withSoundAlikes } from './query/match-expression';
import { nearestQueries } from './query/nearest-words';
import { equalsIn } from './query/newsroom-synonyms';
import { readQuery } from './query/read-query';
import { type FoundStory, MOST_FOUND, type SearchSort, type StepHits, storiesOf } from './search-stories';

/** What an address asks, as text; the names are those of the form's fields. */
export interface SearchQuery {
  q: string;
  sort: SearchSort;
  /** Slugs, empty for any. */
  section: string;
  topic: string;
  byline: string;
  /** Code of a division, district or upazila, empty for any. */
  district: string;
  /** How far back from now; empty for any time. Counts only where no day is given. */
  when: '' | keyof typeof HOURS_BACK;
  /** Days in Dhaka, the first and the last that count; empty for any, as typed if they are no days. */
  from: string;
  to: string;
}

export interface SearchResultStory {
  card: StoryCard;
  headline: ExcerptPart[];
  excerpt: ExcerptPart[];
}

export interface SearchPage {
  query: SearchQuery;
  /** Fields whose value is no day, or names nothing. */
  faults: ('from' | 'to' | 'section' | 'topic' | 'byline' | 'district')[];
  /** Whether the query holds anything to look for. */
  hasQuery: boolean;
  /** Whether each story holds all words of the query, or most of it by weight. */
  step: StepHits['step'];
  /** Words in Latin letters that were read as Bengali ones that sound alike. */
  readAs: StepHits['readAs'];
  /** Words that no story holds, if not all words are found together. */
  missing: readonly string[];
  total: number;
  isMore: boolean;
  page: number;
  pages: number;
  stories: SearchResultStory[];
  topicName: string;
  bylineName: string;
  placeName: string;
  /** When nothing was found, or a word is in no story: queries that find something. */
  nearest: string[];
  /** When nothing was found: the newest stories. */
  latest: StoryCard[];
}

const HOURS_BACK = { day: 24, week: 7 * 24, month: 30 * 24 } as const;
const PER_PAGE = 20;
const LONGEST_QUERY = 500;

/** The parameters of an address, tidied; the same name twice counts once. */
export function parseSearchQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
): SearchQuery & { page: number } {
  const text = (name: string, longest = 100) => {
    const value = params[name];
    return normalise((Array.isArray(value) ? value[0] : value) ?? '')
      .slice(0, longest)
      .trim();
  };
  const day = (name: string) => fromBengaliDigits(text(name));
  const page = Number(fromBengaliDigits(text('page')));
  return {
    q: text('q', LONGEST_QUERY),
    sort: text('sort') === 'newest' ? 'newest' : 'relevance',
    when: Object.hasOwn(HOURS_BACK, text('when')) ? (text('when') as SearchQuery['when']) : '',
    section: text('section'),
    topic: text('topic'),
    byline: text('byline'),
    district: text('district'),
    from: day('from'),
    to: day('to'),
    page: Number.isSafeInteger(page) && page > 0 ? Math.min(page, MOST_FOUND / PER_PAGE) : 1,
  };
}

/** The search page for readers. Every query has an answer; a filter that names nothing is listed in `faults` and not applied. */
export async function readSearch(
  { page, ...query }: SearchQuery & { page: number },
  now = new Date(),
  db = getDb(),
): Promise<SearchPage> {
  const { search, names, faults } = await resolveFilters(db, query, now);
  const hits = await cachedHits(db, search, now);
  const pages = Math.max(1, Math.ceil(hits.ids.length / PER_PAGE));
  // A page beyond the last is the last: an old link, or a page number that was typed.
  const shownPage = Math.min(page, pages);
  const stories = await storiesOf(db, hits, { limit: PER_PAGE, offset: (shownPage - 1) * PER_PAGE });

  const words = readQuery(query.q);
  const hasQuery = matchExpression(words) !== null;
  const isEmpty = hits.total === 0;
  return {
    query: query,
    faults,
    hasQuery,
    step: hits.step,
    missing: hits.missing,
    total: hits.total,
    isMore: hits.isMore,
    page: shownPage,
    pages,
    readAs: hits.readAs,
    stories: await withMarkedWords(
      db,
      stories,
      keysToMark(words, withSoundAlikes(await equalsIn(db), hits.readAs)),
    ),
    ...names,
    nearest: hasQuery && (isEmpty || hits.missing.length > 0) ? await nearestQueries(db, query.q) : [],
    latest: isEmpty ? await latestCards(db) : [],
  };
}

/** The search that a query asks for, with the names of its filters, and those that are none. */
async function resolveFilters(db: ReadDb, query: SearchQuery, now: Date) {
  const faults: SearchPage['faults'] = [];
  const named = async (kind: 'section' | 'topic' | 'byline' | 'district') => {
    if (query[kind] === '') return undefined;
    const found = await filterNamed(db, kind, query[kind]);
    if (!found) faults.push(kind);
    return found;
  };
  const dayIn = (field: 'from' | 'to') => {
    if (query[field] === '') return undefined;
    if (isDhakaDay(query[field])) return startOfDhakaDay(query[field]);
    faults.push(field);
    return undefined;
  };
  const [section, topic, byline, place] = await Promise.all([
    named('section'),
    named('topic'),
    named('byline'),
    named('district'),
  ]);
  const lastDay = dayIn('to');
  const search = {
    q: query.q,
    sort: query.sort,
    sectionId: section?.id,
    topicId: topic?.id,
    bylineId: byline?.id,
    districtCode: place && query.district,
    from: dayIn('from') ?? (lastDay ? undefined : momentBack(query.when, now)),
    until: lastDay && new Date(lastDay.getTime() + 24 * 3_600_000),
  };
  const names = {
    topicName: topic?.name ?? '',
    bylineName: byline?.name ?? '',
    placeName: place?.name ?? '',
  };
  return { search, names, faults };
}

/** The found stories as cards, with the words of the query marked in headline and excerpt. */
async function withMarkedWords(
  db: ReadDb,
  stories: readonly FoundStory[],
  keys: ReadonlySet<string>,
): Promise<SearchPage['stories']> {
  const cards = cardsFrom(stories);
  const posts = await textsOfPosts(db, stories, keys);
  return stories.flatMap((story, at) => {
    const card = cards[at];
    if (!card) return [];
    const bodyText = story.bodyText + (posts.get(story.id) ?? '');
    return {
      card,
      headline: piecesOf(story.headline, keys),
      excerpt: excerptOf({ ...story, bodyText }, keys),
    };
  });
}

/** The newest stories, for a search that found none. */
async function latestCards(db: ReadDb) {
  const ids = (await newest.ids(db, 6).all()).map((row) => row.id);
  const rows = new Map((await storiesFound(db, ids)).map((row) => [row.id, row]));
  return cardsFrom(ids.flatMap((id) => rows.get(id) ?? []));
}

/** What was posted in those live stories that do not hold the words otherwise, by the story, each post on lines of its own. */
async function textsOfPosts(
  db: ReadDb,
  stories: readonly { id: number; form: string; standfirst: string; bodyText: string }[],
  keys: ReadonlySet<string>,
) {
  const live = stories
    .filter(
      ({ form, standfirst, bodyText }) => form === 'live' && !holdsAny(`${standfirst}\n${bodyText}`, keys),
    )
    .map(({ id }) => id);
  const texts = new Map<number, string>();
  for (const post of await postTextsOf(db, live, MOST_POSTS)) {
    texts.set(post.storyId, `${texts.get(post.storyId) ?? ''}\n${textOfPost(post)}`);
  }
  return texts;
}

function momentBack(when: SearchQuery['when'], now: Date): Date | undefined {
  if (when === '') return undefined;
  // From the full minute, so that who asks the same a moment later asks the same.
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000 - HOURS_BACK[when] * 3_600_000);
}

export interface ApiResult {
  id: number;
  url: string;
  headline: string;
  publishedAt: string;
}

export interface ApiAnswer {
  /** `all`: each result holds all words; `partly`: none does, and these hold most of the query by weight. */
  match: StepHits['step'];
  total: number;
  results: ApiResult[];
}

const MOST_RESULTS = 200;

/** The same as an answer to programs; `total` is counted up to 2,000, and among the newest 100,000 stories. `limit` is 20 unless it is a number from 1 to 200. */
export async function readSearchAnswer(params: URLSearchParams, db = getDb()): Promise<ApiAnswer> {
  const asked = parseSearchQuery(Object.fromEntries(params));
  const [section, topic, byline, place] = await Promise.all(
    (['section', 'topic', 'byline', 'district'] as const).map((kind) =>
      asked[kind] === '' ? null : filterNamed(db, kind, asked[kind]),
    ),
  );
  // A filter that names nothing lets nothing through: a program would not read that it was left out.
  if ([section, topic, byline, place].includes(undefined)) return { match: 'all', total: 0, results: [] };

  const limit = Number(fromBengaliDigits(params.get('limit') ?? ''));
  const wanted = {
    q: asked.q,
    sort: asked.sort,
    sectionId: section?.id,
    topicId: topic?.id,
    bylineId: byline?.id,
    districtCode: place ? asked.district : undefined,
    from: isDhakaDay(asked.from) ? startOfDhakaDay(asked.from) : undefined,
    until: isDhakaDay(asked.to) ? new Date(startOfDhakaDay(asked.to).getTime() + 24 * 3_600_000) : undefined,
  };
  const hits = await cachedHits(db, wanted, new Date());
  const ids = hits.ids.slice(
    0,
    Number.isSafeInteger(limit) && limit > 0 ? Math.min(limit, MOST_RESULTS) : 20,
  );
  const stories = new Map((await storiesNamed(db, ids)).map((story) => [story.id, story]));
  return {
    match: hits.step,
    total: hits.total,
    results: ids
      .flatMap((id) => stories.get(id) ?? [])
      .map((story) => ({
        id: story.id,
        url: `/${story.section}/${story.id}`,
        headline: story.headline,
        publishedAt: (story.publishedAt ?? story.updatedAt).toISOString(),
      })),
  };
}
