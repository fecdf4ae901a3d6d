import { sendLetters } from '@/lib/mail/delivery/send-mail';
import { inBackground, type JobFactory, secondMs } from '../../job';

export const sendMail: JobFactory = ({ db, post }) =>
  post && {
    name: 'send mail',
    everyMs: 2 * secondMs,
    run: inBackground(() => sendLetters(db, post)),
  };
