import { planMorning } from '@/lib/mail/queue/plan-newsletter';
import { type JobFactory, minuteMs } from '../../job';

export const planNewsletter: JobFactory = ({ db, post }) =>
  post && {
    name: 'plan the morning newsletter',
    everyMs: minuteMs,
    run: (now) => planMorning(db, now),
  };
