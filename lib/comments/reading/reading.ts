import { truncateGraphemes } from '@barta/bengali/graphemes';
import { getDb, type ReadDb } from '@/db/client';
import {
  answerIdsUpTo,
  commentsById,
  commentsFromDevice,
  discussedStory,
  ownableComment,
  visibleRepliesOf,
} from '@/db/queries/discussion/comments';
import { settingRows } from '@/db/queries/site/settings';
import { settingsFrom } from '@/lib/site/settings';
import { bannedBy } from '../bans/banned-by';
import { isOpen } from '../closing/closing';
import { EDITABLE_MS, isEditable, isOwn, type Owner } from '../own/own-comment';
import type { Meant } from '../posting/comment-form-state';
import type { CommentSignals } from '../posting/signals';
import type { LaterPage } from './later-page';
import {
  answeredIn,
  type DiscussionPage,
  type DisplayedThread,
  pageOf,
  type Sort,
  withAnswered,
} from './thread-page';
import { type DisplayedComment, threadOf } from './threads';

/** A thread's own page shows so many answers at once. */
const REPLIES_ON_OWN_PAGE = 100;

export interface Discussion extends DiscussionPage {
  isOpen: boolean;
  /** Whom the form answers, as `?reply=` asked; null if nobody, or if that comment is not there to be answered. */
  replyTo: Meant | null;
  /** Whose comment a reader complains of, as `?report=` asked. */
  reported: Meant | null;
}

const MEANT_LETTERS = 140;

/** What readers see under a story: the newest threads, and what the form needs to know. */
export async function readDiscussion(
  storyId: number,
  {
    replyTo = null,
    report = null,
    sort = 'newest',
  }: { replyTo?: number | null; report?: number | null; sort?: Sort } = {},
  db = getDb(),
  now = new Date(),
): Promise<Discussion> {
  const [isOpen, page, answered] = await Promise.all([
    openness(db, storyId, now),
    pageOf(db, storyId, sort, null),
    commentsById(
      db,
      [replyTo, report].filter((id) => id !== null),
    ),
  ]);
  const quoted = answered
    .filter((row) => row.storyId === storyId && row.state === 'visible')
    .map(({ id, name, body }) => ({
      ...{ id, name },
      words: truncateGraphemes(body.replace(/\s+/g, ' '), MEANT_LETTERS, '…'),
    }));
  return {
    ...page,
    isOpen,
    replyTo: quoted.find(({ id }) => id === replyTo) ?? null,
    reported: quoted.find(({ id }) => id === report) ?? null,
  };
}

/** A comment as its own writer may see it, on the device that wrote it or by the mailed link; null for anybody else. */
export async function readOwnComment(commentId: number, owner: Owner, now: Date, db = getDb()) {
  const row = await ownableComment(db, commentId);
  if (!row || !isOwn(row, row, owner)) return null;
  const { id, body, state, createdAt, story } = row;
  const editableUntil = isEditable(row, now) ? new Date(createdAt.getTime() + EDITABLE_MS) : null;
  return { id, body, state, editableUntil, story };
}

export const OWN_SHOWN = 50;

/** What this device wrote last, whatever became of it. `device`: the keyed hash, `''` if it has none. */
export async function readOwnComments(device: string, db = getDb()) {
  return device === '' ? [] : commentsFromDevice(db, device, OWN_SHOWN);
}

/** The ban that was met, to say why and till when. */
export async function readBan(signals: CommentSignals, now: Date, db = getDb()) {
  return bannedBy(db, signals, now);
}

/** Threads older than a root; null if that is not a thread of this story. */
export async function readOlderThreads(
  storyId: number,
  rootId: number,
  db = getDb(),
): Promise<DiscussionPage | null> {
  const root = await rootOf(db, storyId, rootId);
  return root && pageOf(db, storyId, 'newest', root);
}

/** One thread, from its beginning or behind one of its answers; null if this story has no such thread. */
export async function readThread(
  storyId: number,
  rootId: number,
  after = 0,
  db = getDb(),
): Promise<(DisplayedThread & { nextAfter: number | null }) | null> {
  const root = await rootOf(db, storyId, rootId);
  if (!root) return null;
  const replies = await visibleRepliesOf(db, rootId, after, REPLIES_ON_OWN_PAGE + 1);
  if (root.state !== 'visible' && replies.length === 0) return null;
  const page = replies.slice(0, REPLIES_ON_OWN_PAGE);
  const hasMore = replies.length > page.length;
  return {
    root: threadOf(root, ...answeredIn(await withAnswered(db, new Map([[rootId, page]])), rootId)),
    hasMore,
    nextAfter: hasMore ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Older threads, or one thread alone as a page of one. */
export interface LaterComments extends Omit<DiscussionPage, 'count'> {
  isOpen: boolean;
  /** The thread goes on behind this answer. */
  nextAfter: number | null;
}

/** What stands at a later page's address; null if there is nothing. */
export async function readLaterPage(
  storyId: number,
  page: Exclude<LaterPage, { kind: 'comment' }>,
  db = getDb(),
  now = new Date(),
): Promise<LaterComments | null> {
  const isOpen = await openness(db, storyId, now);
  if (page.kind === 'before') {
    const older = await readOlderThreads(storyId, page.rootId, db);
    return older && { ...older, isOpen, nextAfter: null };
  }
  if (page.kind !== 'thread') {
    const root = await rootOf(db, storyId, page.rootId);
    return root && { ...(await pageOf(db, storyId, page.kind, root)), isOpen, nextAfter: null };
  }
  const thread = await readThread(storyId, page.rootId, page.after, db);
  if (!thread) return null;
  const { root, nextAfter } = thread;
  return {
    storyId,
    isOpen,
    sort: 'newest',
    threads: [{ root, hasMore: false }],
    olderBefore: null,
    nextAfter,
  };
}

/** The later page on which a comment stands, with its thread around it; null if it stands nowhere. */
export async function readPlaceOf(storyId: number, commentId: number, db = getDb()): Promise<string | null> {
  const [row] = await commentsById(db, [commentId]);
  if (row?.storyId !== storyId || row.state !== 'visible') return null;
  const rootId = row.rootId ?? row.id;
  const ids = row.rootId === null ? [] : await answerIdsUpTo(db, rootId, commentId);
  const pagesBefore = Math.floor(Math.max(ids.length - 1, 0) / REPLIES_ON_OWN_PAGE);
  const after = ids[pagesBefore * REPLIES_ON_OWN_PAGE - 1];
  return after === undefined ? `thread-${rootId}` : `thread-${rootId}-after-${after}`;
}

/** The page on which a visible comment is read: the story's own, in that order, as far as it is shown there. */
export async function readPageOf(
  { storyId, commentId, address }: { storyId: number; commentId: number; address: string },
  sort: Sort,
  db = getDb(),
): Promise<string> {
  const here = sort === 'newest' ? address : `${address}?sort=${sort}`;
  const { threads } = await pageOf(db, storyId, sort, null);
  if (threads.some(({ root }) => isAmong(root, commentId))) return here;
  const place = await readPlaceOf(storyId, commentId, db);
  return place === null ? here : `${address}/discussion/${place}`;
}

function isAmong({ id, replies }: DisplayedComment, commentId: number): boolean {
  return id === commentId || replies.some((reply) => isAmong(reply, commentId));
}

async function openness(db: ReadDb, storyId: number, now: Date): Promise<boolean> {
  const [story, rows] = await Promise.all([discussedStory(db, storyId), settingRows(db)]);
  return story !== undefined && isOpen(story, settingsFrom(rows).commentsDays, now);
}

async function rootOf(db: ReadDb, storyId: number, id: number) {
  const [row] = await commentsById(db, [id]);
  const isRoot = row?.storyId === storyId && row.parentId === null;
  return isRoot ? row : null;
}
