import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { step, UserError } from './support/console.mjs';
import { node, program } from './support/run.mjs';

/** The first is the same browser without a window's machinery: a quarter less work for the processor. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** The browser for the end-to-end tests; installed by the system's package manager where that may be. */
export async function chromium() {
  const found = await findChromium();
  if (found) return found;

  const isRoot = process.getuid?.() === 0;
  const manager = managers.find(({ command }) => onPath(command));
  if (isRoot && manager) {
    step(`Installing Chromium with ${manager.command} …`);
    if (manager.before) await runLoudly(manager.command, manager.before);
    for (const args of manager.installs) {
      await runLoudly(manager.command, args);
      const installed = await findChromium();
      if (installed) return installed;
    }
  }
  throw new UserError(
    'No Chromium was found for the end-to-end tests. Install it (Debian: sudo apt-get install chromium; anywhere: ' +
      'npx playwright install chromium), or name one in PLAYWRIGHT_CHROMIUM=/path/to/chromium.',
  );
}

async function runLoudly(command, args) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await program(command, args, { env, quiet: true });
  if (code !== 0) console.error(output.trim().split('\n').slice(-5).join('\n'));
}

/** `installs`: one after the other until there is a browser. */
const managers = [
  {
    command: 'apt-get',
    before: ['update', '-q'],
    installs: ['chromium-headless-shell', 'chromium'].map((name) => [
      ...['install', '-qy', '--no-install-recommends'],
      name,
    ]),
  },
  { command: 'apk', installs: [['add', '--no-cache', 'chromium']] },
  { command: 'dnf', installs: [['install', '-qy', 'chromium']] },
  { command: 'pacman', installs: [['-Sy', '--noconfirm', 'chromium']] },
];

async function findChromium() {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new UserError(`PLAYWRIGHT_CHROMIUM names ${named}, and there is no such file.`);
  }
  for (const name of names) {
    const file = onPath(name);
    if (file && (await runs(file))) return file;
  }
  const asked = await node(['-e', "console.log(require('@playwright/test').chromium.executablePath())"], {
    quiet: true,
  });
  const own = asked.output.trim();
  return asked.code === 0 && existsSync(own) ? own : null;
}

/** Ubuntu's `chromium-browser` may be a script that only says where to get it. */
async function runs(file) {
  const { code } = await program(file, ['--version'], { quiet: true });
  return code === 0;
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}
