import type { Tx } from '@/db/client';
import type { HoldReason } from '../hold-rules/rule';
import { classify } from '../posting/classify';
import type { CommentDraft } from '../posting/comment-draft';
import type { CommentVerdict, moderationOptions, StoryToComment } from '../posting/posting-rows';
import type { CommentSignals } from '../posting/signals';
import type { RecentActivity } from '../spam/recent-activity';
import type { WriterStanding } from '../trust/writer-standing';

interface EditWeighing {
  t: Tx;
  /** With the new text. */
  draft: CommentDraft;
  /** The text that stands. */
  before: string;
  signals: CommentSignals;
  writer: WriterStanding;
  story: StoryToComment;
  options: ReturnType<typeof moderationOptions>;
  activity: RecentActivity;
}

/** What a moderator or the gate has answered when they let the comment stand: who writes, and in which manner. */
const ABOUT_THE_WRITER: readonly HoldReason[] = [
  'first-comment',
  'hidden-before',
  'staff-address',
  'newsroom-name',
  'in-a-hurry',
  'trap',
  'rule-first-timers',
];

export interface EditVerdict extends CommentVerdict {
  /** What speaks against showing the change of a comment that stands. */
  objections: HoldReason[];
}

/**
 * Weighs an edit. For a comment that waits the whole new text counts. For one that stands only the change does: what the
 * added words are held for by themselves, and what the whole text is held for now and was not before.
 */
export function weighEdit({ before, draft, ...rest }: EditWeighing, now: Date): EditVerdict {
  const verdictOn = (text: string, parts: Partial<CommentDraft> = {}) => {
    const weighed = { ...rest, draft: { ...draft, ...parts, body: text } };
    const verdict = classify({ ...weighed, signals: { ...rest.signals, proofOfWork: 'done' } }, now);
    // `work` was said to be done, so it is not asked for.
    if (verdict === 'work') throw new Error('a sum was asked for twice');
    return verdict;
  };
  const whole = verdictOn(draft.body);
  const earlier = verdictOn(before, { isDisguised: false });
  const added = addedWords(before, draft.body);
  const alone = added === '' ? [] : objectionsOf(verdictOn(added, { website: '' }));
  const raised = objectionsOf(whole).filter((reason) => !objectionsOf(earlier).includes(reason));
  return { ...whole, objections: [...new Set([...alone, ...raised])] };
}

function objectionsOf({ state, reasons }: CommentVerdict): HoldReason[] {
  const about = reasons.filter((reason) => !ABOUT_THE_WRITER.includes(reason));
  return state === 'spam' && about.length === 0 ? ['suspicious'] : about;
}

/** The words of a text that an earlier one does not have, or has less often; in order. */
export function addedWords(before: string, after: string): string {
  const left = new Map<string, number>();
  for (const word of before.split(/\s+/)) left.set(word, (left.get(word) ?? 0) + 1);
  return after
    .split(/\s+/)
    .filter((word) => {
      const count = left.get(word) ?? 0;
      left.set(word, count - 1);
      return word !== '' && count <= 0;
    })
    .join(' ');
}
