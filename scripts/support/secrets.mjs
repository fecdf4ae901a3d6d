import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { UserError } from './console.mjs';

const FILE = 'var/secrets.json';

/**
 * The secrets of this installation, generated once; values in the environment take precedence. `ACTIONS_KEY` must stay the
 * same across builds, or forms opened under the previous one are rejected.
 */
export function secrets() {
  const saved = existsSync(FILE) ? parsed(readFileSync(FILE, 'utf8')) : {};
  const all = {
    AUTH_SECRET: saved.AUTH_SECRET ?? randomBytes(32).toString('base64url'),
    ACTIONS_KEY: saved.ACTIONS_KEY ?? randomBytes(32).toString('base64'),
    BARTA_DEMO_PASSWORD: saved.BARTA_DEMO_PASSWORD ?? generatePassword(),
  };
  if (Object.keys(all).some((name) => all[name] !== saved[name])) save(all);
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, process.env[name] || value]));
}

function save(all) {
  mkdirSync('var', { recursive: true, mode: 0o700 });
  writeFileSync(`${FILE}.part`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${FILE}.part`, 0o600);
  renameSync(`${FILE}.part`, FILE);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`${FILE} is not valid JSON. Repair it, or move it away to generate new secrets.`);
  }
}

/** About 80 bits, without letters that look alike. */
function generatePassword() {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const picked = Array.from(randomBytes(16), (byte) => letters[byte % letters.length]);
  return [0, 4, 8, 12].map((start) => picked.slice(start, start + 4).join('')).join('-');
}
