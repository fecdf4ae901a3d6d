import { countViews } from '@/lib/readership/count-views';
import { type JobFactory, secondMs } from '../../job';

/** Also run when the scheduler stops, so that no counted view is lost. */
export const writeViewCounts: JobFactory = ({ db, views, growth }) => ({
  name: 'write view counts',
  everyMs: 4 * secondMs,
  async run() {
    const tallies = views.take();
    const totals = await countViews(db, tallies).catch((error) => {
      views.putBack(tallies);
      throw error;
    });
    views.written(totals);
    growth.counted(tallies, totals);
  },
});
