import { everyoneHeld, strictSection } from './everyone-held';
import { hiddenBefore } from './hidden-before';
import { inAHurry } from './in-a-hurry';
import { manyLinks } from './many-links';
import { newsroomName } from './newsroom-name';
import type { HoldFacts, HoldReason, HoldRule } from './rule';
import { staffAddress } from './staff-address';
import { trapFilled } from './trap-filled';

const rules: readonly HoldRule[] = [
  // Who writes: the newsroom's own choice first, then the writer's record.
  everyoneHeld,
  strictSection,
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
