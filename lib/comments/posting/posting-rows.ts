import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
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
export interface Standing {
  state: Extract<CommentState, 'visible' | 'held' | 'hidden' | 'spam'>;
  reasons: HoldReason[];
  weighed: CommentSignal[];
}

/** What of a story decides whether and how it may be answered; not its text. */
export function storyStanding(t: Tx, storyId: number) {
  return t
    .select({
      id: stories.id,
      state: stories.state,
      comments: stories.comments,
      publishedAt: stories.publishedAt,
      commentsUntil: stories.commentsUntil,
      sectionId: stories.sectionId,
      sectionDays: sections.commentsDays,
      strictness: sections.strictness,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(eq(stories.id, storyId))
    .get();
}
export type StoryStanding = NonNullable<ReturnType<typeof storyStanding>>;

/** The newsroom's choices and its rules. */
export function houseOf(t: Tx) {
  return {
    settings: settingsFrom(t.select().from(settings).all()),
    rules: t.select().from(moderationRules).where(eq(moderationRules.isOn, true)).all(),
  };
}

export function knownCommenter(t: Tx, email: string) {
  return t.select().from(commenters).where(eq(commenters.email, email)).get();
}
