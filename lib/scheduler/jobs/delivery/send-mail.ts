import { sendDueMail } from '@/lib/mail/delivery/send-due-mail';
import { inBackground, type JobFactory, secondMs } from '../../job';

export const sendMail: JobFactory = ({ db, mailer }) =>
  mailer && {
    name: 'send mail',
    everyMs: 2 * secondMs,
    run: inBackground(() => sendDueMail(db, mailer)),
  };
