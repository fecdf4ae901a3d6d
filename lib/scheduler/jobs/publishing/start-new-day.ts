import { announceNewDay } from '@/lib/site/announce-new-day';
import { type JobFactory, secondMs } from '../../job';

export const startNewDay: JobFactory = ({ db }) => ({
  name: 'start a new day in Dhaka',
  everyMs: secondMs,
  run: (now) => announceNewDay(db, now),
});
