import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * The project's own code, bundled: what is measured is what runs. `entry` re-exports what is wanted of it; `plugins` are
 * esbuild's.
 */
export async function ours(entry, { plugins = [] } = {}) {
  mkdirSync('node_modules/.cache', { recursive: true });
  const outfile = resolve(`node_modules/.cache/barta-bench-${process.pid}-${Date.now()}.mjs`);
  await build({
    stdin: { contents: entry, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    plugins,
  });
  return import(pathToFileURL(outfile).href);
}
