import type { Tx } from '@/db/client';
import type { commenters } from '@/db/schema';
import { rulesVerdict } from '../hold-rules/newsroom-rules';
import { reasonsToHold } from '../hold-rules/reasons-to-hold';
import type { HoldReason } from '../hold-rules/rule';
import { spamOdds } from '../spam/bayes';
import { see } from '../spam/features';
import { wordCountsOf } from '../spam/learn';
import type { Around } from '../spam/recent-activity';
import { scoreOf, weigh } from '../spam/spam-score';
import { tellingWords } from '../spam/tokens';
import type { CommentDraft } from './comment-draft';
import type { houseOf, Standing, StoryStanding } from './posting-rows';
import type { CommentSignals } from './signals';

interface Case {
  t: Tx;
  draft: CommentDraft;
  signals: CommentSignals;
  commenter: typeof commenters.$inferSelect | undefined;
  story: StoryStanding;
  house: ReturnType<typeof houseOf>;
  around: Around;
}

const reasonOfRule = {
  words: 'rule-words',
  links: 'rule-links',
  'first-timers': 'rule-first-timers',
  'quiet-hours': 'rule-quiet-hours',
} as const satisfies Record<string, HoldReason>;

/**
 * How a comment is to stand: what the newsroom's rules say, what is held, and what the spam filter weighs. `work`:
 * it stands in the grey, and its sender's browser has offered to do a sum for it.
 */
export function judge(
  { t, draft, signals, commenter, story, house, around }: Case,
  now: Date,
): Standing | 'work' {
  const { approved = 0, hidden = 0, verifiedAt = null, staffId = null } = commenter ?? {};
  const { settings } = house;
  const words = tellingWords(draft);
  const seen = see(draft);
  const weighed = weigh({
    draft,
    seen,
    nearest: around.nearest,
    odds: spamOdds(words, wordCountsOf(t, words), seen.hasHook),
    commenter: { approved, hidden, isVerified: verifiedAt !== null },
    lately: around.lately,
    form: {
      hasToken: signals.form?.kind !== 'none',
      ageMs: signals.form?.kind === 'right' ? signals.form.ageMs : null,
    },
  });
  const score = scoreOf(weighed);
  const isGrey = score >= settings.spamGreyFrom && score < settings.spamHeldFrom;

  const rules = rulesVerdict(house.rules, draft, {
    sectionId: story.sectionId,
    isFirst: approved === 0,
    at: now,
  });
  const reasons: HoldReason[] = [
    ...reasonsToHold({
      draft,
      commenter: { approved, hidden, isStaff: staffId !== null, lately: around.byCommenter },
      strictness: story.strictness,
      settings,
      now,
    }),
    ...new Set(rules.matched.map(({ kind }) => reasonOfRule[kind])),
    ...(score >= settings.spamHeldFrom ? (['suspicious'] as const) : []),
  ];
  if (isGrey && reasons.length === 0 && signals.work === 'offered') return 'work';
  if (isGrey && signals.work !== 'done') reasons.push('unproven');

  if (score >= settings.spamFrom) return { state: 'spam', reasons, weighed };
  if (rules.effect === 'hide') return { state: 'hidden', reasons, weighed };
  return { state: reasons.length === 0 ? 'visible' : 'held', reasons, weighed };
}
