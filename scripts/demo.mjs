import { spawn } from 'node:child_process';
import { buildIfChanged } from './build.mjs';
import { install } from './install.mjs';
import { place, portIsFree } from './port.mjs';
import { childEnv, node, runtime } from './run.mjs';
import { main, Plain, step } from './say.mjs';
import { secrets } from './secrets.mjs';
import { allocatorSettings, startFlags } from './start-options.mjs';

/**
 * From a clean clone to a running newsroom. Begins under whatever Node there is; what needs the project's own
 * runs in children of this process.
 */
await main(async () => {
  const where = place();
  await portIsFree(where);
  await install();
  const kept = secrets();
  await buildIfChanged();

  step('Bringing the database up to date …');
  await barta('migrate');
  step('Filling the demo newsroom …');
  await barta('seed', 'demo');

  step('Starting …');
  await serve(where, kept);

  async function barta(...words) {
    const env = { BARTA_DEMO_PASSWORD: kept.BARTA_DEMO_PASSWORD };
    const { code, output } = await node(['dist/barta.mjs', ...words], { env, quiet: true });
    if (code === 0) return;
    if (/SQLITE_FULL|ENOSPC/.test(output))
      throw new Plain('The disk is full. Make some room, then start this again.');
    throw new Plain(output.trim());
  }
});

async function serve({ host, port }, kept) {
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const address = `http://${shownHost.includes(':') ? `[${shownHost}]` : shownHost}:${port}`;
  const door = spawn(runtime(), [...startFlags, 'scripts/start.mjs'], {
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
      door.kill(signal);
    });
  }
  const ended = new Promise((done) => {
    door.once('exit', (code) => done(code));
  });
  // Its own word that it listens: an answer alone might come from another house on the same port.
  const listens = new Promise((done) => {
    door.stdout.setEncoding('utf8').on('data', (words) => {
      if (words.includes('Barta is open at')) done(true);
      else process.stdout.write(words);
    });
  });

  const isUp = await Promise.race([listens.then(() => answers(address)), ended.then(() => false)]);
  if (isUp) {
    const password = process.env.BARTA_DEMO_PASSWORD
      ? 'the one in BARTA_DEMO_PASSWORD'
      : `${kept.BARTA_DEMO_PASSWORD}   (kept in var/secrets.json)`;
    step('Barta is open.');
    console.log(`
  Readers    ${address}
  Newsroom   ${address}/admin

  chief@barta.test       may everything
  editor@barta.test      writes and publishes
  moderator@barta.test   decides on comments
  reporter@barta.test    writes and files
  password:  ${password}

  Ctrl-C ends it; the data stay in var/.
`);
  }
  const code = await ended;
  if (asked) step('Closed.');
  else if (code !== 0 || !isUp) throw new Plain('The server has ended by itself; what it said stands above.');
}

/** True as soon as the whole house is well: door, pages, database. */
async function answers(address) {
  for (;;) {
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    if (answer?.ok) return true;
    await new Promise((later) => setTimeout(later, 150));
  }
}
