import type { TrustLevel } from '../trust/trust-level';

/** Why a comment of this writer waits for a moderator; empty: it may appear at once. A lenient section leaves a newcomer to the spam filter. */
export function decideVisibility(
  trust: TrustLevel,
  strictness: 'lenient' | 'usual' | 'strict',
): 'first-comment'[] {
  return trust === 'new' && strictness !== 'lenient' ? ['first-comment'] : [];
}
