import type { Env } from '@/lib/env';
import { openMailPort } from './mail-port';
import { outboxFolder } from './outbox';
import type { Post } from './send-mail';

/** The post of this house, by its environment. */
export function openPost(
  env: Pick<Env, 'SMTP_URL' | 'DATABASE_URL' | 'SITE_URL' | 'MAIL_FROM' | 'AUTH_SECRET'>,
  log: (line: string) => void,
): Post {
  const outbox = outboxFolder(env.DATABASE_URL);
  return {
    port: openMailPort({ smtpUrl: env.SMTP_URL, outbox }),
    house: { site: env.SITE_URL, from: env.MAIL_FROM, secret: env.AUTH_SECRET ?? '' },
    outbox,
    log,
  };
}
