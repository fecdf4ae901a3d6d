import { everyoneHeld, strictSection } from './hold-rules/everyone-held';
import { firstComment } from './hold-rules/first-comment';
import { hiddenBefore } from './hold-rules/hidden-before';
import { inAHurry } from './hold-rules/in-a-hurry';
import { manyLinks } from './hold-rules/many-links';
import { newsroomName } from './hold-rules/newsroom-name';
import type { HoldFacts, HoldReason, HoldRule } from './hold-rules/rule';
import { staffAddress } from './hold-rules/staff-address';
import { trapFilled } from './hold-rules/trap-filled';

const rules: readonly HoldRule[] = [
  // Who writes: the newsroom's own choice first, then the writer's record.
  everyoneHeld,
  strictSection,
  firstComment,
  hiddenBefore,
  // Who they say they are: nobody speaks for us by typing our name or address.
  staffAddress,
  newsroomName,
  // What is written, and how.
  manyLinks,
  inAHurry,
  trapFilled,
];

/** Every reason to hold it, for the moderator to see; none means it appears at once. */
export function reasonsToHold(facts: HoldFacts): HoldReason[] {
  return rules.map((rule) => rule(facts)).filter((reason) => reason !== null);
}
