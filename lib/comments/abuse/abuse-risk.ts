import { type AbuseFeatures, abuseFeatures } from './abuse-features';
import { OFFSET, SCALE, WEIGHTS } from './abuse-weights';
import type { AbuseKind } from './list/abuse-kinds';

export interface AbuseRisk {
  /** Probability, 0 to 1. */
  abuse: number;
  /** What was found in it; `language` where the classifier alone speaks. */
  kind: AbuseKind | 'language';
}

/** A word that is never printed is no matter of probability, nor is a threat: at least this. */
const LEAST_OF_STRENGTH_3 = 0.9;

/** How likely a moderator takes a text down for its language: the list and the classifier together. */
export function abuseRisk(text: string): AbuseRisk {
  const features = abuseFeatures(text);
  const { gravest } = features;
  const likely = 1 / (1 + Math.exp(-scoreOf(features)));
  const abuse = gravest?.strength === 3 ? Math.max(likely, LEAST_OF_STRENGTH_3) : likely;
  return {
    abuse: Math.round(abuse * 1000) / 1000,
    kind: gravest && gravest.strength > 1 ? gravest.kind : 'language',
  };
}

const weights = new Int8Array(Buffer.from(WEIGHTS, 'base64'));

export function scoreOf({ buckets, values }: AbuseFeatures): number {
  let sum = 0;
  for (let at = 0; at < buckets.length; at += 1) sum += (weights[buckets[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum * SCALE + OFFSET;
}
