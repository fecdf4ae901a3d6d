import type { Tx } from '@/db/client';
import { pageEvents } from '@/db/schema';
import { type PageEvent, tagsTouchedBy } from './events';

/** Written with the change itself, so that no crash can separate them. The last line of a command's transaction. */
export function announce(t: Tx, event: PageEvent, now: Date): void {
  t.insert(pageEvents)
    .values({ tags: tagsTouchedBy(event), at: now })
    .run();
}
