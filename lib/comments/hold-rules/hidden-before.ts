import type { HoldRule } from './rule';

/** Trust ends when we had to take down as much as we let stand. */
export const hiddenBefore: HoldRule = ({ commenter }) =>
  commenter.hidden > 0 && commenter.hidden >= commenter.approved ? 'hidden-before' : null;
