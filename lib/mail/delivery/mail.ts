/** A letter, ready to be sent. */
export interface Mail {
  to: string;
  from: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** `<job-7.…@host>`: the same each time this letter is tried, so that a mailbox knows it again. */
  messageId: string;
  date: Date;
  /** The address of the one click (RFC 8058); mail to staff has none. */
  unsubscribe?: string;
  /** A list's own name (RFC 2919), as in `replies.example.com`. */
  listId: string;
  /** Where it stands in the outbox: to whom by number, not by address. */
  fileName: string;
}

export interface MailPort {
  /** Resolves when the letter is in other hands, or in the outbox. */
  send(mail: Mail): Promise<MailOutcome>;
  close(): void;
}

/**
 * `refused`: the server says for good that there is no such address. `failed`: this letter not now; `unreachable`:
 * no letter now.
 */
export type MailOutcome = { kind: 'sent' } | { kind: 'refused' | 'failed' | 'unreachable'; trouble: string };
