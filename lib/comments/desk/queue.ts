import { getDb } from '@/db/client';
import {
  actionsOn,
  addressesFrom,
  bansOn,
  countIn,
  decisionsBy,
  notesOn,
  oldestHeld,
  openReportsOn,
  reportedCount,
  shownUnder,
  writtenBy,
} from '@/db/queries/discussion/comment-context';
import { type CommentCursor, commentsById, newest } from '@/db/queries/discussion/comments';
import { commentsOnDesk, findComments } from '@/db/queries/discussion/comments-desk';
import { rulesInForce } from '@/db/queries/discussion/moderation-rules';
import { sectionChoices } from '@/db/queries/stories/desk-stories';
import { env } from '@/lib/env';
import { idIn } from '@/lib/forms/read-form';
import { may } from '@/lib/people/may';
import { requireStaff } from '@/lib/people/require-staff';
import { storyAddress } from '@/lib/stories/for-readers/cards';
import { banValues } from '../bans/ban-values';
import { wordsListed } from '../hold-rules/newsroom-rules';
import type { HoldReason } from '../hold-rules/rule';
import { maskedAddress } from '../posting/email-address';
import { trustOn } from '../trust/desk-trust';
import type { HideReason } from './hide-reasons';
import { type QueueFilter, queueQuery } from './queue-filter';

const LISTED = 50;
/** Beyond it a tab says "more than". */
export const MOST_COUNTED = 10_000;
const A_DAY = 86_400_000;

export type DeskComment = Awaited<ReturnType<typeof withContext>>[number];
export type QueueCounts = Awaited<ReturnType<typeof counted>>;

/** One page of the queue, newest first. An address leaves this function masked only. */
export async function deskQueue(filter: QueueFilter, before: string, now = new Date()) {
  const member = await requireStaff('moderate', '/admin/comments');
  const db = getDb();
  const place = { to: 'older', from: cursorIn(before) ?? newest, limit: LISTED + 1 } as const;
  const { ids, end } = await findComments(db, queueQuery(filter, member.id), place);
  const page = await commentsOnDesk(db, ids.slice(0, LISTED));
  const last = page.at(-1);
  return {
    comments: await withContext(page, now),
    mayExport: may(member, 'export-letter'),
    counts: await counted(),
    olderBefore: ids.length > LISTED && last ? cursorOf(last) : '',
    /** Where to look on for more, when somebody asks: so far, and no farther, it was looked through. */
    lookOn: end ? cursorOf({ createdAt: end.at, id: end.id }) : '',
    /** Where the next arrival will stand above. */
    newestAt: page[0] ? cursorOf(page[0]) : '',
  };
}

/** What has come since, oldest first: offered to whoever has the queue open. */
export async function deskArrivals(filter: QueueFilter, since: string, now = new Date()) {
  const member = await requireStaff('moderate', '/admin/comments');
  const from = cursorIn(since) ?? { at: new Date(0), id: 0 };
  const place = { to: 'newer', from, limit: LISTED } as const;
  const { ids } = await findComments(getDb(), queueQuery(filter, member.id), place);
  const rows = await commentsOnDesk(getDb(), ids);
  const newestRow = rows.at(-1);
  return {
    comments: (await withContext(rows, now)).reverse(),
    counts: await counted(),
    newestAt: newestRow ? cursorOf(newestRow) : since,
  };
}

/** How many stand in each tab, and since when the longest waits. */
export async function deskCounts() {
  await requireStaff('moderate', '/admin/comments');
  return counted();
}

/** The words of the lists that are on: marked wherever they stand in a comment. */
export async function deskListedWords(): Promise<string[]> {
  await requireStaff('moderate', '/admin/comments');
  const lists = (await rulesInForce(getDb())).filter(({ kind }) => kind === 'words');
  return [...new Set(lists.flatMap(({ pattern }) => wordsListed(pattern)))];
}

/** For the filter's choices. */
export async function deskSections() {
  await requireStaff('moderate', '/admin/comments');
  return sectionChoices(getDb());
}

/** Who was first with these comments, for the moderator who came second. */
export async function deskDecisions(commentIds: readonly number[]) {
  await requireStaff('moderate', '/admin/comments');
  const db = getDb();
  const actions = await actionsOn(db, commentIds);
  return (await commentsById(db, commentIds)).map(({ id, name, state }) => {
    const action = actions.find(({ commentId, undoneAt }) => commentId === id && undoneAt === null);
    return { id, author: name, state, action: action ? { ...action, ...reasonIn(action) } : null };
  });
}

const DECISIONS_LISTED = 50;

/** What the member at the desk has decided, the latest first. */
export async function deskOwnDecisions(before: string) {
  const member = await requireStaff('moderate', '/admin/comments/decisions');
  const from = idIn(before) ?? Number.MAX_SAFE_INTEGER;
  const rows = await decisionsBy(getDb(), member.id, from, DECISIONS_LISTED + 1);
  const page = rows.slice(0, DECISIONS_LISTED);
  return {
    decisions: page.map((row) => ({ ...row, ...reasonIn(row) })),
    olderBefore: rows.length > DECISIONS_LISTED ? String(page.at(-1)?.id ?? '') : '',
  };
}

async function counted() {
  const db = getDb();
  const [held, reported, visible, hidden, spam, oldest] = await Promise.all([
    countIn(db, 'held', MOST_COUNTED),
    reportedCount(db),
    countIn(db, 'visible', MOST_COUNTED),
    countIn(db, 'hidden', MOST_COUNTED),
    countIn(db, 'spam', MOST_COUNTED),
    oldestHeld(db),
  ]);
  return { held, reported, visible, hidden, spam, oldestHeldAt: oldest?.at ?? null };
}

type QueueRow = Awaited<ReturnType<typeof commentsOnDesk>>[number];

/** A page's rows with all that hangs on them: seven reads for the whole page, none for a row. */
async function withContext(rows: readonly QueueRow[], now: Date) {
  if (rows.length === 0) return [];
  const db = getDb();
  const key = env().AUTH_SECRET ?? '';
  const ids = rows.map((row) => row.id);
  const commenterIds = [...new Set(rows.map((row) => row.commenter.id))];
  const values = new Map(rows.map((row) => [row.id, banValues({ ...row, email: row.commenter.email }, key)]));
  const known = [...values.values()].flatMap((value) => Object.values(value)).filter((value) => value !== '');
  const networks = [...new Set(rows.map((row) => row.network).filter((network) => network !== ''))];
  const since = new Date(now.getTime() - A_DAY);
  const [actions, reports, notes, written, visibleCounts, crowds, bans] = await Promise.all([
    actionsOn(db, ids),
    openReportsOn(db, ids),
    notesOn(db, commenterIds),
    writtenBy(db, commenterIds),
    shownUnder(db, [...new Set(rows.map((row) => row.story.id))]),
    addressesFrom(db, networks, since),
    bansOn(db, [...new Set(known)], now),
  ]);
  const trust = trustOn(db, now);

  return rows.map(({ commenter, network, device, parent, story, ...row }) => {
    const { email, ...record } = commenter;
    const crowd = crowds.find((group) => group.network === network)?.count ?? 0;
    const own = values.get(row.id);
    return {
      ...row,
      heldBecause: row.heldBecause as HoldReason[],
      address: record.erasedAt ? '' : maskedAddress(email),
      story: {
        ...story,
        href: storyAddress(story),
        visibleComments: visibleCounts.find(({ storyId }) => storyId === story.id)?.count ?? 0,
      },
      record: {
        ...record,
        written: written.find(({ commenterId }) => commenterId === record.id)?.count ?? 0,
      },
      trust: trust({ commenterId: record.id, device, fromNewsroom: row.fromNewsroom }),
      parent: parent?.id == null ? null : parent,
      neighbours: Math.max(0, crowd - 1),
      /** What of its writer can be barred, and what is. */
      canBar: { address: !record.erasedAt, device: device !== '', network: network !== '' },
      barred: bans.filter((ban) => own?.[ban.kind] === ban.value).map(({ kind, until }) => ({ kind, until })),
      actions: actions
        .filter(({ commentId }) => commentId === row.id)
        .map((action) => ({ ...action, ...reasonIn(action) })),
      reports: reports.filter(({ commentId }) => commentId === row.id),
      notes: notes.filter(({ commenterId }) => commenterId === record.id),
    };
  });
}

function reasonIn({ reason }: { reason: string }) {
  return { reason: reason as HideReason | '' };
}

function cursorOf({ createdAt, id }: { createdAt: Date; id: number }): string {
  return `${createdAt.getTime()}-${id}`;
}

function cursorIn(text: string): CommentCursor | null {
  const [, at, id] = /^(\d{1,15})-([1-9]\d{0,14})$/.exec(text) ?? [];
  return at === undefined || id === undefined ? null : { at: new Date(Number(at)), id: Number(id) };
}
