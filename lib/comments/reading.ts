import { type Db, getDb } from '@/db/client';
import {
  commentsById,
  discussedStory,
  hiddenRootsWithAnswersOf,
  newest,
  visibleCountOf,
  visibleRepliesOf,
  visibleRootsOf,
} from '@/db/queries/comments';
import type { LaterPage } from './later-page';
import { type ShownComment, threadOf } from './threads';

/** 20 threads of 15 answers at most: a page of a busy discussion stays under 30 kB on the wire. */
export const THREADS_SHOWN = 20;
export const REPLIES_SHOWN = 15;
const REPLIES_ON_OWN_PAGE = 100;

export interface ShownThread {
  root: ShownComment;
  /** There are more answers: the thread has a page of its own. */
  hasMore: boolean;
}

export interface DiscussionPage {
  storyId: number;
  /** All visible comments under the story. */
  count: number;
  threads: ShownThread[];
  /** Older threads begin behind this root. */
  olderBefore: number | null;
}

export interface Discussion extends DiscussionPage {
  isOpen: boolean;
  /** Whom the form answers, as `?reply=` asked; null if nobody, or if that comment is not there to be answered. */
  replyTo: { id: number; name: string } | null;
}

/** What readers see under a story: the newest threads, and what the form needs to know. */
export async function readDiscussion(
  storyId: number,
  { replyTo = null }: { replyTo?: number | null } = {},
  db = getDb(),
): Promise<Discussion> {
  const [story, page, answered] = await Promise.all([
    discussedStory(db, storyId),
    pageOf(db, storyId, newest),
    replyTo === null ? [] : commentsById(db, [replyTo]),
  ]);
  const [target] = answered.filter((row) => row.storyId === storyId && row.state === 'visible');
  return {
    ...page,
    isOpen: story?.state === 'published' && story.comments === 'open',
    replyTo: target ? { id: target.id, name: target.name } : null,
  };
}

/** Threads older than a root; null if that is not a thread of this story. */
export async function readOlderThreads(
  storyId: number,
  rootId: number,
  db = getDb(),
): Promise<DiscussionPage | null> {
  const root = await rootOf(db, storyId, rootId);
  return root && pageOf(db, storyId, { at: root.createdAt, id: root.id });
}

/** One thread, from its beginning or behind one of its answers; null if this story has no such thread. */
export async function readThread(
  storyId: number,
  rootId: number,
  after = 0,
  db = getDb(),
): Promise<(ShownThread & { nextAfter: number | null }) | null> {
  const root = await rootOf(db, storyId, rootId);
  if (!root) return null;
  const replies = await visibleRepliesOf(db, rootId, after, REPLIES_ON_OWN_PAGE + 1);
  if (root.state !== 'visible' && replies.length === 0) return null;
  const shown = replies.slice(0, REPLIES_ON_OWN_PAGE);
  const hasMore = replies.length > shown.length;
  return {
    root: threadOf(root, ...(await withAnswered(db, rootId, shown))),
    hasMore,
    nextAfter: hasMore ? (shown.at(-1)?.id ?? null) : null,
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
  page: LaterPage,
  db = getDb(),
): Promise<LaterComments | null> {
  const story = await discussedStory(db, storyId);
  const isOpen = story?.state === 'published' && story.comments === 'open';
  if (page.kind === 'before') {
    const older = await readOlderThreads(storyId, page.rootId, db);
    return older && { ...older, isOpen, nextAfter: null };
  }
  const thread = await readThread(storyId, page.rootId, page.after, db);
  if (!thread) return null;
  const { root, nextAfter } = thread;
  return { storyId, isOpen, threads: [{ root, hasMore: false }], olderBefore: null, nextAfter };
}

async function rootOf(db: Db, storyId: number, id: number) {
  const [row] = await commentsById(db, [id]);
  const isRoot = row?.storyId === storyId && row.parentId === null;
  return isRoot && (row.state === 'visible' || row.state === 'hidden') ? row : null;
}

async function pageOf(db: Db, storyId: number, before: typeof newest): Promise<DiscussionPage> {
  const [visible, removed, count] = await Promise.all([
    visibleRootsOf(db, storyId, before, THREADS_SHOWN + 1),
    hiddenRootsWithAnswersOf(db, storyId, before, THREADS_SHOWN + 1),
    visibleCountOf(db, storyId),
  ]);
  const roots = [...visible, ...removed].sort(
    (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || b.id - a.id,
  );
  const shown = roots.slice(0, THREADS_SHOWN);
  return {
    storyId,
    count,
    threads: await Promise.all(shown.map((root) => threadOnPage(db, root))),
    olderBefore: roots.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function threadOnPage(db: Db, root: Awaited<ReturnType<typeof visibleRootsOf>>[number]) {
  const replies = await visibleRepliesOf(db, root.id, 0, REPLIES_SHOWN + 1);
  const shown = replies.slice(0, REPLIES_SHOWN);
  return {
    root: threadOf(root, ...(await withAnswered(db, root.id, shown))),
    hasMore: replies.length > shown.length,
  };
}

type Reply = Awaited<ReturnType<typeof visibleRepliesOf>>[number];

/** Chains of removed comments longer than this are cut: what hangs below stands under the root. */
const REMOVED_IN_A_ROW = 4;

/**
 * The visible answers together with the removed ones that they answer, which keep their places; and the names of
 * those that they answer on an earlier page.
 */
async function withAnswered(
  db: Db,
  rootId: number,
  replies: readonly Reply[],
): Promise<[Reply[], Map<number, string>]> {
  const rows = new Map(replies.map((row) => [row.id, row]));
  const elsewhere = new Map<number, string>();
  for (let round = 0; round < REMOVED_IN_A_ROW; round += 1) {
    const wanted = [...rows.values()].map((row) => row.parentId ?? rootId);
    const missing = [...new Set(wanted)].filter((id) => id !== rootId && !rows.has(id) && !elsewhere.has(id));
    if (missing.length === 0) break;
    for (const row of await commentsById(db, missing)) {
      if (row.state === 'visible') elsewhere.set(row.id, row.name);
      else rows.set(row.id, row);
    }
  }
  return [[...rows.values()].sort((a, b) => a.id - b.id), elsewhere];
}
