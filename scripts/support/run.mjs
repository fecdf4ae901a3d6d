import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { UserError } from './console.mjs';

const bin = resolve('node_modules/.bin');
const isWindows = process.platform === 'win32';

/** The Node that the lockfile names for this platform, if there is one. */
export const lockedNode = `node_modules/node-${isWindows ? 'win' : process.platform}-${process.arch}/bin/node${isWindows ? '.exe' : ''}`;

/** The locked Node; on other platforms the installed one if it is Node 24 or newer. */
export function runtime() {
  if (existsSync(lockedNode)) return resolve(lockedNode);
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new UserError(
    `There is no packaged Node 24 for ${process.platform}-${process.arch}: install Node 24 or newer and try again.`,
  );
}

/** An environment in which child processes find the locked Node and the tools of node_modules first. */
export function childEnv(more = {}) {
  return {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    NEXT_TELEMETRY_DISABLED: '1',
    ...more,
  };
}

/**
 * Runs a Node program to its end. With `quiet` its output is returned, otherwise printed. Resolves with exit code and output,
 * also if the program fails.
 */
export function node(args, { env = {}, quiet = false } = {}) {
  return program(runtime(), args, { env, quiet });
}

export function program(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      env: childEnv(env),
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', failed);
    child.once('close', (code, signal) => done({ code: code ?? 1, signal, output }));
  });
}

/** Entry files of tools in node_modules: on Windows `.bin` has only shell scripts. */
export const tools = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  next: 'node_modules/next/dist/bin/next',
  tsc: 'node_modules/typescript/bin/tsc',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
  drizzleKit: 'node_modules/drizzle-kit/bin.cjs',
};
