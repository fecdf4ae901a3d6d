import { text } from 'node:stream/consumers';
import { getDb } from '@/db/client';
import { type BounceRefusal, takeBounce } from '@/lib/mail/take-bounce';
import { type Command, NotDone, noMore, read } from '../command';

const reasons: Record<BounceRefusal, string> = {
  'not-ours': 'This is no notice of a letter of this house that is still known.',
  'not-for-good': 'This notice does not say that the letter has failed for good. Nothing was ended.',
};

export const letterBouncedCommand: Command = {
  name: 'letter-bounced',
  takes: '< NOTICE.eml',
  summary: 'Ends the letters to an address whose mail came back.',
  help: [
    'Reads a notice of a mail server (RFC 3464) and knows by the Message-ID in it whose letter came back.',
    'For the mailbox of MAIL_FROM, as in an alias:  desk: "|cd /srv/barta && npm run --silent barta -- letter-bounced"',
    'What a server refuses at once needs none of this.',
  ].join('\n'),
  async run(words) {
    noMore(read(words, {}).positionals);
    const outcome = await takeBounce(getDb(), await text(process.stdin));
    if (!outcome.ok) throw new NotDone(reasons[outcome.code]);
    console.log(`Subscriptions ended: ${outcome.value.ended}`);
  },
};
