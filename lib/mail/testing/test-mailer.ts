import type { Mail, MailOutcome } from '../delivery/mail';
import type { Mailer } from '../delivery/send-due-mail';

/** A post that keeps what it was given; `answers` are what the server says, in turn, `sent` from then on. */
export function testMailer(
  answers: readonly MailOutcome[] = [],
): Mailer & { mails: Mail[]; logged: string[] } {
  const mails: Mail[] = [];
  const logged: string[] = [];
  const left = [...answers];
  return {
    mails,
    logged,
    port: {
      async send(mail) {
        const answer = left.shift() ?? ({ kind: 'sent' } as const);
        if (answer.kind === 'sent') mails.push(mail);
        return answer;
      },
      close() {},
    },
    context: { site: 'https://barta.test', from: 'desk@barta.test', secret: 'a-secret' },
    outbox: '/nowhere',
    log: (line) => logged.push(line),
  };
}
