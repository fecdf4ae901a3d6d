import { maxHeaderBytes } from '@barta/edge/http/http-server';
import {
  inlineScriptHashes,
  type NextBuild,
  snapshotBuild,
  standaloneConfig,
} from '@barta/edge/renderers/next-builds';
import { rendererFlags } from '@barta/edge/renderers/node-flags';
import { createRendererPool } from '@barta/edge/renderers/renderer-pool';
import { databaseFile, getConnection, keepOfStore, migrateDatabase } from '@/db/client';
import { isSearchOld } from '@/db/search-index';
import { watchStore } from '@/db/watch';
import { type Env, env } from '@/lib/env';
import { openPost } from '@/lib/mail/open-post';
import { seedPlaces } from '@/lib/places/seed-places';
import { removeEdgeState, writeEdgeState } from '@/lib/site/edge-state';
import { startScheduler } from '../scheduler/scheduler';
import { openEdge } from './open-edge';
import { staticFiles } from './static-files';
import { ViewCounter } from './view-counter';
import { warmList } from './warm-list';

const log = (line: string) => console.error(`edge: ${line}`);

main().catch((error: NodeJS.ErrnoException) => {
  console.error(error.message);
  process.exit(1);
});

async function main(): Promise<void> {
  const chosen = env();
  let build = snapshotBuild();
  let inlineScripts = inlineScriptHashes();
  const db = getConnection();
  migrateDatabase(db);
  await seedPlaces(db);
  // The door itself asks for little: counts, events, what is due.
  keepOfStore(db.$client, 2);
  if (isSearchOld(db)) log('the search was written by older rules; run: npm run barta -- reindex');

  const views = new ViewCounter();
  const renderer = createRendererPool({ ...rendererOf(build, chosen), count: chosen.RENDERERS, log });
  const door = openEdge({
    watch: watchStore(chosen.DATABASE_URL),
    renderer,
    db,
    views,
    siteUrl: chosen.SITE_URL,
    trustedProxies: chosen.TRUSTED_PROXIES,
    pageMemoryBytes: chosen.PAGE_MEMORY_MB * 1024 * 1024,
    renderers: chosen.RENDERERS,
    fileOnDisk: staticFiles(),
    pageFiles: chosen.PAGE_FILES,
    sharedMaxAge: chosen.SHARED_MAX_AGE,
    proxySecret: chosen.PROXY_SECRET,
    mediaFolder: chosen.MEDIA_DIR,
    mediaHosts: chosen.MEDIA_HOSTS,
    inlineScripts: () => inlineScripts,
    purge:
      chosen.PURGE_URL && chosen.PROXY_SECRET
        ? { url: chosen.PURGE_URL, secret: chosen.PROXY_SECRET }
        : undefined,
    log,
  });
  console.log(await door.listen(chosen.HOST, chosen.PORT));
  renderer.start();
  const post = openPost(chosen, (line) => log(`letters: ${line}`));
  const clock = startScheduler(
    db,
    views,
    log,
    chosen.WEBSUB_HUB ? { url: chosen.WEBSUB_HUB, site: chosen.SITE_URL } : undefined,
    post,
  );
  tell(null);
  // Behind the clock's first turn, which tells of the day and so forgets what shows it.
  void clock.settled().then(warm);

  /** Renders what is read most, behind the first readers. */
  async function warm(): Promise<void> {
    try {
      await door.pages.warm(await warmList(db, chosen.WARM_PAGES));
    } catch (error) {
      log(`pages stay cold: ${(error as Error).message}`);
    }
  }

  function tell(trouble: string | null): void {
    const store = databaseFile(chosen.DATABASE_URL);
    writeEdgeState(store, { pid: process.pid, build: build.id, trouble });
  }

  /** One after the other: a second signal waits for the first to be done. */
  let deploying: Promise<void> = Promise.resolve();
  async function deploy(): Promise<void> {
    try {
      const next = snapshotBuild();
      inlineScripts = inlineScriptHashes();
      migrateDatabase(db);
      await seedPlaces(db);
      // The door itself asks for little: counts, events, what is due.
      keepOfStore(db.$client, 2);
      await renderer.swap(rendererOf(next, chosen));
      door.rebuilt();
      log(`build ${next.id} has taken over from ${build.id}`);
      build = next;
      tell(null);
      void warm();
    } catch (error) {
      const trouble = `The new build has not taken over (${new Date().toISOString()}): ${(error as Error).message}.`;
      log(trouble);
      tell(trouble);
    }
  }
  process.on('SIGUSR2', () => {
    deploying = deploying.then(deploy);
  });

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await door.close();
    await clock.stop();
    post.port.close();
    removeEdgeState(databaseFile(chosen.DATABASE_URL));
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

/** Started from the repository's root, as everything is. The first file ends it with the door. */
function rendererOf(build: NextBuild, chosen: Env) {
  return {
    argsFor: (port: number) => [
      `--max-http-header-size=${maxHeaderBytes}`,
      ...rendererFlags,
      ...[
        '--import',
        './packages/edge/src/renderers/end-with-parent.mjs',
        'node_modules/next/dist/bin/next',
        'start',
      ],
      ...['-H', '127.0.0.1', '-p', String(port)],
    ],
    env: {
      // glibc keeps an arena for each thread and gives little back: 376 MB after 1,000 pages instead of 238; and of what V8
      // takes to compile a page's hundreds of functions after 500 pages, all at once, 45 MB more.
      MALLOC_ARENA_MAX: '2',
      MALLOC_TRIM_THRESHOLD_: '131072',
      MALLOC_MMAP_THRESHOLD_: '8192',
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      BARTA_BUILD: build.folder,
      ...standaloneConfig(build),
      SITE_URL: chosen.SITE_URL,
      DATABASE_URL: chosen.DATABASE_URL,
      MEDIA_DIR: chosen.MEDIA_DIR,
      // Pages owe letters and send none: the mail server's password is not for them.
      SMTP_URL: '',
      ...(chosen.WEBSUB_HUB ? { WEBSUB_HUB: chosen.WEBSUB_HUB } : {}),
      NEXTAUTH_URL: chosen.SITE_URL,
      ...(chosen.AUTH_SECRET ? { AUTH_SECRET: chosen.AUTH_SECRET, NEXTAUTH_SECRET: chosen.AUTH_SECRET } : {}),
      ...(chosen.ACTIONS_KEY ? { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: chosen.ACTIONS_KEY } : {}),
    } satisfies NodeJS.ProcessEnv,
  };
}
