import type { HoldRule } from './rule';

/** The newsroom has chosen to read everything first. */
export const everyoneHeld: HoldRule = ({ settings }) => (settings.trustKnownCommenters ? null : 'everyone');

/** Or everything under the stories of one section. */
export const strictSection: HoldRule = ({ strictness }) =>
  strictness === 'strict' ? 'strict-section' : null;
