import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository as a server sees it, with a build of its own that a test may replace. */
export class BuildCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'barta-build-'));

  constructor() {
    for (const part of [
      'node_modules',
      'db',
      'lib',
      'packages',
      'dist',
      'next.config.ts',
      'package.json',
      'tsconfig.json',
    ]) {
      symlinkSync(resolve(part), join(this.root, part));
    }
    mkdirSync(join(this.root, 'public'));
    for (const name of readdirSync('public')) {
      const link = join(this.root, 'public', name);
      if (name === 'enhance') cpSync(`public/${name}`, link, { recursive: true });
      else symlinkSync(resolve('public', name), link);
    }
    cpSync('.next', join(this.root, '.next'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => path !== '.next/cache',
    });
  }

  /**
   * What `next build` leaves behind, in a moment: nothing of the build before, and in its place one whose pages
   * say something else and whose style sheets have other names.
   */
  rebuild(id: string, instead: readonly [before: string, after: string]): void {
    const from = join(this.root, '.next-before');
    const to = join(this.root, '.next');
    cpSync(to, from, { recursive: true, verbatimSymlinks: true });
    rmSync(to, { recursive: true });
    const chunks = join(to, 'static/chunks');
    const sheets = readdirSync(join(from, 'static/chunks')).filter((name) => name.endsWith('.css'));
    copyWith(from, to, (text) =>
      sheets.reduce((so, sheet) => so.replaceAll(sheet, `${id}-${sheet}`), text.replaceAll(...instead)),
    );
    for (const sheet of sheets) renameSync(join(chunks, sheet), join(chunks, `${id}-${sheet}`));
    writeFileSync(join(to, 'BUILD_ID'), id);
    rmSync(from, { recursive: true });
  }

  /** A build whose renderers cannot start. */
  breakBuild(id: string): void {
    rmSync(join(this.root, '.next/server'), { recursive: true });
    writeFileSync(join(this.root, '.next/BUILD_ID'), id);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

function copyWith(from: string, to: string, change: (text: string) => string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  const folders = ['server'];
  for (const folder of folders) {
    for (const entry of readdirSync(join(to, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (/\.(js|json)$/.test(entry.name) && existsSync(join(to, path))) {
        const text = readFileSync(join(to, path), 'utf8');
        const changed = change(text);
        if (changed !== text) writeFileSync(join(to, path), changed);
      }
    }
  }
}
