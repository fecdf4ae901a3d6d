import { createHash } from 'node:crypto';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { lockedNode, program } from './run.mjs';
import { Plain, step } from './say.mjs';

const STAMP = 'node_modules/.barta-lock';

/** Brings node_modules in step with the lockfile. Says nothing and does nothing when it is. */
export async function install() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 18)
    throw new Plain(`This is Node ${process.versions.node}. Barta needs Node 18 or newer to begin with.`);
  if (isInstalled()) return;

  step('Installing what the lockfile names (a minute or two the first time) …');
  // `error`: else npm tells at length that some packages want the newer Node which it is just installing.
  const npm = process.env.npm_execpath;
  const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-timeout=60000'];
  const args = ['ci', '--loglevel=error', '--no-progress', ...patience];
  const outcome = await (npm?.endsWith('.js')
    ? program(process.execPath, [npm, ...args], { quiet: true })
    : program(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { quiet: true })
  ).catch((error) => {
    if (error.code === 'ENOENT')
      throw new Plain('npm was not found. It comes with Node: install that first.');
    throw error;
  });
  if (outcome.code !== 0) throw new Plain(reasonOf(outcome.output));
  linkNode();
  writeFileSync(STAMP, lockHash());
}

/** So that every npm script finds our Node first. npm 11 makes this link by itself, npm 10 does not. */
function linkNode() {
  const link = 'node_modules/.bin/node';
  if (process.platform === 'win32' || !existsSync(lockedNode) || existsSync(link)) return;
  symlinkSync(lockedNode.replace('node_modules', '..'), link);
}

function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash();
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

/** Exported for its test: what npm said, as a sentence that tells what to do. */
export function reasonOf(output) {
  const tail = output.trim().split('\n').slice(-12).join('\n');
  if (/ENOSPC|no space left/i.test(output))
    return 'The disk is full. Make some room (about 2 GB), then start this again.';
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output))
    return `The package registry cannot be reached. Look at the network, or at npm's proxy and registry settings, then start this again.\n\n${tail}`;
  if (/EACCES|EPERM|EROFS/.test(output))
    return `This folder cannot be written to. Barta installs into node_modules here.\n\n${tail}`;
  return `The packages could not be installed. npm said:\n\n${tail}`;
}
