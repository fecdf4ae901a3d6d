import { getConnection } from '@/db/client';
import { env } from '@/lib/env';
import { compactAfterErasure } from '@/lib/erasure/compact-after-erasure';
import { finishErasures } from '@/lib/erasure/finish-erasures';
import { openMailer } from '@/lib/mail/delivery/open-mailer';
import { sendDueMail } from '@/lib/mail/delivery/send-due-mail';
import { queueNewsletter } from '@/lib/mail/queue/queue-newsletter';
import { type Command, parseWords, rejectExtra } from '../command';

export const sendMailCommand: Command = {
  name: 'send-mail',
  aliases: ['send-letters'],
  takes: '',
  summary: 'Sends the mail that is due.',
  help: [
    'The running server does this every two seconds; use this command while it is stopped.',
    'Both may run at the same time: no mail is sent twice. Without SMTP_URL mail is written to outbox/, beside the database.',
  ].join('\n'),
  async run(words) {
    rejectExtra(parseWords(words, {}).positionals);
    const db = getConnection();
    const mailer = openMailer(env(), (line) => console.error(line));
    await queueNewsletter(db, new Date());
    const { sent, again, lost } = await sendDueMail(db, mailer);
    mailer.port.close();
    const erasures = await finishErasures(db, mailer.outbox);
    await compactAfterErasure(db);
    const rest = [again > 0 && `${again} will be retried`, lost > 0 && `${lost} failed`].filter(Boolean);
    if (erasures.waiting > 0)
      console.log(`Erasures waiting, because another program reads the database: ${erasures.waiting}`);
    console.log([`Mail sent: ${sent}`, ...rest].join(', '));
  },
};
