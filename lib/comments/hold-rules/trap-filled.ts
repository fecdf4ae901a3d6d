import type { HoldRule } from './rule';

/** Held, not refused: a browser that fills in forms by itself may have done it. */
export const trapFilled: HoldRule = ({ draft }) => (draft.trap === '' ? null : 'trap');
