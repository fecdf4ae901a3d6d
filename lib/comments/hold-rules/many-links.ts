import { linksIn } from './links-in';
import type { HoldRule } from './rule';

/** One link is a source; two and more are what advertisements look like. */
const LINKS_ALLOWED = 1;

export const manyLinks: HoldRule = ({ draft }) => (linksIn(draft.body) > LINKS_ALLOWED ? 'many-links' : null);
