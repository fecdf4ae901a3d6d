import { maxHeaderBytes, type NextBuild, rendererFlags, standaloneConfig } from '@barta/edge';
import type { Env } from '@/lib/env';

export const healthCheck = { path: '/api/health' };

/** The parts of a build that are copied, and their sources. */
export const snapshotOptions = { alsoCopy: ['public/enhance'], ignore: ['barta-sources'] };

/** How `next start` is run from a build. The first import ends the process together with the edge server. */
export function rendererCommand(build: NextBuild, settings: Env) {
  return {
    argsFor: (port: number) => [
      `--max-http-header-size=${maxHeaderBytes}`,
      ...rendererFlags,
      ...['--import', './packages/edge/src/renderers/end-with-parent.mjs'],
      ...['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    ],
    env: {
      // glibc keeps an arena per thread and returns little memory: 376 MB after 1,000 pages instead of 238; and the
      // memory that V8 uses to compile a page's hundreds of functions at once after 500 pages is another 45 MB.
      MALLOC_ARENA_MAX: '2',
      MALLOC_TRIM_THRESHOLD_: '131072',
      MALLOC_MMAP_THRESHOLD_: '8192',
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      BARTA_BUILD: build.folder,
      ...standaloneConfig(build),
      SITE_URL: settings.SITE_URL,
      DATABASE_URL: settings.DATABASE_URL,
      MEDIA_DIR: settings.MEDIA_DIR,
      // Renderers queue mail without sending it, so they do not get the mail server's password.
      SMTP_URL: '',
      SENDS_MAIL: settings.SMTP_URL ? '1' : '0',
      ...(settings.WEBSUB_HUB ? { WEBSUB_HUB: settings.WEBSUB_HUB } : {}),
      NEXTAUTH_URL: settings.SITE_URL,
      ...(settings.AUTH_SECRET
        ? { AUTH_SECRET: settings.AUTH_SECRET, NEXTAUTH_SECRET: settings.AUTH_SECRET }
        : {}),
      ...(settings.ACTIONS_KEY ? { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: settings.ACTIONS_KEY } : {}),
    } satisfies NodeJS.ProcessEnv,
  };
}
