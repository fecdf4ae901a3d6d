import { deleteOldRateLimits } from '@/lib/comments/reactions/rate-limit';
import { hourMs, type JobFactory } from '../../job';

export const deleteActionCounts: JobFactory = ({ db }) => ({
  name: 'delete old counts of who asked how often',
  everyMs: hourMs,
  run: (now) => deleteOldRateLimits(db, now),
});
