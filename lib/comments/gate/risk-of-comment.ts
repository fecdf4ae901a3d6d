import { abuseRisk } from '../abuse/abuse-risk';
import type { CommentRisk } from './comment-risk';

/** Where points of the spam filter are as likely an advertisement as not, and how fast they become sure. */
const EVEN_AT_POINTS = 4.2;
const STEEPNESS = 1.2;
/** Less says nothing to a moderator. */
const WORTH_SHOWING = 0.3;

/** What the words of a comment and the points of the spam filter say together. */
export function riskOfComment(
  { name, body }: { name: string; body: string },
  spamScore: number,
): CommentRisk {
  const inBody = abuseRisk(body);
  const inName = abuseRisk(name);
  // A name is one or two words, of which the classifier knows nothing: only what is listed counts.
  const gravest = inName.kind !== 'language' && inName.abuse > inBody.abuse ? inName : inBody;
  const spam = 1 / (1 + Math.exp(-STEEPNESS * (spamScore - EVEN_AT_POINTS)));
  const reasons =
    gravest.abuse >= WORTH_SHOWING
      ? [{ code: `abuse-${gravest.kind}`, weight: Math.round(gravest.abuse * 100) / 100 }]
      : [];
  return { abuse: gravest.abuse, spam, reasons };
}
