import { truncateGraphemes } from '@barta/bengali/graphemes';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { type CommentState, commenters, comments } from '@/db/schema';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { MAX_BODY, MAX_NAME } from '@/lib/comments/comment-limits';
import { duplicateOf, hashOf } from '@/lib/comments/posting/duplicate-comment';
import { emailAddress } from '@/lib/comments/posting/email-address';
import { isSeen, plainLine, plainText } from '@/lib/comments/posting/plain-text';
import { websiteAddress } from '@/lib/comments/posting/website';
import { fingerprintOf } from '@/lib/comments/spam/simhash';
import { plainTextOf, withoutAddress } from './content/plain-text';
import type { ExportComment, ExportItem } from './export/export-format';
import { externalIdOf, type ImportContext, type PostContext } from './import-context';
import { momentOf } from './old-site';

type IdentifiedComment = ExportComment & { id: number };

interface ImportedComment {
  id: number;
  rootId: number | null;
  depth: number;
}

/**
 * Imports the comments of a post with their threads and moderation states. Pingbacks and network addresses are not
 * imported; e-mail addresses are kept like those of comments written here: for the desk only.
 */
export function importComments(postContext: PostContext, item: ExportItem, storyId: number): void {
  const { t, site, now, actor } = postContext;
  const imported = item.comments.filter((comment): comment is IdentifiedComment =>
    isKept(postContext, item, comment),
  );
  if (imported.length === 0) return;

  const placed = placedBefore(postContext, imported);
  const byId = new Map(imported.map((comment) => [comment.id, comment]));
  let added = 0;
  let isSeenByReaders = false;
  for (const comment of parentsFirst(imported, byId)) {
    if (placed.has(comment.id)) {
      postContext.count((report) => {
        report.comments.alreadyHere += 1;
      });
      continue;
    }
    const parent = parentOf(comment, byId, placed);
    if (comment.parent !== null && !parent)
      note(postContext, item, comment, 'answers one that is not in the file: it stands by itself');
    const row = addComment(postContext, item, storyId, { comment, parent });
    if (!row) continue;
    placed.set(comment.id, row);
    added += 1;
    isSeenByReaders ||= row.state === 'visible';
  }
  if (added === 0) return;
  appendAudit(t, {
    actor,
    verb: 'import-comments',
    subject: `story:${storyId}`,
    after: { added, site: site.key },
    at: now,
  });
  if (isSeenByReaders) announce(t, { kind: 'discussion-changed', storyId }, now);
}

function note(
  postContext: PostContext,
  item: ExportItem,
  { id }: ExportComment,
  reason: string,
  grade: 'refused' | 'changed' | 'skipped' = 'changed',
) {
  postContext.notes.push({ post: item.id, grade, reason: `comment ${id ?? 'without a number'} ${reason}` });
  if (grade === 'skipped')
    postContext.count((report) => {
      report.comments.skipped += 1;
    });
}

function isKept(
  postContext: PostContext,
  item: ExportItem,
  comment: ExportComment,
): comment is IdentifiedComment {
  if (/^(?:pingback|trackback)$/.test(comment.type)) {
    note(postContext, item, comment, `is a ${comment.type}`, 'skipped');
    return false;
  }
  // Shops and other plugins store notes as comments; WordPress gives real ones the type `comment`, or none.
  if (comment.type !== '' && comment.type !== 'comment') {
    note(postContext, item, comment, `is no reader's word ("${comment.type}")`, 'skipped');
    return false;
  }
  if (comment.id === null) note(postContext, item, comment, 'cannot be told from others', 'refused');
  return comment.id !== null;
}

/** Comments under something that has no discussion here. */
export function skipComments({ report, addNote }: ImportContext, item: ExportItem): void {
  const imported = item.comments.filter(({ type }) => type === '' || type === 'comment').length;
  if (imported === 0) return;
  report.comments.skipped += imported;
  const reason = `comments under this ${item.type}: ${imported}; only stories have a discussion`;
  addNote({ post: item.id, grade: 'skipped', reason });
}

function placedBefore(
  { t, site }: PostContext,
  imported: readonly IdentifiedComment[],
): Map<number, ImportedComment> {
  const ids = new Map(imported.map(({ id }) => [externalIdOf(site, id, 'comment'), id]));
  const found = new Map<number, ImportedComment>();
  const all = [...ids.keys()];
  for (let at = 0; at < all.length; at += 500) {
    const rows = t
      .select({
        id: comments.id,
        rootId: comments.rootId,
        depth: comments.depth,
        externalId: comments.externalId,
      })
      .from(comments)
      .where(inArray(comments.externalId, all.slice(at, at + 500)))
      .all();
    for (const { externalId, ...row } of rows) {
      const id = ids.get(externalId ?? '');
      if (id !== undefined) found.set(id, row);
    }
  }
  return found;
}

/** An answer may come before its parent; a cycle of two answers must not loop for ever. */
function parentsFirst(
  imported: readonly IdentifiedComment[],
  byId: ReadonlyMap<number, IdentifiedComment>,
): IdentifiedComment[] {
  const ordered: IdentifiedComment[] = [];
  const seen = new Set<number>();
  for (const comment of imported) {
    const line: IdentifiedComment[] = [];
    let next: IdentifiedComment | undefined = comment;
    while (next && !seen.has(next.id)) {
      seen.add(next.id);
      line.push(next);
      next = next.parent === null ? undefined : byId.get(next.parent);
    }
    ordered.push(...line.reverse());
  }
  return ordered;
}

function parentOf(
  comment: IdentifiedComment,
  byId: ReadonlyMap<number, IdentifiedComment>,
  placed: ReadonlyMap<number, ImportedComment>,
): ImportedComment | null {
  const seen = new Set<number>([comment.id]);
  let parent = comment.parent;
  // The parent could not be imported: its answers are attached to the next ancestor.
  while (parent !== null && !seen.has(parent)) {
    const place = placed.get(parent);
    if (place) return place;
    seen.add(parent);
    parent = byId.get(parent)?.parent ?? null;
  }
  return null;
}

const states: Readonly<Record<string, CommentState>> = {
  '1': 'visible',
  approve: 'visible',
  approved: 'visible',
  '0': 'held',
  hold: 'held',
  spam: 'spam',
  trash: 'hidden',
  'post-trashed': 'hidden',
};

function addComment(
  postContext: PostContext,
  item: ExportItem,
  storyId: number,
  { comment, parent }: { comment: IdentifiedComment; parent: ImportedComment | null },
): (ImportedComment & { state: CommentState }) | null {
  const { t, now, site } = postContext;
  const whole = plainText(plainTextOf(comment.content));
  if (!isSeen(whole)) {
    note(postContext, item, comment, 'says nothing', 'skipped');
    return null;
  }
  const body = truncateGraphemes(whole, MAX_BODY, '…');
  if (body !== whole) note(postContext, item, comment, `was cut at ${MAX_BODY} letters`);
  const state = states[comment.approved] ?? 'held';
  const at = momentOf(comment.dateGmt, comment.date, site) ?? now;
  const name = nameOf(comment);
  const writer = [...postContext.authors.values()].find(({ id }) => id !== null && id === comment.userId);
  const website = websiteAddress(plainTextOf(comment.url)) ?? '';
  const commenterId = commenterOf(postContext, { comment, name, website, state, at });
  const bodyHash = hashOf(body);
  const parentId = parent?.id ?? null;
  if (duplicateOf(t, { storyId, parentId, commenterId, bodyHash })) {
    note(
      postContext,
      item,
      comment,
      'says the same as another of the same person at the same place',
      'skipped',
    );
    return null;
  }
  const row = t
    .insert(comments)
    .values({
      storyId,
      parentId,
      rootId: parent && (parent.rootId ?? parent.id),
      depth: parent ? parent.depth + 1 : 0,
      commenterId,
      name,
      website,
      body,
      bodyHash,
      state,
      heldBecause: [],
      fingerprint: fingerprintOf(body),
      fromNewsroom: writer !== undefined,
      fromAuthor: writer !== undefined && writer.login === item.creator,
      externalId: externalIdOf(site, comment.id, 'comment'),
      createdAt: new Date(Math.min(at.getTime(), now.getTime())),
    })
    .returning({ id: comments.id, rootId: comments.rootId, depth: comments.depth, state: comments.state })
    .get();
  count(postContext, commenterId, state);
  return row;
}

function nameOf({ author }: ExportComment): string {
  const name = truncateGraphemes(withoutAddress(plainLine(plainTextOf(author))), MAX_NAME, '…');
  return isSeen(name) ? name : 'নাম নেই';
}

interface CommentWriter {
  comment: ExportComment;
  name: string;
  website: string;
  state: CommentState;
  at: Date;
}

/**
 * One commenter per e-mail address. Those without a deliverable address are identified by name: they cannot be
 * mailed.
 */
function commenterOf({ t, site }: PostContext, { comment, name, website, at }: CommentWriter): number {
  const email =
    emailAddress(comment.email) ?? `${hashOf(`${site.key} ${name}`).slice(0, 16)}@wordpress.invalid`;
  const known = t.select({ id: commenters.id }).from(commenters).where(eq(commenters.email, email)).get();
  return (
    known?.id ??
    t
      .insert(commenters)
      .values({ email, name, website, createdAt: at })
      .returning({ id: commenters.id })
      .get().id
  );
}

/** The record by which their next comment is judged. */
function count(postContext: PostContext, commenterId: number, state: CommentState): void {
  const column = state === 'visible' ? 'approved' : state === 'hidden' || state === 'spam' ? 'hidden' : null;
  if (column)
    postContext.t
      .update(commenters)
      .set({ [column]: sql`${commenters[column]} + 1` })
      .where(and(eq(commenters.id, commenterId)))
      .run();
  postContext.count(({ comments: counted }) => {
    if (state !== 'withdrawn') counted[state] += 1;
  });
}
