import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { node, program } from './run.mjs';
import { Plain, step } from './say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser for the end-to-end tests; installed by the system's package manager where that may be. */
export async function chromium() {
  const found = await findChromium();
  if (found) return found;

  const isRoot = process.getuid?.() === 0;
  const manager = managers.find(({ command }) => onPath(command));
  if (isRoot && manager) {
    step(`Installing Chromium with ${manager.command} …`);
    for (const args of manager.runs) {
      const env = { DEBIAN_FRONTEND: 'noninteractive' };
      const { code, output } = await program(manager.command, args, { env, quiet: true });
      if (code !== 0) console.error(output.trim().split('\n').slice(-5).join('\n'));
    }
    const installed = await findChromium();
    if (installed) return installed;
  }
  throw new Plain(
    'No Chromium was found for the end-to-end tests. Install it (Debian: sudo apt-get install chromium; anywhere: ' +
      'npx playwright install chromium), or name one in PLAYWRIGHT_CHROMIUM=/path/to/chromium.',
  );
}

const managers = [
  {
    command: 'apt-get',
    runs: [
      ['update', '-q'],
      ['install', '-qy', '--no-install-recommends', 'chromium'],
    ],
  },
  { command: 'apk', runs: [['add', '--no-cache', 'chromium']] },
  { command: 'dnf', runs: [['install', '-qy', 'chromium']] },
  { command: 'pacman', runs: [['-Sy', '--noconfirm', 'chromium']] },
];

async function findChromium() {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Plain(`PLAYWRIGHT_CHROMIUM names ${named}, and there is no such file.`);
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
