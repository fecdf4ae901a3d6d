import type { ReadDb } from '@/db/client';
import { presentAt } from '@/db/queries/stories/story-work';
import type { StaffMember } from '@/lib/people/actor';
import { presentSince } from './report-presence';

export interface Present {
  /** The writer's name, if it is somebody else. */
  writer: string | null;
  /** Who else has it open, except the writer. */
  others: string[];
}

/** Who else has each of these stories open; a story that nobody has open is left out. */
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
