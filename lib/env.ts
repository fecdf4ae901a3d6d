import { availableParallelism } from 'node:os';
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.string().startsWith('file:', 'must begin with "file:"').default('file:var/barta.db'),
  SITE_URL: z.url().optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** At build and at start alike: forms of an older build are accepted while it stays the same. */
  ACTIONS_KEY: z
    .string()
    .refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64')
    .optional(),
  /** log2 of scrypt's N: each step doubles what a guess costs, and a sign-in. Less than 15 is for tests. */
  PASSWORD_COST: z.coerce.number().int().min(10).max(20).default(17),
  /** How many processes render. One core is the edge server's. */
  RENDERERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(Math.max(1, availableParallelism() - 1)),
  /** How many of the day's pages an edge server makes at its start, before readers ask: five seconds of one renderer. */
  WARM_PAGES: z.coerce.number().int().min(0).max(10_000).default(500),
  PAGE_MEMORY_MB: z.coerce.number().int().min(1).default(32),
  /** Where the edge server lays remembered pages for a web server in front. */
  PAGE_FILES: z.string().optional(),
  /** Seconds that a cache in front may keep a page without asking. */
  SHARED_MAX_AGE: z.coerce.number().int().min(0).max(31_536_000).default(0),
  /** Shared with a cache in front: it is told each page's tags. */
  PROXY_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  /** A Varnish in front, to be told what is not good any more. */
  PURGE_URL: z.url({ protocol: /^http$/, error: 'must begin with "http://"' }).optional(),
  MEDIA_DIR: z.string().default('var/media'),
  /** Where sounds and films lie besides MEDIA_DIR, as in `https://films.example.com`; several parted by commas. */
  MEDIA_HOSTS: z.string().default(''),
  TRUSTED_PROXIES: z.string().default(''),
  /** The mail server, as in `smtps://user:word@mail.example.com`. Without one letters are files in `outbox/`. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Set by the edge server for its renderers, which do not get SMTP_URL: `1` where there is a mail server. */
  SENDS_MAIL: z.enum(['0', '1']).optional(),
  /** Who letters are from, as in `desk@example.com`; `no-reply@` this house by default. */
  MAIL_FROM: z.email().optional(),
  /** A WebSub hub: told at once of what is published. Without one nobody is told. */
  WEBSUB_HUB: z.url({ protocol: /^https?$/ }).optional(),
});

export type Env = Omit<
  z.infer<typeof schema>,
  'SITE_URL' | 'TRUSTED_PROXIES' | 'MEDIA_HOSTS' | 'MAIL_FROM'
> & {
  /** Without a slash at its end. */
  SITE_URL: string;
  MAIL_FROM: string;
  /** CIDRs of proxies whose forwarded headers are believed. */
  TRUSTED_PROXIES: string[];
  /** Origins: readers' browsers may play what lies there. */
  MEDIA_HOSTS: string[];
};

/** The environment contract (README). A wrong value throws one sentence that names it. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The environment is not right: ${wrong.join('; ')}.`);
  }
  const env = parsed.data;
  const siteUrl = (env.SITE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '');
  if (env.PURGE_URL && !env.PROXY_SECRET) {
    throw new Error('The environment is not right: PURGE_URL wants a PROXY_SECRET that the proxy knows too.');
  }
  const mediaHosts = listed(env.MEDIA_HOSTS);
  const wrongHost = mediaHosts.find((host) => URL.parse(host)?.origin !== host || !host.startsWith('https:'));
  if (wrongHost !== undefined) {
    throw new Error(
      `The environment is not right: MEDIA_HOSTS: "${wrongHost}" is not like https://films.example.com.`,
    );
  }
  return {
    ...env,
    MEDIA_HOSTS: mediaHosts,
    SITE_URL: siteUrl,
    MAIL_FROM: env.MAIL_FROM ?? `no-reply@${new URL(siteUrl).hostname}`,
    TRUSTED_PROXIES: listed(env.TRUSTED_PROXIES),
  };
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

let parsed: Env | undefined;

export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
