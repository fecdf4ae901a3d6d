import { spawn } from 'node:child_process';
import { buildIfChanged } from './build.mjs';
import { install } from './install.mjs';
import { allocatorSettings, startFlags } from './start-options.mjs';
import { main, step, UserError } from './support/console.mjs';
import { assertPortIsFree, listenAddress } from './support/port.mjs';
import { childEnv, node, runtime } from './support/run.mjs';
import { secrets } from './support/secrets.mjs';

/**
 * From a clean clone to a running site with demo content. Starts under any installed Node; what needs the locked one runs in
 * child processes.
 */
await main(async () => {
  const where = listenAddress();
  await assertPortIsFree(where);
  await install();
  const kept = secrets();
  await buildIfChanged();

  step('Migrating the database …');
  await barta('migrate');
  step('Adding demo content …');
  await barta('seed', 'demo');

  step('Starting …');
  await serve(where, kept);

  async function barta(...words) {
    const env = { BARTA_DEMO_PASSWORD: kept.BARTA_DEMO_PASSWORD };
    const { code, output } = await node(['dist/barta.mjs', ...words], { env, quiet: true });
    if (code === 0) return;
    if (/SQLITE_FULL|ENOSPC/.test(output))
      throw new UserError('The disk is full. Free some space and try again.');
    throw new UserError(output.trim());
  }
});

async function serve({ host, port }, kept) {
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const address = `http://${shownHost.includes(':') ? `[${shownHost}]` : shownHost}:${port}`;
  const server = spawn(runtime(), [...startFlags, 'scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: childEnv({
      ...allocatorSettings,
      HOST: host,
      PORT: String(port),
      SITE_URL: process.env.SITE_URL || address,
    }),
  });
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      asked = true;
      server.kill(signal);
    });
  }
  const ended = new Promise((done) => {
    server.once('exit', (code) => done(code));
  });
  // Wait for its own log line: a response alone could come from another server on the same port.
  const listens = new Promise((done) => {
    server.stdout.setEncoding('utf8').on('data', (words) => {
      if (words.includes('Barta is open at')) done(true);
      else process.stdout.write(words);
    });
  });

  const isUp = await Promise.race([listens.then(() => answers(address)), ended.then(() => false)]);
  if (isUp) {
    const password = process.env.BARTA_DEMO_PASSWORD
      ? 'the one in BARTA_DEMO_PASSWORD'
      : `${kept.BARTA_DEMO_PASSWORD}   (saved in var/secrets.json)`;
    step('Barta is running.');
    console.log(`
  Readers    ${address}
  Newsroom   ${address}/admin

  chief@barta.test       full access
  editor@barta.test      writes and publishes stories
  moderator@barta.test   moderates comments
  reporter@barta.test    writes and files stories
  password:  ${password}

  Stop with Ctrl-C; data is kept in var/.
`);
  }
  const code = await ended;
  if (asked) step('Stopped.');
  else if (code !== 0 || !isUp) throw new UserError('The server stopped unexpectedly; see the output above.');
}

/** True as soon as all parts answer: edge server, pages, database. */
async function answers(address) {
  for (;;) {
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    if (answer?.ok) return true;
    await new Promise((later) => setTimeout(later, 150));
  }
}
