import type { Mail } from '../delivery/mail';
import { outboxName } from '../delivery/outbox';
import { htmlMail, type MailBody, plainMail } from './mail-body';
import type { MailContext } from './mail-context';

interface Envelope {
  /** Of the job: the message's id and its file in the outbox follow from it. */
  id: number;
  createdAt: Date;
  to: string;
  recipient: `${'c' | 's'}${number}`;
  subject: string;
  /** The list's name before the host, as in `replies`. */
  list: string;
}

/** A composed body as the message that is sent. */
export function mailWithEnvelope(
  { id, createdAt, to, recipient, subject, list }: Envelope,
  body: MailBody,
  context: MailContext,
  now: Date,
): Mail {
  const host = new URL(context.site).hostname;
  return {
    to,
    from: { name: body.siteName, address: context.from },
    subject: subject.replace(/\s+/g, ' '),
    text: plainMail(body),
    html: htmlMail(body),
    messageId: `<letter-${id}.${createdAt.getTime()}@${host}>`,
    date: now,
    listId: `${list}.${host}`,
    fileName: outboxName(createdAt, { recipient, jobId: id }),
  };
}
