import type { ReadDb } from '@/db/client';
import { presentAt } from '@/db/queries/stories/story-work';
import type { StaffMember } from '@/lib/people/actor';
import { presentSince } from './report-presence';

export interface Present {
  /** Who writes, by name, if it is somebody else. */
  writer: string | null;
  /** Who else has it open, the writer not among them. */
  others: string[];
}

/** Who else has each of these stories open now; a story that nobody has is not in it. */
export async function whoIsHere(
  db: ReadDb,
  me: StaffMember,
  storyIds: readonly number[],
  now = new Date(),
): Promise<Map<number, Present>> {
  const here = new Map<number, Present>();
  for (const { storyId, staffId, name, holdsAt } of await presentAt(db, storyIds, presentSince(now))) {
    if (staffId === me.id) continue;
    const present = here.get(storyId) ?? { writer: null, others: [] };
    if (holdsAt && !present.writer) present.writer = name;
    else present.others.push(name);
    here.set(storyId, present);
  }
  return here;
}
