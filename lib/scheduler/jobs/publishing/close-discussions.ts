import { discussionCloser } from '@/lib/comments/closing/close-due';
import { type JobFactory, secondMs } from '../../job';

export const closeDiscussions: JobFactory = ({ db }) => ({
  name: 'close discussions',
  everyMs: secondMs,
  run: discussionCloser(db),
});
