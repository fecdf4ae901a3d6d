/**
 * A program of its own, run by `wipe-apart.ts` and imported by nobody: `node db/wipe.ts FILE`. Zeroes whatever lies in
 * the store's file and log without being part of it any more: bytes of rows that were deleted or moved.
 *
 * SQLite's `secure_delete` zeroes what is deleted. What stays is what was moved: when a page is split, the rows that went
 * to its neighbour leave their bytes in the gap between the page's pointers and its cells, and nothing ever looks there
 * again (https://sqlite.org/fileformat2.html, "B-tree Pages"). VACUUM would clear them under the write lock for as long
 * as a copy of the file takes. This reads the file without any lock, and zeroes only the gaps that hold something, a few
 * hundred pages at a time, under the write lock and with an empty log: then the file is all there is, nobody writes,
 * and no byte that SQLite reads is touched.
 *
 * A process apart, because closing a file ends every POSIX lock that its process holds on it, SQLite's as well. Here
 * nothing is closed but by the end. Ends with 0: clean, 75: somebody still reads an older state, ask again.
 */
import { fstatSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

/** About ten milliseconds of a disk: what a comment may have to wait. */
const PAGES_AT_ONCE = 128;
const READ_AT_ONCE = 1024;
const TRIES = 50;
const AGAIN_MS = 5;
/** Of every page that begins with one of these the rest is known; nothing else begins so below 137 GB. */
const HEADER_BYTES: Readonly<Record<number, number>> = { 2: 12, 5: 12, 10: 8, 13: 8 };
const CLEAN = 0;
const ASK_AGAIN = 75;

type Span = readonly [from: number, to: number];
/** What a free page is: its number leads on (`trunk`), or nothing on it does. */
type FreePages = Map<number, 'trunk' | 'leaf'>;

const [file = ''] = process.argv.slice(2);
const store = new Database(file, { fileMustExist: true });
// Waiting for a reader, the emptying of the log lets nobody write: rather ask again in a minute.
store.pragma('busy_timeout = 250');
store.pragma('synchronous = FULL');
store.pragma('secure_delete = ON');
const fd = openSync(file, 'r+');
const head = bytesAt(0, 100);
const pageBytes = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
const usableBytes = pageBytes - head.readUInt8(20);
/** SQLite keeps its locks there, and no content. */
const lockPage = Math.floor(0x40000000 / pageBytes) + 1;
const zeros = Buffer.alloc(pageBytes);

if (head.readUInt32BE(52) !== 0) throw new Error('a store with auto_vacuum has pages of another kind');
process.exit(wipe() ? CLEAN : ASK_AGAIN);

function wipe(): boolean {
  // What was erased a moment ago may lie in the log only; and what the log holds is written over the file.
  if (!emptyLog()) return false;
  const soiled = soiledPages();
  for (let at = 0; at < soiled.length; at += PAGES_AT_ONCE) {
    const began = performance.now();
    if (!wipePages(soiled.slice(at, at + PAGES_AT_ONCE))) return false;
    // The newsroom has at least as much of the time as this has.
    pause(performance.now() - began);
  }
  return emptyLog();
}

/** A look without a lock: a page may be soiled no more when its turn comes, or be another. */
function soiledPages(): number[] {
  const free = freePages();
  const soiled: number[] = [];
  const chunk = Buffer.alloc(READ_AT_ONCE * pageBytes);
  for (let first = 1; ; first += READ_AT_ONCE) {
    const count = Math.floor(readSync(fd, chunk, 0, chunk.length, (first - 1) * pageBytes) / pageBytes);
    for (let nth = 0; nth < count; nth += 1) {
      const page = chunk.subarray(nth * pageBytes, (nth + 1) * pageBytes);
      if (soiledSpans(page, first + nth, free).length > 0) soiled.push(first + nth);
    }
    if (count < READ_AT_ONCE) return soiled;
  }
}

function wipePages(pages: readonly number[]): boolean {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (!emptyLog() || !beginsWriting()) {
      pause(AGAIN_MS);
      continue;
    }
    if (logBytes() === 0) {
      const free = freePages();
      for (const number of pages) wipePage(number, free);
      fsyncSync(fd);
      // A change that everybody sees: who has kept such a page in memory forgets it, and does not write it back.
      const version = store.pragma('user_version', { simple: true }) as number;
      store.pragma(`user_version = ${(version + 1) % 0x7fffffff}`);
      store.exec('commit');
      return true;
    }
    // Somebody wrote between the two: what is in the log is not yet in the file.
    store.exec('rollback');
    pause(AGAIN_MS);
  }
  return false;
}

function wipePage(number: number, free: FreePages): void {
  const start = (number - 1) * pageBytes;
  for (const [from, to] of soiledSpans(bytesAt(start, pageBytes), number, free)) {
    writeSync(fd, zeros, 0, to - from, start + from);
  }
}

/** The stretches of a page that mean nothing and are not zero. */
function soiledSpans(page: Buffer, number: number, free: FreePages): Span[] {
  // The first page is the schema's; no reader's word has ever been on it.
  if (number === 1 || number === lockPage) return [];
  return unusedSpans(page, free.get(number)).filter(
    ([from, to]) => to > from && !page.subarray(from, to).equals(zeros.subarray(0, to - from)),
  );
}

function unusedSpans(page: Buffer, free: 'trunk' | 'leaf' | undefined): Span[] {
  if (free === 'leaf') return [[0, pageBytes]];
  if (free === 'trunk') return [[8 + 4 * page.readUInt32BE(4), usableBytes]];
  const headerBytes = HEADER_BYTES[page.readUInt8(0)];
  // A page of overflow: zero from its birth, but for what it carries.
  if (headerBytes === undefined) return [];
  const cellsFrom = page.readUInt16BE(5) || 65_536;
  const pointersTo = headerBytes + 2 * page.readUInt16BE(3);
  if (pointersTo > cellsFrom || cellsFrom > usableBytes) return [];
  return [[pointersTo, cellsFrom], ...freeBlocks(page, cellsFrom)];
}

/** Each begins with where the next one is and its own size. A chain that makes no sense is none. */
function freeBlocks(page: Buffer, cellsFrom: number): Span[] {
  const blocks: Span[] = [];
  let at = page.readUInt16BE(1);
  for (let before = cellsFrom - 1; at !== 0; ) {
    if (at <= before || at + 4 > usableBytes) return [];
    const size = page.readUInt16BE(at + 2);
    if (size < 4 || at + size > usableBytes) return [];
    blocks.push([at + 4, at + size]);
    before = at;
    at = page.readUInt16BE(at);
  }
  return blocks;
}

function freePages(): FreePages {
  const free: FreePages = new Map();
  const pages = Math.floor(fstatSync(fd).size / pageBytes);
  let trunk = bytesAt(32, 4).readUInt32BE(0);
  while (trunk > 1 && trunk <= pages && !free.has(trunk)) {
    const page = bytesAt((trunk - 1) * pageBytes, pageBytes);
    const count = page.readUInt32BE(4);
    if (8 + 4 * count > usableBytes) break;
    free.set(trunk, 'trunk');
    for (let nth = 0; nth < count; nth += 1) free.set(page.readUInt32BE(8 + 4 * nth), 'leaf');
    trunk = page.readUInt32BE(0);
  }
  return free;
}

function beginsWriting(): boolean {
  try {
    store.exec('begin immediate');
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return false;
    throw error;
  }
}

/** False: a reader still needs it. */
function emptyLog(): boolean {
  const [{ busy } = { busy: 1 }] = store.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return busy === 0;
}

function logBytes(): number {
  return statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

function bytesAt(start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(fd, bytes, 0, length, start);
  return bytes;
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
