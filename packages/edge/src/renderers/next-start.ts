import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/**
 * Node's arguments for `next start` of the application in the working directory. The import ends it with the edge process.
 * Throws if Next is not installed there.
 */
export function nextStartArgs(port: number): string[] {
  const next = createRequire(resolve('package.json')).resolve('next/dist/bin/next');
  return ['--import', '@barta/edge/end-with-parent', next, 'start', '-H', '127.0.0.1', '-p', String(port)];
}
