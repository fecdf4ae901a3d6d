import { type JobFactory, minuteMs } from '../../job';

export const announceGrowth: JobFactory = ({ growth }) => ({
  name: 'announce grown view counts',
  everyMs: minuteMs,
  run: growth.announce,
});
