import { unpublishDue } from '@/lib/stories/workflow/publication/unpublish-story';
import { type JobFactory, secondMs } from '../../job';

export const unpublishExpired: JobFactory = ({ db }) => ({
  name: 'unpublish expired stories',
  everyMs: secondMs,
  run: (now) => unpublishDue(db, now),
});
