import { createHash } from 'node:crypto';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { step, UserError } from './support/console.mjs';
import { lockedNode, program } from './support/run.mjs';

const STAMP = 'node_modules/.barta-lock';

/** Installs the packages of the lockfile into node_modules. Does nothing if they are installed. */
export async function install() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 18) throw new UserError(`This is Node ${process.versions.node}. Barta needs Node 18 or newer.`);
  if (isInstalled()) return;

  step('Installing packages (a minute or two the first time) …');
  // Without `error` npm warns that some packages need the newer Node, which it is just installing.
  const npm = process.env.npm_execpath;
  const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-timeout=60000'];
  // No package's install script is needed: the runtime, esbuild and better-sqlite3 come as finished binaries of packages of
  // their own. Not in `.npmrc`, where it would also keep `npm pack` from building the packages.
  const args = ['ci', '--ignore-scripts', '--loglevel=error', '--no-progress', ...patience];
  const outcome = await (npm?.endsWith('.js')
    ? program(process.execPath, [npm, ...args], { quiet: true })
    : program(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { quiet: true })
  ).catch((error) => {
    if (error.code === 'ENOENT') throw new UserError('npm was not found. Install Node, which includes it.');
    throw error;
  });
  if (outcome.code !== 0) throw new UserError(reasonOf(outcome.output));
  linkNode();
  writeFileSync(STAMP, lockHash());
}

/** Makes npm scripts use the locked Node. npm 11 creates this link, npm 10 does not. */
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

/** npm's output as a message that says what to do. Exported for its test. */
export function reasonOf(output) {
  const tail = output.trim().split('\n').slice(-12).join('\n');
  if (/ENOSPC|no space left/i.test(output)) return 'The disk is full. Free about 2 GB and try again.';
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output))
    return `The package registry cannot be reached. Check the network and npm's proxy and registry settings, then try again.\n\n${tail}`;
  if (/EACCES|EPERM|EROFS/.test(output))
    return `This folder is not writable. Barta installs packages into node_modules here.\n\n${tail}`;
  return `The packages could not be installed. Output of npm:\n\n${tail}`;
}
