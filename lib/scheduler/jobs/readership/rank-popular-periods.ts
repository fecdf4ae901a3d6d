import { rankWeekAndMonth } from '@/lib/readership/rank-popular';
import { hourMs, inBackground, type JobFactory } from '../../job';

export const rankPopularPeriods: JobFactory = ({ db }) => ({
  name: 'rank the most read of the week and the month',
  everyMs: hourMs,
  run: inBackground(() => rankWeekAndMonth(db)),
});
