import { truncateGraphemes } from '@barta/bengali/graphemes';
import { getDb } from '@/db/client';
import { subtitleMarks } from '@/db/queries/media/media';
import {
  firstPostAt,
  keyPointsOf,
  type LivePostRow,
  livePostsOf,
  liveStory,
  newestPostVersions,
  pinnedPostsOf,
  placeOfPost,
} from '@/db/queries/stories/live-posts';
import { displayedBody } from '../body/display/displayed-body';
import { withFilePlayers } from '../body/display/file-players';
import { videosIn } from '../body/display/video-captions';
import { htmlText } from '../body/html/html-text';
import { type CardPicture, photo } from './cards';

/** Posts per page; a day of five hundred posts is twenty-five pages, each as light as the first. */
export const POSTS_PER_PAGE = 20;
const KEY_POINTS = 10;
const PINNED = 3;
const WORDS_OF_A_POINT = 90;

/** A post as its page shows it. */
export interface LivePost {
  id: number;
  headline: string;
  html: string;
  text: string;
  isKey: boolean;
  isPinned: boolean;
  at: Date;
  editedAt: Date | null;
  version: number;
  picture: CardPicture | null;
  caption: string;
  credit: string;
}

export interface LiveCoverage {
  /** Newest first; the first page excludes the pinned posts above them. */
  posts: LivePost[];
  pinned: LivePost[];
  keyPoints: { id: number; words: string; at: Date }[];
  /** The first post of the next page; null on the last. */
  olderFrom: number | null;
  startedAt: Date | null;
}

/**
 * The newest posts of a live story with the pinned ones above; or those from one post on, which may have been
 * removed.
 */
export async function readLive(storyId: number, from?: number, db = getDb()): Promise<LiveCoverage | null> {
  const place = from === undefined ? undefined : await placeOfPost(db, storyId, from);
  if (from !== undefined && !place) return null;
  const [found, onTopOfAll, points, first] = await Promise.all([
    livePostsOf(db, storyId, { from: place, limit: POSTS_PER_PAGE + 1 }),
    place ? [] : pinnedPostsOf(db, storyId, PINNED),
    keyPointsOf(db, storyId, KEY_POINTS),
    firstPostAt(db, storyId),
  ]);
  const [rows, pinned] = [found.map(played), onTopOfAll.map(played)];
  const captions = await subtitleMarks(
    db,
    [...rows, ...pinned].flatMap(({ bodyHtml }) => videosIn(bodyHtml)),
  );
  const onTop = new Set(pinned.map(({ id }) => id));
  return {
    posts: rows
      .slice(0, POSTS_PER_PAGE)
      .filter(({ id }) => !onTop.has(id))
      .map((row) => livePostView(row, captions)),
    pinned: pinned.map((row) => livePostView(row, captions)),
    keyPoints: points.map(({ id, headline, bodyHtml, at }) => ({
      id,
      at,
      words: headline || truncateGraphemes(oneLineOf(withFilePlayers(bodyHtml)), WORDS_OF_A_POINT, '…'),
    })),
    olderFrom: rows[POSTS_PER_PAGE]?.id ?? null,
    startedAt: first?.at ?? null,
  };
}

/** Polled by open pages: small, and the same for everyone. Null if there is no such coverage. */
export async function readLiveVersions(storyId: number, section: string, db = getDb()) {
  const story = await liveStory(db, storyId);
  if (!story || story.section !== section) return null;
  const posts = await newestPostVersions(db, storyId, POSTS_PER_PAGE);
  return { ended: story.liveEndedAt !== null, posts: posts.map(({ id, version }) => [id, version] as const) };
}

const played = (row: LivePostRow) => ({ ...row, bodyHtml: withFilePlayers(row.bodyHtml) });

function livePostView(row: LivePostRow, captions: ReadonlyMap<string, string>): LivePost {
  const { id, headline, bodyHtml, isKey, isPinned, at, editedAt, version } = row;
  const picture = photo(row.variants, row.alt ?? '', row.look);
  return {
    ...{ id, headline, isKey, isPinned, at, editedAt, version, picture },
    html: displayedBody(bodyHtml, captions),
    text: oneLineOf(bodyHtml),
    caption: picture ? (row.caption ?? '') : '',
    credit: picture ? (row.credit ?? '') : '',
  };
}

function oneLineOf(html: string): string {
  return htmlText(html).replace(/\s+/g, ' ').trim();
}
