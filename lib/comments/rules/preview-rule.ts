import type { CommentState } from '@/db/schema';
import { type NewsroomRule, rulesVerdict } from '../hold-rules/newsroom-rules';

/** A comment of the past as the rules look at it. */
export interface PastComment {
  id: number;
  name: string;
  body: string;
  website: string;
  state: CommentState;
  sectionId: number;
  createdAt: Date;
  /** Nothing of its writer stood yet. */
  isFirst: boolean;
}

export interface RulePreview {
  looked: number;
  held: number;
  hidden: number;
  /** Of those that it would have stopped, so many stand before readers today: what the rule may wrong. */
  visibleToday: number;
  /** Stopped by the rule as it was before, and no longer. */
  freed: number;
  met: { comment: PastComment; effect: 'hold' | 'hide'; words: string[] }[];
}

/** How many of those met are shown. */
const SHOWN = 50;

/** What a rule would have done to these comments, had it stood then. Only this rule: what others hold is not counted. */
export function previewRule(
  rule: NewsroomRule,
  before: NewsroomRule | null,
  past: readonly PastComment[],
): RulePreview {
  const preview: RulePreview = {
    looked: past.length,
    held: 0,
    hidden: 0,
    visibleToday: 0,
    freed: 0,
    met: [],
  };
  // Looked at as if it were on: one looks before switching on as well.
  const now = [{ ...rule, isOn: true }];
  const then = before ? [before] : [];
  for (const comment of past) {
    const context = { sectionId: comment.sectionId, isFirst: comment.isFirst, at: comment.createdAt };
    const { effect, matched } = rulesVerdict(now, comment, context);
    if (effect === 'none') {
      if (rulesVerdict(then, comment, context).effect !== 'none') preview.freed += 1;
      continue;
    }
    if (effect === 'hide') preview.hidden += 1;
    else preview.held += 1;
    if (comment.state === 'visible') preview.visibleToday += 1;
    if (preview.met.length < SHOWN) {
      preview.met.push({ comment, effect, words: matched.flatMap(({ words }) => words) });
    }
  }
  return preview;
}
