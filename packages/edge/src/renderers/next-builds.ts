import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inlineScript, scriptHash } from '@/lib/cache/inline-script';

/** A copy of a build, from which renderers run while the next one is being built. */
export interface NextBuild {
  id: string;
  /** Next's `distDir`, relative to the repository's root. */
  folder: string;
}

/** What a build is made with and does not run by. */
const notNeeded = new Set(['cache', 'diagnostics', 'types', 'dev', 'trace', 'trace-build', 'barta-sources']);
const prefix = '.next-';
/** The one that runs, and those whose pages may still stand open somewhere: their style sheets are asked for. */
const keptCopies = 4;

/**
 * Copies what `npm run build` has made, 20 MB, unless that was done before: `next build` empties `.next` first, and
 * a renderer reads its pages' code only when they are asked for. The copy lies beside `.next`, because Next's own
 * links to packages are relative. Throws a sentence if there is no build.
 */
export function snapshotBuild(root = '.'): NextBuild {
  const source = join(root, '.next');
  if (!existsSync(join(source, 'BUILD_ID'))) {
    throw new Error('There is no build to serve yet. Run: npm run build');
  }
  const id = readFileSync(join(source, 'BUILD_ID'), 'utf8').trim();
  const folder = `${prefix}${id}`;
  const copy = join(root, folder);
  if (!existsSync(copy)) {
    const unfinished = join(root, `${prefix}unfinished-${process.pid}`);
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(source, unfinished, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !notNeeded.has(basename(path)) || !isDirectlyIn(path, source),
    });
    if (existsSync(join(root, 'public/enhance'))) {
      cpSync(join(root, 'public/enhance'), join(unfinished, 'enhance'), { recursive: true });
    }
    finish(unfinished, copy);
  }
  dropOldCopies(root, folder);
  return { id, folder };
}

/** Another door may have been quicker with the same copy. */
function finish(unfinished: string, copy: string): void {
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}

function isDirectlyIn(path: string, folder: string): boolean {
  return join(folder, basename(path)) === path;
}

/** Newest first. */
export function buildCopies(root = '.'): string[] {
  return readdirSync(root)
    .filter((name) => name.startsWith(prefix) && !name.startsWith(`${prefix}unfinished-`))
    .map((name) => ({ name, at: statSync(join(root, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .map(({ name }) => name);
}

/**
 * Next's configuration as the build has settled it, for a renderer that runs from the copy: the variable by which Next's
 * own standalone server passes it on. Without it each renderer loads the compiler (30 MB) to read `next.config.ts`.
 */
export function standaloneConfig({ folder }: NextBuild, root = '.'): Record<string, string> {
  const { config } = JSON.parse(readFileSync(join(root, folder, 'required-server-files.json'), 'utf8'));
  return { __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify({ ...config, distDir: folder }) };
}

/** Sums of the scripts that stand in pages of the builds that are kept: nearly always one, since few builds change it. */
export function inlineScriptHashes(root = '.'): string[] {
  const sums = buildCopies(root).flatMap((copy) => {
    const manifest = join(root, copy, 'enhance/manifest.json');
    if (!existsSync(manifest)) return [];
    const { firstPaint } = JSON.parse(readFileSync(manifest, 'utf8')) as { firstPaint?: string };
    return firstPaint ? scriptHash(inlineScript(join(root, copy, firstPaint))) : [];
  });
  return [...new Set(sums)];
}

function dropOldCopies(root: string, current: string): void {
  const others = buildCopies(root).filter((name) => name !== current);
  for (const name of others.slice(keptCopies - 1)) rmSync(join(root, name), { recursive: true, force: true });
}
