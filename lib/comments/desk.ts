import { getDb } from '@/db/client';
import {
  actionsOn,
  commentsById,
  commentsOnDesk,
  heldCount,
  newest,
  oldestHeld,
  othersFromNetwork,
} from '@/db/queries/comments';
import { requireStaff } from '@/lib/people/require-staff';
import { maskedAddress } from './email-address';
import type { HideReason } from './hide-comment';
import type { HoldReason } from './hold-rules/rule';

export const deskTabs = ['held', 'visible', 'hidden'] as const;
export type DeskTab = (typeof deskTabs)[number];

const LISTED = 30;
/** Beyond it the tab says "more than". */
export const MOST_COUNTED = 1_000;
const A_DAY = 86_400_000;

export type DeskQueue = Awaited<ReturnType<typeof deskComments>>;
export type DeskComment = DeskQueue['comments'][number];

/** One tab of the queue, newest first. An address leaves this function masked only. */
export async function deskComments({ tab, before }: { tab: DeskTab; before: string }, now = new Date()) {
  await requireStaff('moderate', '/admin/comments');
  const db = getDb();
  const [rows, held, oldest] = await Promise.all([
    commentsOnDesk(db, tab, cursorIn(before) ?? newest, LISTED + 1),
    heldCount(db, MOST_COUNTED),
    oldestHeld(db),
  ]);
  const shown = rows.slice(0, LISTED);
  const last = shown.at(-1);
  const actions = latestOf(
    await actionsOn(
      db,
      shown.map((row) => row.id),
    ),
  );
  const since = new Date(now.getTime() - A_DAY);

  const comments = shown.map(async ({ commenter, network, parent, ...row }) => {
    const { email, ...record } = commenter;
    const isAlone = network === '' || tab !== 'held';
    return {
      ...row,
      heldBecause: row.heldBecause as HoldReason[],
      address: maskedAddress(email),
      record,
      parent: parent?.id == null ? null : parent,
      neighbours: isAlone ? 0 : await othersFromNetwork(db, { network, commenterId: record.id, since }, 200),
      lastAction: actions.get(row.id) ?? null,
    };
  });
  return {
    comments: await Promise.all(comments),
    held,
    oldestHeldAt: oldest?.at ?? null,
    olderBefore: rows.length > LISTED && last ? `${last.createdAt.getTime()}-${last.id}` : null,
  };
}

/** Who was first with these comments, for the moderator who came second. */
export async function deskDecisions(commentIds: readonly number[]) {
  await requireStaff('moderate', '/admin/comments');
  const db = getDb();
  const actions = latestOf(await actionsOn(db, commentIds));
  return (await commentsById(db, commentIds)).map(({ id, name }) => ({
    id,
    author: name,
    action: actions.get(id) ?? null,
  }));
}

type Action = Awaited<ReturnType<typeof actionsOn>>[number];

/** Rows come newest first. */
function latestOf(rows: readonly Action[]) {
  const latest = new Map<number, Omit<Action, 'reason'> & { reason: HideReason | '' }>();
  for (const row of rows) {
    if (!latest.has(row.commentId))
      latest.set(row.commentId, { ...row, reason: row.reason as HideReason | '' });
  }
  return latest;
}

function cursorIn(text: string) {
  const [, at, id] = /^(\d{1,15})-([1-9]\d{0,14})$/.exec(text) ?? [];
  return at === undefined || id === undefined ? null : { at: new Date(Number(at)), id: Number(id) };
}
