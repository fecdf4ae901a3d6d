import { createRendererPool, type EdgeServer, snapshotBuild } from '@barta/edge';
import { databaseFile, getConnection, migrateDatabase, setPageCacheSize } from '@/db/client';
import { makePrivate } from '@/db/maintenance/private-files';
import { openPageEventFeed } from '@/db/page-event-feed';
import { isSearchOld } from '@/db/search-index';
import { env } from '@/lib/env';
import { openMailer } from '@/lib/mail/delivery/open-mailer';
import { seedPlaces } from '@/lib/places/seed-places';
import { removeEdgeState, writeEdgeState } from '@/lib/site/edge-state';
import { startScheduler } from '../scheduler/scheduler';
import { inlineScriptHashes } from './inline-script-hashes';
import { openEdge } from './open-edge';
import { healthCheck, rendererCommand, snapshotOptions } from './renderer-command';
import { staticFiles } from './static-files';
import { ViewCounter } from './views/view-counter';
import { warmList } from './warm-list';

const log = (line: string) => console.error(`edge: ${line}`);

// Database, outbox and originals hold personal data. Renderers inherit the umask.
process.umask(0o077);

main().catch((error: NodeJS.ErrnoException) => {
  console.error(error.message);
  process.exit(1);
});

async function main(): Promise<void> {
  const chosen = env();
  let build = snapshotBuild(snapshotOptions);
  let inlineScripts = inlineScriptHashes();
  const db = getConnection();
  makePrivate(databaseFile(chosen.DATABASE_URL), log);
  migrateDatabase(db);
  await seedPlaces(db);
  // The edge process needs little: counts, events, due jobs.
  setPageCacheSize(db.$client, 2);
  if (isSearchOld(db)) log('the search was written by older rules; run: npm run barta -- reindex');

  const views = new ViewCounter();
  const renderer = createRendererPool({
    ...rendererCommand(build, chosen),
    count: chosen.RENDERERS,
    healthCheck,
    log,
  });
  const edge = openEdge({
    changeFeed: openPageEventFeed(chosen.DATABASE_URL),
    renderer,
    db,
    views,
    siteUrl: chosen.SITE_URL,
    trustedProxies: chosen.TRUSTED_PROXIES,
    pageMemoryBytes: chosen.PAGE_MEMORY_MB * 1024 * 1024,
    renderers: chosen.RENDERERS,
    readFile: staticFiles(),
    pageFiles: chosen.PAGE_FILES,
    sharedMaxAge: chosen.SHARED_MAX_AGE,
    proxySecret: chosen.PROXY_SECRET,
    mediaFolder: chosen.MEDIA_DIR,
    mediaHosts: chosen.MEDIA_HOSTS,
    inlineScripts: () => inlineScripts,
    purgeUrl: chosen.PURGE_URL,
    log,
  });
  console.log(await listen(edge, chosen.HOST, chosen.PORT));
  renderer.start();
  const mailer = openMailer(chosen, (line) => log(`mail: ${line}`));
  const hub = chosen.WEBSUB_HUB ? { url: chosen.WEBSUB_HUB, site: chosen.SITE_URL } : undefined;
  const scheduler = startScheduler({ db, views, log, hub, mailer });
  tell(null);
  // After the scheduler's first run, which announces the new day and so invalidates what shows it.
  void scheduler.settled().then(warm);

  /** Renders the most-read pages, after the first readers' requests. */
  async function warm(): Promise<void> {
    try {
      await edge.pages.warm(await warmList(db, chosen.WARM_PAGES));
    } catch (error) {
      log(`pages are not warmed: ${(error as Error).message}`);
    }
  }

  function tell(trouble: string | null): void {
    const store = databaseFile(chosen.DATABASE_URL);
    writeEdgeState(store, { pid: process.pid, build: build.id, trouble });
  }

  /** Sequential: a second signal waits for the first to finish. */
  let deploying: Promise<void> = Promise.resolve();
  async function deploy(): Promise<void> {
    try {
      const next = snapshotBuild(snapshotOptions);
      inlineScripts = inlineScriptHashes();
      migrateDatabase(db);
      await seedPlaces(db);
      // The edge process needs little: counts, events, due jobs.
      setPageCacheSize(db.$client, 2);
      await renderer.swap(rendererCommand(next, chosen));
      edge.buildChanged();
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
    await edge.close();
    await scheduler.stop();
    mailer.port.close();
    removeEdgeState(databaseFile(chosen.DATABASE_URL));
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

/** The site's address. Rejects with a message when the port is in use. */
async function listen(edge: EdgeServer, host: string, port: number): Promise<string> {
  try {
    const bound = await edge.listen(host, port);
    return `Barta is open at http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(
      `Port ${port} on ${host} is taken by another program. Stop it, or choose another with PORT=…`,
    );
  }
}
