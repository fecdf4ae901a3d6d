import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
} from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Page, uncompressedBody } from './page.ts';

/** The name under which a web server finds the pages; it leads to the generation that is good. */
export const liveName = 'live';

/**
 * Remembered pages as files, for a web server that answers with them and asks the edge server for all else: `live/` is the
 * root, `/national/7` lies at `national/7.html` and `national/7.html.gz`, the front at `.html`.
 *
 * A file never outlives its event: it is unlinked while the event is read, before anything that was asked later is
 * answered. What might have been missed makes a new, empty generation, to which `live` is moved in one step; an edge server
 * that starts begins with one, and a renderer whose edge server was killed takes `live` away (end-with-parent.mjs).
 */
export class PageFiles {
  #generation = '';
  #made = new Set<string>();
  #next = 0;
  #unfinished = 0;

  /** Empties the folder. Throws if it cannot be written. */
  constructor(
    private readonly folder: string,
    private readonly log: (line: string) => void,
  ) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, folderMode);
    rmSync(join(folder, liveName), { force: true });
    for (const name of readdirSync(folder)) {
      if (name.startsWith('pages-')) rmSync(join(folder, name), { recursive: true, force: true });
    }
    this.dropAll();
  }

  /**
   * Writes what a page is made of. `isStillGood` is asked at the last moment, and nothing can come between its answer
   * and the file's appearance.
   */
  async put(key: string, page: Page, isStillGood: () => boolean): Promise<void> {
    const path = filePathOf(key);
    if (!path || !isFile(page)) return;
    const generation = this.#generation;
    const target = join(generation, path);
    const unfinished = join(generation, `.unfinished-${this.#unfinished++}`);
    try {
      await makeReadableFolders(dirname(target), generation);
      const identity = await uncompressedBody(page);
      const { gzip } = page.bodies;
      await Promise.all([
        writeReadable(unfinished, identity),
        ...(gzip ? [writeReadable(`${unfinished}.gz`, gzip)] : []),
      ]);
      if (generation === this.#generation && isStillGood()) {
        const at = timeFrom(page.etag);
        if (gzip) {
          utimesSync(`${unfinished}.gz`, at, at);
          renameSync(`${unfinished}.gz`, `${target}.gz`);
        }
        utimesSync(unfinished, at, at);
        renameSync(unfinished, target);
        this.#made.add(key);
        return;
      }
    } catch (error) {
      // The generation may have gone meanwhile, with all that was in it.
      if (generation === this.#generation) this.log(`no page file for ${key}: ${(error as Error).message}`);
    }
    await Promise.all([rm(unfinished, { force: true }), rm(`${unfinished}.gz`, { force: true })]);
  }

  /** The page is not good any more. Done when this returns. */
  drop(key: string): void {
    if (!this.#made.delete(key)) return;
    const path = join(this.#generation, filePathOf(key) ?? '');
    try {
      for (const file of [path, `${path}.gz`]) unlinkIfThere(file);
    } catch (error) {
      this.log(`a page file of ${key} cannot be unlinked, so all go: ${(error as Error).message}`);
      this.dropAll();
    }
  }

  /** No page is good any more. Done when this returns; what is left on the disk goes behind it. */
  dropAll(): void {
    const old = this.#generation;
    if (old !== '' && this.#made.size === 0) return;
    this.#generation = join(resolve(this.folder), `pages-${process.pid}-${this.#next++}`);
    this.#made.clear();
    mkdirSync(this.#generation, { recursive: true });
    chmodSync(this.#generation, folderMode);
    const link = join(this.folder, `${liveName}-${process.pid}`);
    rmSync(link, { force: true });
    symlinkSync(this.#generation, link);
    renameSync(link, join(this.folder, liveName));
    if (old !== '') void rm(old, { recursive: true, force: true }).catch(() => {});
  }

  /** The edge server ends: nothing is to be found where nobody follows the store. */
  close(): void {
    const live = join(this.folder, liveName);
    if (readlinkIfThere(live) === this.#generation) rmSync(live, { force: true });
    rmSync(this.#generation, { recursive: true, force: true });
  }
}

/** The web server runs as another user, and this process may have a umask that hides all it writes. */
const fileMode = 0o644;
const folderMode = 0o755;

async function writeReadable(file: string, bytes: Uint8Array | string): Promise<void> {
  await writeFile(file, bytes);
  await chmod(file, fileMode);
}

async function makeReadableFolders(folder: string, root: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let at = folder; at.length > root.length; at = dirname(at)) await chmod(at, folderMode);
}

function isFile({ status, headers }: Page): boolean {
  return (
    status === 200 && headers.some(([name, value]) => name === 'content-type' && /^text\/html/.test(value))
  );
}

/** Undefined for an address that is no plain path of names that a disk takes. */
function filePathOf(key: string): string | undefined {
  if (key.includes('?')) return undefined;
  if (key === '/') return '.html';
  const names = key.slice(1).split('/').map(decodeURIComponent);
  const areNames = names.every((name) => /^[^./\\\0][^/\\\0]*$/.test(name) && Buffer.byteLength(name) < 240);
  return areNames ? `${names.join('/')}.html` : undefined;
}

/**
 * nginx makes a file's ETag of its time and size: two forms of a page made in one second, of one length, would be
 * the same to it. So the time is made from the page's own tag, whole seconds, before today.
 */
function timeFrom(etag: string): number {
  return Buffer.from(etag, 'base64url').readUInt32BE(0) % 1_700_000_000;
}

function unlinkIfThere(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function readlinkIfThere(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}
