import { type CommentRisk, type TrustLevel, totalRisk } from './comment-risk';

/** How the gate stands for one section at one moment. */
export interface CommentGate {
  /** From this total risk on a new writer's comment waits. 0: all of them wait, as long as the gate is closed. */
  newWriterBound: number;
}

/** Why the gate holds a comment. */
export type GateReason = 'first-comment' | 'risky' | 'abuse';

/** From here the language alone holds a comment, by level of trust. Nobody's threats appear at once. */
export const ABUSE_HELD_FROM: Readonly<Record<TrustLevel, number>> = {
  new: 0.5,
  known: 0.5,
  trusted: 0.7,
  staff: 1.1,
};

/** Why a comment of this risk waits for a moderator; empty: the gate lets it appear at once. */
export function decideVisibility(risk: CommentRisk, trust: TrustLevel, gate: CommentGate): GateReason[] {
  const reasons: GateReason[] = [];
  if (risk.abuse >= ABUSE_HELD_FROM[trust]) reasons.push('abuse');
  if (trust === 'new') {
    if (gate.newWriterBound <= 0) reasons.unshift('first-comment');
    else if (reasons.length === 0 && totalRisk(risk) >= gate.newWriterBound) reasons.push('risky');
  }
  return reasons;
}
