import { lt } from 'drizzle-orm';
import { pageEvents } from '@/db/schema';
import { tx } from '@/db/tx';
import { dayMs, hourMs, type JobFactory } from '../../job';

/** No listener is ever a day behind; one that is detects the gap and drops all its pages. */
export const deletePageEvents: JobFactory = ({ db }) => ({
  name: 'delete old page events',
  everyMs: hourMs,
  run: (now) =>
    tx(db, (t) => {
      t.delete(pageEvents)
        .where(lt(pageEvents.at, new Date(now.getTime() - dayMs)))
        .run();
    }),
});
