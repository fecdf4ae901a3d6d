import { isDisguised } from '../posting/comment-draft';
import { featuresOf } from '../spam/features';
import { listedOdds } from '../spam/learning/bayes';
import { offerFeatures, offerOdds } from '../spam/offer/offer-model';
import { type SpamFacts, scoreOf, spamSignals } from '../spam/spam-score';
import { tokensOf } from '../spam/tokens';

/** What is known of a text by a stranger, in a newsroom that has decided nothing yet. */
export function untaughtFacts(text: { name?: string; website?: string; body: string }): SpamFacts {
  const draft = { name: 'রহিম', website: '', trap: '', isDisguised: isDisguised(text.body), ...text };
  const features = featuresOf(draft);
  return {
    draft,
    features,
    nearest: { other: 64, spam: 64, own: 64 },
    offer: offerOdds(offerFeatures(draft, features)),
    listed: listedOdds(tokensOf(draft), features.hasHook),
    learnt: 0,
    hasKnownContact: false,
    commenter: { approved: 0, hidden: 0, isVerified: false },
    lately: { byAddress: 0, byDevice: 0, byNetwork: 0, addressesOfDevice: 1 },
    form: { hasToken: true, ageMs: 60_000 },
  };
}

export function untaughtScore(text: { name?: string; website?: string; body: string }): number {
  return scoreOf(spamSignals(untaughtFacts(text)));
}
