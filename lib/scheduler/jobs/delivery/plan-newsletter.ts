import { queueNewsletter } from '@/lib/mail/queue/queue-newsletter';
import { type JobFactory, minuteMs } from '../../job';

export const planNewsletter: JobFactory = ({ db, mailer }) =>
  mailer && {
    name: 'plan the morning newsletter',
    everyMs: minuteMs,
    run: (now) => queueNewsletter(db, now),
  };
