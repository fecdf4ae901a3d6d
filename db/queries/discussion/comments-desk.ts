import { eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ReadDb } from '@/db/client';
import {
  type CommentState,
  commenters,
  commentStates,
  comments,
  pictures,
  sections,
  stories,
} from '@/db/schema';
import type { CommentCursor } from './comments';

/** What a moderator has asked to see. What is not named does not matter. */
export interface CommentFilter {
  state?: CommentState | undefined;
  /** Only what readers have complained of, and nobody has settled. */
  reported?: boolean | undefined;
  section?: string | undefined;
  storyId?: number | undefined;
  commenterId?: number | undefined;
  /** From this moment on, and before that one. */
  since?: Date | undefined;
  until?: Date | undefined;
  hasLink?: boolean | undefined;
  /** A code of `heldBecause`. */
  why?: string | undefined;
  /** Decided by this member of staff. */
  decidedBy?: number | undefined;
  /** In the words or the name; as saved, so normalised. */
  words?: string | undefined;
  /** The writer's whole address, as saved. */
  email?: string | undefined;
}

export interface CommentsPlace {
  /** `older`: newest first from the cursor on; `newer`: oldest first. */
  to: 'older' | 'newer';
  from: CommentCursor;
  limit: number;
}

const parent = alias(comments, 'parent');

/** Comments with all that a moderator decides by, in the order of the ids. For staff only. */
export async function commentsOnDesk(db: ReadDb, ids: readonly number[]) {
  if (ids.length === 0) return [];
  const rows = db
    .select({
      id: comments.id,
      version: comments.version,
      state: comments.state,
      name: comments.name,
      isNamesake: comments.isNamesake,
      website: comments.website,
      body: comments.body,
      heldBecause: comments.heldBecause,
      signals: comments.signals,
      network: comments.network,
      device: comments.device,
      fromNewsroom: comments.fromNewsroom,
      pickedAt: comments.pickedAt,
      editedAt: comments.editedAt,
      likes: comments.likes,
      createdAt: comments.createdAt,
      story: {
        id: stories.id,
        headline: stories.headline,
        section: sections.slug,
        sectionId: sections.id,
        state: stories.state,
        comments: stories.comments,
        publishedAt: stories.publishedAt,
        variants: pictures.variants,
        pictureAlt: pictures.alt,
      },
      parent: { id: parent.id, name: parent.name, body: parent.body, state: parent.state },
      commenter: {
        id: commenters.id,
        email: commenters.email,
        name: commenters.name,
        approved: commenters.approved,
        hidden: commenters.hidden,
        firstSeen: commenters.createdAt,
        verifiedAt: commenters.verifiedAt,
        erasedAt: commenters.erasedAt,
      },
    })
    .from(comments)
    .innerJoin(stories, eq(stories.id, comments.storyId))
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .innerJoin(commenters, eq(commenters.id, comments.commenterId))
    .leftJoin(pictures, eq(pictures.id, stories.pictureId))
    .leftJoin(parent, eq(parent.id, comments.parentId))
    .where(sql`${comments.id} in (select value from json_each(${JSON.stringify(ids)}))`)
    .all();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** So many comments are looked through for one page; what they do not hold is looked for behind them, when asked. */
export const LONGEST_LOOK = 1500;

export interface CommentsFound {
  ids: number[];
  /** Where to look on: the page is not full, and behind this there may be more. */
  end: CommentCursor | null;
}

/**
 * A page of what was asked, in order. Of one writer, or of what is complained of, all is looked through; else one walk
 * for each state, which the index runs along in the order of time, and `longest` comments of them at the most.
 */
export async function findComments(
  db: ReadDb,
  asked: CommentFilter,
  { to, from, limit }: CommentsPlace,
  longest = LONGEST_LOOK,
): Promise<CommentsFound> {
  const rest = conditionsOf(asked);
  const here = [
    sql.raw(to === 'older' ? '(c.created_at, c.id) <' : '(c.created_at, c.id) >'),
    sql`(${from.at.getTime()}, ${from.id})`,
  ];
  const within = [
    sql.join(here, sql` `),
    ...(asked.since ? [sql`c.created_at >= ${asked.since.getTime()}`] : []),
    ...(asked.until ? [sql`c.created_at < ${asked.until.getTime()}`] : []),
  ];
  const order = sql.raw(to === 'older' ? 'order by at desc, id desc' : 'order by at, id');
  const states = asked.state ? [asked.state] : commentStates;

  const writer =
    asked.commenterId ??
    (asked.email === undefined ? undefined : sql`(select id from commenters where email = ${asked.email})`);
  if (writer !== undefined || asked.reported) {
    const few =
      writer === undefined
        ? sql`select distinct comment_id as id from reports indexed by reports_open where settled_at is null`
        : sql`select id from comments indexed by comments_of_commenter where commenter_id = ${writer}`;
    const among = sql`select c.id as id, c.created_at as at from (${few}) few cross join comments c on c.id = few.id
      where ${all([...within, ...rest, isOneOf(states)])} ${order} limit ${limit}`;
    return { ids: db.all<{ id: number }>(among).map(({ id }) => id), end: null };
  }

  // Without further conditions what the index says is all: no more of it than the page.
  const length = rest.length === 0 ? limit : longest;
  const [index, ...fixed] =
    asked.storyId === undefined
      ? [sql.raw('comments_in_queue')]
      : [sql.raw('comments_of_story'), sql`c.story_id = ${asked.storyId}`];
  const walks = states.map(
    (state) => sql`select * from (select c.id as id, c.created_at as at from comments c indexed by ${index}
      where ${all([sql`c.state = ${state}`, ...fixed, ...within])} ${order} limit ${length})`,
  );
  const stretch = sql`select id, at from (${sql.join(walks, sql` union all `)}) ${order} limit ${length}`;
  if (rest.length === 0) return { ids: db.all<{ id: number }>(stretch).map(({ id }) => id), end: null };

  const found = db
    .all<{ id: number }>(sql`
      select c.id as id, stretch.at as at from (${stretch}) stretch cross join comments c on c.id = stretch.id
      where ${all(rest)} ${order} limit ${limit}`)
    .map(({ id }) => id);
  if (found.length === limit) return { ids: found, end: null };
  const last = db.get<{ id: number; at: number } | undefined>(
    sql`select id, at from (${stretch}) limit 1 offset ${length - 1}`,
  );
  return { ids: found, end: last ? { id: last.id, at: new Date(last.at) } : null };
}

function conditionsOf(asked: CommentFilter): SQL[] {
  const conditions = [
    asked.section !== undefined &&
      sql`exists (select 1 from stories s cross join sections on sections.id = s.section_id
        where s.id = c.story_id and sections.slug = ${asked.section})`,
    asked.hasLink && sql.raw("(c.body like '%http%://%' or c.body like '%www.%' or c.website <> '')"),
    asked.why !== undefined &&
      sql`exists (select 1 from json_each(c.held_because) where value = ${asked.why})`,
    asked.decidedBy !== undefined &&
      sql`exists (select 1 from moderation_actions a where a.comment_id = c.id
        and a.staff_id = ${asked.decidedBy} and a.undone_at is null)`,
    asked.words !== undefined &&
      sql`(instr(lower(c.body), ${asked.words}) > 0 or instr(lower(c.name), ${asked.words}) > 0)`,
    // What was withdrawn nobody complains of any more.
    asked.reported && sql.raw("c.state <> 'withdrawn'"),
    asked.storyId !== undefined &&
      (asked.commenterId !== undefined || asked.email !== undefined || asked.reported) &&
      sql`c.story_id = ${asked.storyId}`,
    asked.reported &&
      (asked.commenterId !== undefined || asked.email !== undefined) &&
      sql`c.id in (select comment_id from reports where settled_at is null)`,
  ];
  return conditions.flatMap((condition) => condition || []);
}

function isOneOf(states: readonly CommentState[]): SQL {
  return sql`c.state in (${sql.join(
    states.map((state) => sql`${state}`),
    sql`, `,
  )})`;
}

function all(conditions: readonly SQL[]): SQL {
  return sql.join([...conditions], sql` and `);
}
