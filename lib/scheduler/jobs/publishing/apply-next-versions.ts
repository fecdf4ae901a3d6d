import { applyDueNextVersions } from '@/lib/stories/workflow/next-version';
import { type JobFactory, secondMs } from '../../job';

export const applyNextVersions: JobFactory = ({ db }) => ({
  name: 'publish scheduled next versions',
  everyMs: secondMs,
  run: (now) => applyDueNextVersions(db, now),
});
