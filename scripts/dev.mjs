import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { programs, readersScripts, writeReaderManifest } from './build.mjs';
import { install } from './install.mjs';
import { main, step, UserError } from './support/console.mjs';
import { assertPortIsFree, listenAddress } from './support/port.mjs';
import { childEnv, node, runtime, tools } from './support/run.mjs';
import { secrets } from './support/secrets.mjs';

/** Development: `next dev`, with the readers' scripts bundled again at each save. Without the edge server: same pages, no cache. */
await main(async () => {
  const { host, port } = listenAddress();
  await assertPortIsFree({ host, port });
  await install();
  const kept = secrets();

  const esbuild = await import('esbuild');
  await esbuild.build(programs);
  const watched = await Promise.all(
    readersScripts.map((one) =>
      esbuild.context({ ...one, sourcemap: 'inline', logLevel: 'warning', metafile: true }),
    ),
  );
  const made = await Promise.all(watched.map((one) => one.rebuild()));
  writeReaderManifest(made.flatMap(({ metafile }) => Object.entries(metafile.outputs)));
  // No worker: it would keep pages of the day before yesterday's code.
  rmSync('public/sw.js', { force: true });
  for (const one of watched) await one.watch();

  const file = (process.env.DATABASE_URL || 'file:var/barta.db').replace(/^file:/, '');
  const isNew = !existsSync(file);
  const env = { BARTA_DEMO_PASSWORD: kept.BARTA_DEMO_PASSWORD };
  for (const words of [['migrate'], ...(isNew ? [['seed', 'demo']] : [])]) {
    const { code } = await node(['dist/barta.mjs', ...words], { env });
    if (code !== 0) throw new UserError('The database could not be prepared; see the output above.');
  }

  const siteUrl = process.env.SITE_URL || `http://${host}:${port}`;
  step(`Starting next dev on ${siteUrl} (chief@barta.test, ${kept.BARTA_DEMO_PASSWORD}) …`);
  const next = spawn(runtime(), [tools.next, 'dev', '-H', host, '-p', String(port)], {
    stdio: 'inherit',
    env: childEnv({
      SITE_URL: siteUrl,
      NEXTAUTH_URL: siteUrl,
      AUTH_SECRET: kept.AUTH_SECRET,
      NEXTAUTH_SECRET: kept.AUTH_SECRET,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: kept.ACTIONS_KEY,
    }),
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => next.kill(signal));
  next.once('exit', async () => {
    for (const one of watched) await one.dispose();
    process.exit(0);
  });
});
