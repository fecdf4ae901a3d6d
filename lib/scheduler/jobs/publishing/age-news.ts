import { newsAger } from '@/lib/feeds/age-news';
import { type JobFactory, minuteMs } from '../../job';

export const ageNews: JobFactory = ({ db }) => ({
  name: 'age the news sitemap',
  everyMs: minuteMs,
  run: newsAger(db),
});
