import { deleteOldMail } from '@/lib/mail/queue/delete-old-mail';
import { hourMs, type JobFactory } from '../../job';

export const deleteSentMail: JobFactory = ({ db, mailer }) =>
  mailer && {
    name: 'delete old mail',
    everyMs: hourMs,
    run: (now) => deleteOldMail(db, now),
  };
