import type { Env } from '@/lib/env';
import { openMailPort } from './mail-port';
import { outboxFolder } from './outbox';
import type { Mailer } from './send-due-mail';

/** The post of this house, by its environment. */
export function openMailer(
  env: Pick<Env, 'SMTP_URL' | 'DATABASE_URL' | 'SITE_URL' | 'MAIL_FROM' | 'AUTH_SECRET'>,
  log: (line: string) => void,
): Mailer {
  const outbox = outboxFolder(env.DATABASE_URL);
  return {
    port: openMailPort({ smtpUrl: env.SMTP_URL, outbox }),
    context: { site: env.SITE_URL, from: env.MAIL_FROM, secret: env.AUTH_SECRET ?? '' },
    outbox,
    log,
  };
}
