import { publishDue } from '@/lib/stories/workflow/publication/publish-due-stories';
import { type JobFactory, secondMs } from '../../job';

export const publishScheduled: JobFactory = ({ db }) => ({
  name: 'publish scheduled stories',
  everyMs: secondMs,
  run: (now) => publishDue(db, now),
});
