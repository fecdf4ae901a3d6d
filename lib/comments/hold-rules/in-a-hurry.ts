import type { HoldRule } from './rule';

/** A quick exchange is welcome; the sixth comment within a minute is a machine or a quarrel. */
const AT_ONCE = 5;
const WITHIN_MS = 60_000;

export const inAHurry: HoldRule = ({ commenter, now }) => {
  const fifth = commenter.lately[AT_ONCE - 1];
  return fifth && now.getTime() - fifth.getTime() < WITHIN_MS ? 'in-a-hurry' : null;
};
