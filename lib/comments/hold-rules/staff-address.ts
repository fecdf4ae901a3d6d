import type { HoldRule } from './rule';

/** Staff answer from the desk, signed in. Their address in a reader's form may be anybody's doing. */
export const staffAddress: HoldRule = ({ commenter }) => (commenter.isStaff ? 'staff-address' : null);
