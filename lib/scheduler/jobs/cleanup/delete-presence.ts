import { forgetPresence } from '@/lib/stories/versions/presence/report-presence';
import { hourMs, type JobFactory } from '../../job';

export const deletePresence: JobFactory = ({ db }) => ({
  name: 'delete old presence of editors',
  everyMs: hourMs,
  run: (now) => forgetPresence(db, now),
});
