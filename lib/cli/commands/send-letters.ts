import { getDb } from '@/db/client';
import { sweepStore } from '@/lib/comments/account/sweep-store';
import { env } from '@/lib/env';
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
    const db = getDb();
    const post = openPost(env(), (line) => console.error(line));
    await planMorning(db, new Date());
    const { sent, again, lost } = await sendLetters(db, post);
    post.port.close();
    await sweepStore(db, post.outbox);
    const rest = [again > 0 && `${again} to be tried again`, lost > 0 && `${lost} given up`].filter(Boolean);
    console.log([`Letters sent: ${sent}`, ...rest].join(', '));
  },
};
