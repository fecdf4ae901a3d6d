import type { HoldRule } from './rule';

/** An address is known once a moderator has let one of its comments stand. */
export const firstComment: HoldRule = ({ commenter }) => (commenter.approved === 0 ? 'first-comment' : null);
