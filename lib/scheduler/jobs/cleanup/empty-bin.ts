import { emptyBin } from '@/lib/stories/workflow/bin-story';
import { hourMs, type JobFactory } from '../../job';

export const emptyTheBin: JobFactory = ({ db }) => ({
  name: 'empty the bin',
  everyMs: hourMs,
  run: (now) => emptyBin(db, now),
});
