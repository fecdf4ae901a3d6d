import type { HoldRule } from './rule';

/** The newsroom has chosen to read everything first. */
export const everyoneHeld: HoldRule = ({ settings }) => (settings.trustKnownCommenters ? null : 'everyone');
