import { text } from 'node:stream/consumers';
import { getDb } from '@/db/client';
import { type BounceRefusal, takeBounce } from '@/lib/mail/delivery/take-bounce';
import { type Command, CommandError, parseWords, rejectExtra } from '../command';

const reasons: Record<BounceRefusal, string> = {
  'not-ours': 'This is not a bounce of a mail that this site has sent and still knows.',
  'not-for-good': 'This bounce is not permanent. No subscription was ended.',
};

export const mailBouncedCommand: Command = {
  name: 'mail-bounced',
  aliases: ['letter-bounced'],
  takes: '< NOTICE.eml',
  summary: 'Ends the subscriptions of an address whose mail bounced.',
  help: [
    'Reads a delivery status notification (RFC 3464) and finds the recipient by its Message-ID.',
    'For the mailbox of MAIL_FROM, as in an alias:  desk: "|cd /srv/barta && npm run --silent barta -- mail-bounced"',
    'Mail that the server rejects immediately is handled without this command.',
  ].join('\n'),
  async run(words) {
    rejectExtra(parseWords(words, {}).positionals);
    const outcome = await takeBounce(getDb(), await text(process.stdin));
    if (!outcome.ok) throw new CommandError(reasons[outcome.code]);
    console.log(`Subscriptions ended: ${outcome.value.ended}`);
  },
};
