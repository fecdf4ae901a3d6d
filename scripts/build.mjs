import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { main, step, UserError } from './support/console.mjs';
import { node, tools } from './support/run.mjs';
import { secrets } from './support/secrets.mjs';

const STAMP = '.next/barta-sources';
const sources = [
  'app',
  'components',
  'db',
  'lib',
  'packages',
  'public',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'scripts/build.mjs',
];

/**
 * Everything that `npm start` needs: readers' module, Next's build, the edge server and the CLI in dist/. `types`: whether Next
 * looks at them, which takes it longer than all else; not where somebody else has.
 */
export async function build({ types = true } = {}) {
  await bundle();
  step('Building the pages …');
  rmSync(STAMP, { force: true });
  const { code, output } = await node([tools.next, 'build'], {
    quiet: true,
    env: {
      NODE_ENV: 'production',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets().ACTIONS_KEY,
      ...(types ? {} : { BARTA_TYPES_ARE_CHECKED: '1' }),
    },
  });
  if (code !== 0) throw new UserError(`The pages could not be built:\n\n${output.trim()}`);
  writeFileSync(STAMP, hashOfSources());
}

/** The same, without Next's long part if the pages that are here were made of these very sources. */
export async function buildIfChanged() {
  const isFresh =
    existsSync('.next/BUILD_ID') && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOfSources();
  await (isFresh ? bundle() : build());
}

/** esbuild's part, a fifth of a second. Before `next build`: `next start` lists public/ when it starts. */
async function bundle() {
  const esbuild = await import('esbuild');
  rmSync('public/enhance', { recursive: true, force: true });
  const named = { entryNames: '[name]-[hash]', chunkNames: '[name]-[hash]', minify: true, metafile: true };
  const made = await Promise.all(readersScripts.map((one) => esbuild.build({ ...one, ...named })));
  writeReaderManifest(made.flatMap(({ metafile }) => Object.entries(metafile.outputs)));
  await esbuild.build({ ...serviceWorker, minify: true });
  await buildPrograms();
}

/** Edge server and CLI, in letters of one byte: Node keeps a program's text, and one Bengali letter in it makes each letter two bytes. */
async function buildPrograms() {
  const esbuild = await import('esbuild');
  const short = { minifyWhitespace: true, minifySyntax: true, lineLimit: 200 };
  const { outputFiles } = await esbuild.build({ ...programs, ...short, write: false });
  mkdirSync(programs.outdir, { recursive: true });
  for (const { path, text } of outputFiles) writeFileSync(path, inAscii(text));
}

/** What esbuild leaves as it is: letters in regular expressions and templates. Escaped they mean the same, but behind a backslash. */
export function inAscii(program) {
  return program.replace(/\\?[^\0-\x7F]/g, (letter) => {
    if (letter.length > 1) throw new Error(`A letter behind a backslash: ${letter}`);
    return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

const readerModules = {
  entryPoints: {
    saved: 'components/reader/device/saved.enhance.ts',
    gallery: 'components/reader/story/media/gallery.enhance.ts',
    live: 'components/reader/story/live/live.enhance.ts',
    embeds: 'components/reader/story/media/embeds.enhance.ts',
    proof: 'components/reader/discussion/proof-of-work.ts',
    formats: 'app/(reader)/styles/formats.css',
    search: 'app/(reader)/styles/search.css',
  },
  bundle: true,
  format: 'esm',
  target: 'es2020',
  outdir: 'public/enhance',
};

/**
 * All packages but three. Two are hundreds of small files: read one by one they take a second to start and 150 MB of heap
 * that is given back only when memory is short. lru-cache would be found in the version that another package needs.
 */
function packagesOnDisk() {
  return ['package.json', 'packages/bengali/package.json', 'packages/edge/package.json']
    .flatMap((file) => Object.keys(JSON.parse(readFileSync(file, 'utf8')).dependencies))
    .filter((name) => !['drizzle-orm', 'zod', 'lru-cache'].includes(name));
}

/** What it imports only when it is needed becomes files of their own; with the others it shares none. */
const reader = {
  ...readerModules,
  entryPoints: { reader: 'components/reader/reader.enhance.ts' },
  splitting: true,
};

/** No module: it is run before anything is drawn, and leaves no name behind. */
const firstPaint = {
  ...readerModules,
  entryPoints: { firstPaint: 'components/reader/device/first-paint.enhance.ts' },
  format: 'iife',
};

export const readersScripts = [readerModules, reader, firstPaint];

/** Under one name for ever, at the root whose pages it may keep; browsers look by themselves whether it changed. */
export const serviceWorker = {
  ...firstPaint,
  entryPoints: { sw: 'components/reader/device/service-worker.enhance.ts' },
  outdir: 'public',
};

export const programs = {
  entryPoints: { edge: 'lib/edge-config/main.ts', barta: 'lib/cli/main.ts' },
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  external: packagesOnDisk(),
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
};

/** `outputs` as in esbuild's metafile: what each file was made of. */
export function writeReaderManifest(outputs) {
  mkdirSync('public/enhance', { recursive: true });
  const entries = Object.assign({}, ...readersScripts.map(({ entryPoints }) => entryPoints));
  const named = outputs.flatMap(([file, { entryPoint }]) => {
    const name = Object.keys(entries).find((one) => entries[one] === entryPoint);
    return name ? [[name, file.replace(/^public/, '')]] : [];
  });
  // In one piece: whoever renders a page meanwhile, as the unit tests do, reads all of it or none.
  writeFileSync('public/enhance/unfinished.json', JSON.stringify(Object.fromEntries(named)));
  renameSync('public/enhance/unfinished.json', 'public/enhance/manifest.json');
}

/** Null if the committed migrations give the schema that the code declares; else what is to be done. */
export async function migrationsAreBehind() {
  const copy = mkdtempSync(join(tmpdir(), 'barta-migrations-'));
  try {
    cpSync('db/migrations', copy, { recursive: true });
    const before = readdirSync(copy).length;
    const { code, output } = await node(
      [tools.drizzleKit, 'generate', '--dialect', 'sqlite', '--schema', './db/schema.ts', '--out', copy],
      { quiet: true },
    );
    if (code !== 0) return `drizzle-kit could not compare schema and migrations:\n${output.trim()}`;
    if (readdirSync(copy).length === before) return null;
    return 'db/schema has changed and db/migrations has not. Run: npx drizzle-kit generate --name what-changed';
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function hashOfSources() {
  const hash = createHash('sha256').update(secrets().ACTIONS_KEY);
  for (const path of sources) addTo(hash, path);
  return hash.digest('hex');
}

function addTo(hash, path) {
  if (path === 'public/enhance' || path === 'public/sw.js' || /\.test\.tsx?$/.test(path) || !existsSync(path))
    return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, `${path}/${name}`);
  } else {
    hash.update(path).update(readFileSync(path));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    await install();
    step('Comparing the schema with its migrations …');
    const behind = await migrationsAreBehind();
    if (behind) throw new UserError(behind);
    await build();
    step('Built. Start it with: npm start');
  });
}
