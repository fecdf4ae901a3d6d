import { getConnection } from '@/db/client';
import { env } from '@/lib/env';
import { compactAfterErasure } from '@/lib/erasure/compact-after-erasure';
import { finishErasures } from '@/lib/erasure/finish-erasures';
import { openPost } from '@/lib/mail/open-post';
import { planMorning } from '@/lib/mail/plan-morning';
import { sendLetters } from '@/lib/mail/send-letters';
import { type Command, noMore, read } from '../command';

export const sendLettersCommand: Command = {
  name: 'send-letters',
  takes: '',
  summary: 'Sends the letters that are due.',
  help: [
    'The running server does this every two seconds by itself; this is for when it does not run.',
    'Both may run at once: no letter is sent twice. Without SMTP_URL letters are files in outbox/, beside the database.',
  ].join('\n'),
  async run(words) {
    noMore(read(words, {}).positionals);
    const db = getConnection();
    const post = openPost(env(), (line) => console.error(line));
    await planMorning(db, new Date());
    const { sent, again, lost } = await sendLetters(db, post);
    post.port.close();
    const erasures = await finishErasures(db, post.outbox);
    await compactAfterErasure(db);
    const rest = [again > 0 && `${again} to be tried again`, lost > 0 && `${lost} given up`].filter(Boolean);
    if (erasures.waiting > 0)
      console.log(`Erasures waiting, because another program reads the database: ${erasures.waiting}`);
    console.log([`Letters sent: ${sent}`, ...rest].join(', '));
  },
};
