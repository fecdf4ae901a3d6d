import { rankPopular } from '@/lib/readership/rank-popular';
import { type JobFactory, minuteMs } from '../../job';

export const rankPopularToday: JobFactory = ({ db }) => ({
  name: 'rank the most read of the day',
  everyMs: 5 * minuteMs,
  run: (now) => rankPopular(db, now),
});
