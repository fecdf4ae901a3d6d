import { existsSync } from 'node:fs';
import { getDb, migrateDatabase } from '@/db/client';
import { watchStore } from '@/db/watch';
import { type Env, env } from '@/lib/env';
import { startClock } from './clock';
import { openDoor } from './open-door';
import { superviseRenderer } from './renderer';
import { mostHeaderBytes } from './serve';
import { Views } from './views';

const log = (line: string) => console.error(`door: ${line}`);

main().catch((error: NodeJS.ErrnoException) => {
  console.error(error.message);
  process.exit(1);
});

async function main(): Promise<void> {
  const chosen = env();
  if (!existsSync('.next/BUILD_ID')) throw new Error('There is no build to serve yet. Run: npm run build');
  const db = getDb();
  migrateDatabase(db);

  const views = new Views();
  const renderer = superviseRenderer({ argsFor: nextStart, env: rendererEnv(chosen), log });
  const door = openDoor({
    watch: watchStore(chosen.DATABASE_URL),
    renderer,
    db,
    views,
    siteUrl: chosen.SITE_URL,
    trustedProxies: chosen.TRUSTED_PROXIES,
    pageMemoryBytes: chosen.PAGE_MEMORY_MB * 1024 * 1024,
    log,
  });
  console.log(await door.listen(chosen.HOST, chosen.PORT));
  renderer.start();
  const clock = startClock(
    db,
    views,
    log,
    chosen.WEBSUB_HUB ? { url: chosen.WEBSUB_HUB, site: chosen.SITE_URL } : undefined,
  );

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await door.close();
    await clock.stop();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

/** Started from the repository's root, as everything is. The first file ends it with the door. */
function nextStart(port: number): string[] {
  return [
    `--max-http-header-size=${mostHeaderBytes}`,
    ...['--import', './lib/door/end-with-parent.mjs', 'node_modules/next/dist/bin/next', 'start'],
    ...['-H', '127.0.0.1', '-p', String(port)],
  ];
}

function rendererEnv(chosen: Env): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    SITE_URL: chosen.SITE_URL,
    DATABASE_URL: chosen.DATABASE_URL,
    MEDIA_DIR: chosen.MEDIA_DIR,
    ...(chosen.WEBSUB_HUB ? { WEBSUB_HUB: chosen.WEBSUB_HUB } : {}),
    NEXTAUTH_URL: chosen.SITE_URL,
    ...(chosen.AUTH_SECRET ? { AUTH_SECRET: chosen.AUTH_SECRET, NEXTAUTH_SECRET: chosen.AUTH_SECRET } : {}),
    ...(chosen.ACTIONS_KEY ? { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: chosen.ACTIONS_KEY } : {}),
  };
}
