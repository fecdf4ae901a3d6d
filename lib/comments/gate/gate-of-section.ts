import type { CommentGate } from './decide-visibility';

/** In a lenient section the gate is open even where the newsroom has chosen no budget for the site. */
const BUDGET_OF_LENIENT = 200;

/**
 * How the gate stands. `budget` is the newsroom's: at most one bad comment in so many that are shown; 0: closed. A strict
 * section holds everything by a rule of its own.
 */
export function gateOfSection(strictness: 'lenient' | 'usual' | 'strict', budget: number): CommentGate {
  if (strictness === 'strict') return { newWriterBound: 0 };
  if (budget > 0) return { newWriterBound: boundOf(budget) };
  return { newWriterBound: strictness === 'lenient' ? boundOf(BUDGET_OF_LENIENT) : 0 };
}

/** From this total risk on a first comment waits. Chosen with bench/comment-risk.mjs and the played evenings. */
function boundOf(budget: number): number {
  if (budget >= 500) return 0.25;
  if (budget >= 200) return 0.35;
  return budget >= 100 ? 0.4 : 0.5;
}
