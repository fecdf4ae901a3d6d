import { aggregateViews } from '@/lib/readership/aggregate-views';
import { hourMs, inBackground, type JobFactory } from '../../job';

export const aggregateOldViews: JobFactory = ({ db }) => ({
  name: 'aggregate old view counts',
  everyMs: hourMs,
  run: inBackground(() => aggregateViews(db)),
});
