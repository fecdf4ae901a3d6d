import { eq, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import {
  type CommentSignal,
  type CommentState,
  commenters,
  type comments,
  moderationRules,
  sections,
  settings,
  stories,
} from '@/db/schema';
import { settingsFrom } from '@/lib/site/settings';
import type { HoldReason } from '../hold-rules/rule';

export type Parent = typeof comments.$inferSelect;

/** How a comment is to stand, and why. */
export interface CommentVerdict {
  state: Extract<CommentState, 'visible' | 'held' | 'hidden' | 'spam'>;
  reasons: HoldReason[];
  signals: CommentSignal[];
}

/** What of a story decides whether and how it may be answered; not its text. */
export function storyToComment(db: ReadDb, storyId: number) {
  return storyById(db).get({ storyId });
}

const storyById = preparedQuery((db) =>
  db
    .select({
      id: stories.id,
      state: stories.state,
      comments: stories.comments,
      publishedAt: stories.publishedAt,
      commentsUntil: stories.commentsUntil,
      sectionId: stories.sectionId,
      section: sections.slug,
      sectionDays: sections.commentsDays,
      strictness: sections.strictness,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(eq(stories.id, sql.placeholder('storyId')))
    .prepare(),
);
export type StoryToComment = NonNullable<ReturnType<typeof storyToComment>>;

/** The newsroom's choices and its rules, within the transaction that is open on `db`. */
export function moderationOptions(db: ReadDb) {
  return { settings: settingsFrom(settingRowsQuery(db).all()), rules: activeRules(db).all() };
}

const settingRowsQuery = preparedQuery((db) => db.select().from(settings).prepare());
const activeRules = preparedQuery((db) =>
  db.select().from(moderationRules).where(eq(moderationRules.isOn, true)).prepare(),
);

export function knownCommenter(db: ReadDb, email: string) {
  return commenterByEmail(db).get({ email });
}

const commenterByEmail = preparedQuery((db) =>
  db
    .select()
    .from(commenters)
    .where(eq(commenters.email, sql.placeholder('email')))
    .prepare(),
);
