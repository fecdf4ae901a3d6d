import type { Mail, MailOutcome } from '../delivery/mail';
import type { Post } from '../delivery/send-mail';

/** A post that keeps what it was given; `answers` are what the server says, in turn, `sent` from then on. */
export function aPost(answers: readonly MailOutcome[] = []): Post & { mails: Mail[]; said: string[] } {
  const mails: Mail[] = [];
  const said: string[] = [];
  const left = [...answers];
  return {
    mails,
    said,
    port: {
      async send(mail) {
        const answer = left.shift() ?? ({ kind: 'sent' } as const);
        if (answer.kind === 'sent') mails.push(mail);
        return answer;
      },
      close() {},
    },
    house: { site: 'https://barta.test', from: 'desk@barta.test', secret: 'a-secret' },
    outbox: '/nowhere',
    log: (line) => said.push(line),
  };
}
