import type { Tx } from '@/db/client';
import { decideVisibility } from '../gate/decide-visibility';
import { gateOfSection } from '../gate/gate-of-section';
import { riskOfComment } from '../gate/risk-of-comment';
import { rulesVerdict } from '../hold-rules/newsroom-rules';
import { reasonsToHold } from '../hold-rules/reasons-to-hold';
import type { HoldReason } from '../hold-rules/rule';
import { isKnownContact } from '../spam/contact-tokens';
import { featuresOf } from '../spam/features';
import { learntOdds, listedOdds } from '../spam/learning/bayes';
import { wordCountsOf } from '../spam/learning/word-counts';
import { offerFeatures, offerOdds } from '../spam/offer/offer-model';
import type { RecentActivity } from '../spam/recent-activity';
import { scoreOf, spamSignals } from '../spam/spam-score';
import { tokensOf } from '../spam/tokens';
import type { WriterStanding } from '../trust/writer-standing';
import type { CommentDraft } from './comment-draft';
import type { CommentVerdict, moderationOptions, StoryToComment } from './posting-rows';
import type { CommentSignals } from './signals';

interface ClassifyInput {
  t: Tx;
  draft: CommentDraft;
  signals: CommentSignals;
  writer: WriterStanding;
  story: StoryToComment;
  options: ReturnType<typeof moderationOptions>;
  activity: RecentActivity;
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
export function classify(
  { t, draft, signals, writer, story, options, activity }: ClassifyInput,
  now: Date,
): CommentVerdict | 'work' {
  const { level, approved, hidden, isProven, isStaffAddress } = writer;
  const { settings } = options;
  const words = tokensOf(draft);
  const counts = wordCountsOf(t, words);
  const features = featuresOf(draft);
  const weights = spamSignals({
    draft,
    features,
    nearest: activity.nearest,
    offer: offerOdds(offerFeatures(draft, features)),
    listed: listedOdds(words, features.hasHook),
    learnt: learntOdds(words, counts),
    hasKnownContact: isKnownContact(words, counts),
    commenter: { approved, hidden, isVerified: isProven },
    lately: activity.lately,
    form: {
      hasToken: signals.form?.kind !== 'none',
      ageMs: signals.form?.kind === 'right' ? signals.form.ageMs : null,
    },
  });
  const score = scoreOf(weights);
  const risk = riskOfComment(draft, score);
  const seen = [...risk.reasons, ...weights];
  const isGrey = score >= settings.spamGreyFrom && score < settings.spamHeldFrom;

  const rules = rulesVerdict(options.rules, draft, {
    sectionId: story.sectionId,
    isFirst: approved === 0,
    at: now,
  });
  const reasons: HoldReason[] = [
    ...reasonsToHold({
      draft,
      commenter: { approved, hidden, isStaff: isStaffAddress, lately: activity.byCommenter },
      strictness: story.strictness,
      settings,
      now,
    }),
    ...decideVisibility(risk, level, gateOfSection(story.strictness, settings.gateBudget)),
    ...new Set(rules.matched.map(({ kind }) => reasonOfRule[kind])),
    ...(score >= settings.spamHeldFrom ? (['suspicious'] as const) : []),
  ];
  if (isGrey && reasons.length === 0 && signals.proofOfWork === 'offered') return 'work';
  if (isGrey && signals.proofOfWork !== 'done') reasons.push('unproven');

  if (score >= settings.spamFrom) return { state: 'spam', reasons, signals: seen };
  if (rules.effect === 'hide') return { state: 'hidden', reasons, signals: seen };
  return { state: reasons.length === 0 ? 'visible' : 'held', reasons, signals: seen };
}
