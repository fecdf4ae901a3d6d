import { env } from '@/lib/env';

/** Whether mail leaves the machine. In a renderer the edge server says so, since only it knows the mail server. */
export function sendsMail(): boolean {
  const { SENDS_MAIL, SMTP_URL } = env();
  return SENDS_MAIL === undefined ? SMTP_URL !== undefined : SENDS_MAIL === '1';
}
