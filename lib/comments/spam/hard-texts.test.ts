import { expect, test } from 'vitest';
import { isDisguised } from '../posting/comment-draft';
import { spamOdds } from './bayes';
import { featuresOf } from './features';
import texts from './hard-texts.fixture.json';
import { scoreOf, spamSignals } from './spam-score';
import { tokensOf } from './tokens';

/** What a stranger's text weighs in a newsroom that has decided nothing yet. */
function weightOf(body: string): number {
  const draft = { name: 'রহিম', website: '', body, trap: '', isDisguised: isDisguised(body) };
  const seen = featuresOf(draft);
  const nothingLearnt = { comments: { spam: 0, ham: 0 }, words: new Map() };
  return scoreOf(
    spamSignals({
      draft,
      features: seen,
      nearest: { other: 64, spam: 64, own: 64 },
      odds: spamOdds(tokensOf(draft), nothingLearnt, seen.hasHook),
      commenter: { approved: 0, hidden: 0, isVerified: false },
      lately: { byAddress: 0, byDevice: 0, byNetwork: 0, addressesOfDevice: 1 },
      form: { hasToken: true, ageMs: 60_000 },
    }),
  );
}
const HELD = 5;
const GREY = 3;

test.each(texts.spam)('held: %s', (body) => {
  expect(weightOf(body)).toBeGreaterThanOrEqual(HELD);
});

test.each([...texts.honest, ...texts.laterHonest])('left alone: %s', (body) => {
  expect(weightOf(body)).toBeLessThan(GREY);
});

test('of advertisements that were collected after the weights were set, few stay unseen', () => {
  const weights = texts.laterSpam.map(weightOf);
  const share = (from: number) => weights.filter((weight) => weight >= from).length / weights.length;
  expect(share(GREY)).toBeGreaterThanOrEqual(0.75);
  expect(share(HELD)).toBeGreaterThanOrEqual(0.6);
});
