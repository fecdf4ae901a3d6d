import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Plain } from './say.mjs';

const FILE = 'var/secrets.json';

/**
 * What this house keeps to itself, made once: the environment's own value wins over the file's.
 * `ACTIONS_KEY` must stay the same over builds, or forms of the older one are refused.
 */
export function secrets() {
  const kept = existsSync(FILE) ? parsed(readFileSync(FILE, 'utf8')) : {};
  const all = {
    AUTH_SECRET: kept.AUTH_SECRET ?? randomBytes(32).toString('base64url'),
    ACTIONS_KEY: kept.ACTIONS_KEY ?? randomBytes(32).toString('base64'),
    BARTA_DEMO_PASSWORD: kept.BARTA_DEMO_PASSWORD ?? aPassword(),
  };
  if (Object.keys(all).some((name) => all[name] !== kept[name])) keep(all);
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, process.env[name] || value]));
}

function keep(all) {
  mkdirSync('var', { recursive: true });
  writeFileSync(`${FILE}.part`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${FILE}.part`, 0o600);
  renameSync(`${FILE}.part`, FILE);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Plain(`${FILE} is not JSON. Mend it, or move it away: new secrets are then made.`);
  }
}

/** To be read out and typed: no letter that looks like another. About 80 bits. */
function aPassword() {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const picked = Array.from(randomBytes(16), (byte) => letters[byte % letters.length]);
  return [0, 4, 8, 12].map((start) => picked.slice(start, start + 4).join('')).join('-');
}
