import { endDueBreaking } from '@/lib/fronts/end-due';
import { type JobFactory, secondMs } from '../../job';

export const endBreakingNews: JobFactory = ({ db }) => ({
  name: 'end expired breaking news',
  everyMs: secondMs,
  run: (now) => endDueBreaking(db, now),
});
