import { turnDay } from '@/lib/site/start-new-day';
import { type JobFactory, secondMs } from '../../job';

export const startNewDay: JobFactory = ({ db }) => ({
  name: 'start a new day in Dhaka',
  everyMs: secondMs,
  run: (now) => turnDay(db, now),
});
