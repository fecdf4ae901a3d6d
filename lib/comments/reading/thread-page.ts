import type { ReadDb } from '@/db/client';
import {
  commentsById,
  firstRepliesOf,
  likedRootsOf,
  newest,
  oldest,
  rootsBehind,
  type TimeOrder,
  visibleCountOf,
  type visibleRepliesOf,
} from '@/db/queries/discussion/comments';
import { type DisplayedComment, threadOf } from './threads';

export const THREADS_SHOWN = 20;
/** Then a way to the whole thread: one quarrel does not push all others off the page. */
export const REPLIES_SHOWN = 6;
/** Letters of one page's comments, so many more counted for each comment: under 30 kB on the wire, e2e/discussion/talk.spec.ts. */
const PAGE_LETTERS = 30_000;
const AROUND_EACH = 200;
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

export type Root = Awaited<ReturnType<typeof rootsBehind>>[number];

/** `behind`: the last root of the page before; null for the first page. */
export async function pageOf(
  db: ReadDb,
  storyId: number,
  sort: Sort,
  behind: Root | null,
): Promise<DiscussionPage> {
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

export const answeredIn = (answered: Answered, rootId: number) => answered.get(rootId) ?? nothing;

const nothing: [Reply[], Map<number, string>] = [[], new Map()];

type Reply = Awaited<ReturnType<typeof visibleRepliesOf>>[number];

/** Chains of removed comments longer than this are cut: what hangs below stands under the root. */
const REMOVED_IN_A_ROW = 4;

/**
 * By thread: the visible answers together with the removed ones that they answer, which keep their places; and the names
 * of those that they answer on an earlier page.
 */
export async function withAnswered(
  db: ReadDb,
  threads: ReadonlyMap<number, readonly Reply[]>,
): Promise<Answered> {
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
