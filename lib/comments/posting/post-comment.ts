import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import { type CommentState, commenters, comments } from '@/db/schema';
import { batchedTx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { queueReplyNotice } from '@/lib/mail/queue/queue-reply-notice';
import { done, type Result, refused } from '@/lib/result';
import { queueDeviceLink } from '../account/queue-device-link';
import { bannedBy } from '../bans/banned-by';
import { isOpen } from '../closing/closing';
import { recordConsents } from '../consents/record-consents';
import { isCrowd, recentActivity } from '../spam/recent-activity';
import { isNamesake, nameKeyOf } from '../trust/namesake';
import { type WriterStanding, writerStanding } from '../trust/writer-standing';
import { classify } from './classify';
import type { CommentDraft } from './comment-draft';
import { duplicateOf, hashFor, hashOf, isSameSender } from './duplicate-comment';
import {
  type CommentVerdict,
  knownCommenter,
  moderationOptions,
  type Parent,
  storyToComment,
} from './posting-rows';
import type { CommentSignals } from './signals';

export interface PostedComment {
  id: number;
  /** The story's own, as in `/international/1`. */
  address: string;
  /** When it was first said. */
  at: Date;
  /** The thread it stands in; its own id if it begins one. */
  rootId: number;
  isVisible: boolean;
  /** A letter goes out that asks to confirm the address. */
  isMailed: boolean;
}

export type PostRefusal =
  | 'unknown-story'
  | 'retracted'
  | 'closed'
  | 'parent-gone'
  | 'banned'
  | 'too-many'
  | 'form-old'
  | 'work';

/**
 * A reader's comment, held or shown at once. The same words from the same address at the same place are the same
 * comment, however often they are sent: the first one is answered again.
 *
 * Refused `work`: it might pass if the browser does a sum first. Whatever is refused leaves nothing behind.
 */
export async function postComment(
  db: Db,
  draft: CommentDraft,
  signals: CommentSignals,
  now = new Date(),
): Promise<Result<PostedComment, PostRefusal>> {
  // Comments come in rushes, and each would wait for the disk by itself.
  return batchedTx(db, (t) => {
    const story = storyToComment(t, draft.storyId);
    const options = moderationOptions(t);
    if (story?.state === 'retracted') return refused('retracted');
    if (story?.state !== 'published') return refused('unknown-story');
    if (!isOpen(story, options.settings.commentsDays, now)) return refused('closed');

    const parent = parentOf(t, draft);
    if (parent === 'gone') return refused('parent-gone', 'parentId');
    if (bannedBy(t, signals, now)) return refused('banned');

    const known = knownCommenter(t, draft.email);
    const writer = writerStanding(t, known, signals.device ?? '', now);
    const { duplicate, bodyHash } = sentBefore(t, { draft, signals, commenterId: known?.id }, now);
    const address = `/${story.section}/${story.id}`;
    if (known && duplicate) {
      const isMailed = consented(t, { draft, commenterId: known.id, comment: duplicate, writer }, now);
      return done(posted(duplicate, { address, isMailed }));
    }
    if (signals.form?.kind === 'wrong' || signals.form?.kind === 'old') return refused('form-old');

    const activity = recentActivity(
      t,
      { draft, signals, commenterId: known?.id ?? null, isKnown: writer.level !== 'new' },
      now,
    );
    if (isCrowd(activity.lately, signals)) return refused('too-many');
    const verdict = classify({ t, draft, signals, writer, story, options, activity }, now);
    if (verdict === 'work') return refused('work');

    const commenter = known ?? newCommenter(t, draft, now);
    if (commenter.name === '') nameCommenter(t, commenter.id, draft);
    const comment = write(
      t,
      { draft, parent, commenterId: commenter.id, bodyHash, verdict, activity, signals, writer },
      now,
    );
    countIn(t, commenter.id, comment.state);
    appendAudit(t, {
      actor: { kind: 'commenter', id: commenter.id, name: draft.name },
      verb: 'post-comment',
      subject: `comment:${comment.id}`,
      after: {
        story: draft.storyId,
        state: comment.state,
        ...(verdict.reasons.length > 0 && { heldBecause: verdict.reasons }),
      },
      at: now,
    });
    const isMailed = consented(t, { draft, commenterId: commenter.id, comment, writer }, now);
    const { device = '', network } = signals;
    // What is spam asks for letters to strangers.
    if (comment.state === 'visible' || comment.state === 'held')
      queueDeviceLink(t, { commenter, writer, commentId: comment.id, device, network }, now);
    if (comment.state === 'visible') {
      queueReplyNotice(t, comment.id, now);
      announce(t, { kind: 'discussion-changed', storyId: draft.storyId }, now);
    }
    return done(posted({ ...comment, createdAt: now }, { address, isMailed }));
  });
}

/** What it answers, if that is still there to be answered: a form may be older than a moderator's decision. */
function parentOf(t: Tx, { storyId, parentId }: CommentDraft): Parent | null | 'gone' {
  if (parentId === null) return null;
  const parent = t.select().from(comments).where(eq(comments.id, parentId)).get();
  return parent?.storyId === storyId && parent.state === 'visible' ? parent : 'gone';
}

/**
 * The comment that this one repeats, and the hash to store it under. The same words by the same address from somebody else
 * are a comment of their own: to answer with the first one would tell whose address it is.
 */
function sentBefore(
  t: Tx,
  {
    draft,
    signals,
    commenterId,
  }: { draft: CommentDraft; signals: CommentSignals; commenterId: number | undefined },
  now: Date,
) {
  const bodyHash = hashOf(draft.body);
  if (commenterId === undefined) return { bodyHash };
  const first = duplicateOf(t, { ...draft, commenterId, bodyHash });
  if (!first) return { bodyHash };
  if (isSameSender(first, signals, now)) return { bodyHash, duplicate: first };
  const ownHash = hashFor(draft.body, signals.device ?? '');
  return { bodyHash: ownHash, duplicate: duplicateOf(t, { ...draft, commenterId, bodyHash: ownHash }) };
}

/** An address is one commenter. Their record keeps the name they first gave; each comment keeps its own. */
function newCommenter(t: Tx, { email, name, website }: CommentDraft, now: Date) {
  return commenterInsert(t).get({ email, name, website, createdAt: now });
}

const given = sql.placeholder;
const commenterInsert = preparedQuery((t: Tx) =>
  t
    .insert(commenters)
    .values({
      email: given('email'),
      name: given('name'),
      website: given('website'),
      createdAt: given('createdAt'),
    })
    .returning()
    .prepare(),
);

/** Who asked for the letter first has an address and no name. */
function nameCommenter(t: Tx, id: number, { name, website }: CommentDraft): void {
  t.update(commenters).set({ name, website }).where(eq(commenters.id, id)).run();
}

function write(
  t: Tx,
  { draft, parent, commenterId, bodyHash, verdict, activity, signals, writer }: Written,
  now: Date,
): Placed {
  const { device = '' } = signals;
  const { storyId } = draft;
  const nameKey = nameKeyOf(draft.name);
  const { isProven } = writer;
  return commentInsert(t).get({
    storyId,
    parentId: draft.parentId,
    rootId: parent && (parent.rootId ?? parent.id),
    depth: parent ? parent.depth + 1 : 0,
    commenterId,
    name: draft.name,
    nameKey,
    // A placeholder's value goes to SQLite as it is.
    isNamesake: Number(isNamesake(t, { storyId, nameKey, commenterId, device, isProven }, now)),
    website: draft.website,
    body: draft.body,
    bodyHash,
    state: verdict.state,
    heldBecause: verdict.reasons,
    signals: verdict.signals,
    fingerprint: activity.fingerprint,
    network: signals.network,
    device,
    createdAt: now,
  });
}

const commentInsert = preparedQuery((t: Tx) =>
  t
    .insert(comments)
    .values({
      storyId: given('storyId'),
      parentId: given('parentId'),
      rootId: given('rootId'),
      depth: given('depth'),
      commenterId: given('commenterId'),
      name: given('name'),
      nameKey: given('nameKey'),
      isNamesake: given('isNamesake'),
      website: given('website'),
      body: given('body'),
      bodyHash: given('bodyHash'),
      state: given('state'),
      heldBecause: given('heldBecause'),
      signals: given('signals'),
      fingerprint: given('fingerprint'),
      network: given('network'),
      device: given('device'),
      createdAt: given('createdAt'),
    })
    .returning({ id: comments.id, rootId: comments.rootId, state: comments.state })
    .prepare(),
);

interface Written {
  draft: CommentDraft;
  parent: Parent | null;
  commenterId: number;
  bodyHash: string;
  verdict: CommentVerdict;
  activity: { fingerprint: string };
  signals: CommentSignals;
  writer: WriterStanding;
}

/** The record that the next comment is judged by. */
function countIn(t: Tx, commenterId: number, state: CommentState): void {
  if (state === 'held') return;
  const column = state === 'visible' ? 'approved' : 'hidden';
  t.update(commenters)
    .set({ [column]: sql`${commenters[column]} + 1` })
    .where(eq(commenters.id, commenterId))
    .run();
}

interface Placed {
  id: number;
  rootId: number | null;
  state: CommentState;
}

/** Kept with the comment or not at all. True: a letter goes out that asks to confirm the address, if that is needed. */
function consented(
  t: Tx,
  given: { draft: CommentDraft; commenterId: number; comment: Placed; writer: WriterStanding },
  now: Date,
): boolean {
  const { draft, commenterId, comment, writer } = given;
  if (!draft.consents?.replies && !draft.consents?.newsletter) return false;
  const { isProven } = writer;
  recordConsents(t, { commenterId, comment, isProven, consents: draft.consents }, now);
  // The same answer for every address that is not proven here.
  return !isProven;
}

function posted(
  { id, rootId, state, createdAt }: Placed & { createdAt: Date },
  more: Pick<PostedComment, 'address' | 'isMailed'>,
): PostedComment {
  return { id, rootId: rootId ?? id, at: createdAt, isVisible: state === 'visible', ...more };
}
