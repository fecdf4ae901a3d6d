import { truncateGraphemes } from '@barta/bengali/graphemes';
import { getDb, type ReadDb } from '@/db/client';
import {
  answerIdsUpTo,
  commentsById,
  commentsFromDevice,
  discussedStory,
  firstRepliesOf,
  likedRootsOf,
  newest,
  oldest,
  ownableComment,
  rootsBehind,
  type TimeOrder,
  visibleCountOf,
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
import { type DisplayedComment, threadOf } from './threads';

export const THREADS_SHOWN = 20;
/** Then a way to the whole thread: one quarrel does not push all others off the page. */
export const REPLIES_SHOWN = 6;
/** Letters of one page's comments, so many more counted for each comment: under 30 kB on the wire, e2e/discussion/talk.spec.ts. */
const PAGE_LETTERS = 30_000;
const AROUND_EACH = 200;
const REPLIES_ON_OWN_PAGE = 100;

export const sorts = ['newest', 'oldest', 'liked'] as const;
export type Sort = (typeof sorts)[number];

/** As an address says it; anything else is the usual. */
export function sortIn(text: unknown): Sort {
  return sorts.find((sort) => sort === text) ?? 'newest';
}

export interface DisplayedThread {
  root: DisplayedComment;
  /** There are more answers: the thread has a page of its own. */
  hasMore: boolean;
}

export interface DiscussionPage {
  storyId: number;
  /** All visible comments under the story. */
  count: number;
  sort: Sort;
  threads: DisplayedThread[];
  /** More threads begin behind this root. */
  olderBefore: number | null;
}

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

type Root = Awaited<ReturnType<typeof rootsBehind>>[number];

/** `behind`: the last root of the page before; null for the first page. */
async function pageOf(db: ReadDb, storyId: number, sort: Sort, behind: Root | null): Promise<DiscussionPage> {
  const [roots, count] = await Promise.all([
    sort === 'liked' ? mostLiked(db, storyId, behind) : byTime(db, storyId, sort, behind),
    visibleCountOf(db, storyId),
  ]);
  const threads = lightest(await threadsOnPage(db, roots.slice(0, THREADS_SHOWN)));
  const page = roots.slice(0, threads.length);
  return {
    storyId,
    count,
    sort,
    threads,
    olderBefore: roots.length > page.length ? (page.at(-1)?.id ?? null) : null,
  };
}

/** As many threads as a page may weigh, and the first in any case. */
function lightest(threads: readonly DisplayedThread[]): DisplayedThread[] {
  let characters = 0;
  return threads.filter(({ root }, at) => {
    characters += charactersIn(root);
    return at === 0 || characters <= PAGE_LETTERS;
  });
}

function charactersIn({ body, replies }: DisplayedComment): number {
  return body.length + AROUND_EACH + replies.reduce((total, reply) => total + charactersIn(reply), 0);
}

/** What was taken down has no likes to show, so it stands among the newest and oldest only. */
function mostLiked(db: ReadDb, storyId: number, behind: Root | null) {
  return likedRootsOf(db, storyId, behind ?? { likes: Number.MAX_SAFE_INTEGER, id: 0 }, THREADS_SHOWN + 1);
}

function byTime(db: ReadDb, storyId: number, order: TimeOrder, behind: Root | null): Promise<Root[]> {
  const place = behind ? { at: behind.createdAt, id: behind.id } : { newest, oldest }[order];
  return rootsBehind(db, storyId, place, THREADS_SHOWN + 1, order);
}

async function threadsOnPage(db: ReadDb, roots: readonly Root[]): Promise<DisplayedThread[]> {
  const replies = await firstRepliesOf(
    db,
    roots.map(({ id }) => id),
    REPLIES_SHOWN + 1,
  );
  const ofRoot = Map.groupBy(replies, ({ rootId }) => rootId);
  const repliesByRoot = new Map(roots.map(({ id }) => [id, (ofRoot.get(id) ?? []).slice(0, REPLIES_SHOWN)]));
  const answered = await withAnswered(db, repliesByRoot);
  return roots.map((root) => ({
    root: threadOf(root, ...answeredIn(answered, root.id)),
    hasMore: (ofRoot.get(root.id)?.length ?? 0) > REPLIES_SHOWN,
  }));
}

type Answered = Map<number, [Reply[], Map<number, string>]>;

const answeredIn = (answered: Answered, rootId: number) => answered.get(rootId) ?? nothing;

const nothing: [Reply[], Map<number, string>] = [[], new Map()];

type Reply = Awaited<ReturnType<typeof visibleRepliesOf>>[number];

/** Chains of removed comments longer than this are cut: what hangs below stands under the root. */
const REMOVED_IN_A_ROW = 4;

/**
 * By thread: the visible answers together with the removed ones that they answer, which keep their places; and the names
 * of those that they answer on an earlier page.
 */
async function withAnswered(db: ReadDb, threads: ReadonlyMap<number, readonly Reply[]>): Promise<Answered> {
  const found = new Map<number, [Map<number, Reply>, Map<number, string>]>(
    [...threads].map(([rootId, replies]) => [
      rootId,
      [new Map(replies.map((row) => [row.id, row])), new Map()],
    ]),
  );
  for (let round = 0; round < REMOVED_IN_A_ROW; round += 1) {
    const missing = new Map<number, number>();
    for (const [rootId, [rows, elsewhere]] of found) {
      for (const { parentId } of rows.values()) {
        const isThere =
          parentId === null || parentId === rootId || rows.has(parentId) || elsewhere.has(parentId);
        if (!isThere) missing.set(parentId, rootId);
      }
    }
    if (missing.size === 0) break;
    for (const row of await commentsById(db, [...missing.keys()])) {
      const [rows, elsewhere] = found.get(missing.get(row.id) ?? 0) ?? [];
      if (row.state === 'visible') elsewhere?.set(row.id, row.name);
      else rows?.set(row.id, row);
    }
  }
  return new Map(
    [...found].map(([rootId, [rows, elsewhere]]) => [
      rootId,
      [[...rows.values()].sort((a, b) => a.id - b.id), elsewhere],
    ]),
  );
}
