import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { build, type Plugin } from 'esbuild';
import { expect, test } from 'vitest';

/** The benches name what they take of the application in strings, which no type check sees. */
const files = execFileSync('git', ['ls-files', 'bench/**.mjs', 'bench/*.mjs'], { encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const entries = files.flatMap((file) => {
  const lines = readFileSync(file, 'utf8').match(/^.*export .+ from '@(?:\/|barta\/)[^']+';/gm) ?? [];
  return lines.length === 0 ? [] : [[file, lines.map(exportOf).join('\n')] as const];
});

/** Without what stands before it on its line, as in `ours(\`export … `. */
function exportOf(line: string): string {
  return line.slice(line.indexOf('export '));
}

/** Packages stay outside; a path of ours must be there. */
const packagesOutside: Plugin = {
  name: 'packages-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@/') || path.startsWith('@barta/')
        ? undefined
        : { external: true },
    );
  },
};

test('the benches take something of the application', () => {
  expect(entries.length).toBeGreaterThanOrEqual(5);
});

test.each(entries)('%s names what is there', async (_, contents) => {
  const { errors } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    plugins: [packagesOutside],
    logLevel: 'silent',
  }).catch((failure: { errors: { text: string }[] }) => failure);
  expect(errors.map(({ text }) => text)).toEqual([]);
});
