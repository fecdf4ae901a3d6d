import type { HoldRule } from './rule';

/**
 * An address is known once a moderator has let one of its comments stand. A lenient section leaves a stranger to
 * the spam filter.
 */
export const firstComment: HoldRule = ({ commenter, strictness }) =>
  commenter.approved === 0 && strictness !== 'lenient' ? 'first-comment' : null;
