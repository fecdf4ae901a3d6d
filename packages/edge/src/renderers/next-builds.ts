import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A copy of a build, from which renderers run while the next one is being built. */
export interface NextBuild {
  id: string;
  /** Next's `distDir`, relative to the repository's root. */
  folder: string;
}

/** Parts of a build folder that are not needed to run it. */
const notNeeded = new Set(['cache', 'diagnostics', 'types', 'dev', 'trace', 'trace-build']);
const prefix = '.next-';

export interface SnapshotOptions {
  /** Folder of the application; the working directory if left out. */
  root?: string;
  /** Folders that belong to the build and are copied into it under their last name, as `public/assets`. */
  alsoCopy?: readonly string[];
  /** Names directly in `.next` that are not copied. */
  ignore?: readonly string[];
}
/** The one that runs, and those whose pages may still be open in a browser, which asks for their style sheets. */
const keptCopies = 4;

/**
 * Copies what `next build` has made, 20 MB, unless that was done before: `next build` empties `.next` first, and
 * a renderer reads its pages' code only when they are asked for. The copy lies beside `.next`, because Next's own
 * links to packages are relative. Throws a sentence if there is no build.
 */
export function snapshotBuild({ root = '.', alsoCopy = [], ignore = [] }: SnapshotOptions = {}): NextBuild {
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
      filter: (path) =>
        !(notNeeded.has(basename(path)) || ignore.includes(basename(path))) || !isDirectlyIn(path, source),
    });
    for (const folder of alsoCopy.filter((one) => existsSync(join(root, one)))) {
      cpSync(join(root, folder), join(unfinished, basename(folder)), { recursive: true });
    }
    finish(unfinished, copy);
  }
  dropOldCopies(root, folder);
  return { id, folder };
}

/** Another process may have been quicker with the same copy. */
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

function dropOldCopies(root: string, current: string): void {
  const others = buildCopies(root).filter((name) => name !== current);
  for (const name of others.slice(keptCopies - 1)) rmSync(join(root, name), { recursive: true, force: true });
}
