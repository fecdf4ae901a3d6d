import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** A copy of the old site's uploads folder. */
export interface UploadsFolder {
  /** By its path in there, in whatever spelling its name has on this disk. Null: it is not there, or not in there. */
  open(file: string, maxBytes: number): Promise<Uint8Array | 'too-heavy' | null>;
  has(file: string): Promise<boolean>;
}

/** An export may name any path: nothing above the folder is opened, nor what a link in it points to outside. */
export function openUploadsFolder(folder: string): UploadsFolder {
  async function find(file: string): Promise<string | null> {
    if (
      file === '' ||
      file.includes('\0') ||
      file.includes('\\') ||
      file.split('/').some((part) => part === '..' || part === '')
    )
      return null;
    const root = await realpath(folder);
    // A disk of a Mac writes য় in two signs.
    for (const name of new Set([file, file.normalize('NFC'), file.normalize('NFD')])) {
      const path = await realpath(join(/* turbopackIgnore: true */ root, name)).catch(() => null);
      if (path?.startsWith(root + sep)) return path;
    }
    return null;
  }
  return {
    has: async (file) => (await find(file)) !== null,
    async open(file, maxBytes) {
      const path = await find(file);
      if (path === null) return null;
      const handle = await open(path, 'r');
      try {
        const { size } = await handle.stat();
        return size > maxBytes ? 'too-heavy' : new Uint8Array(await handle.readFile());
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EISDIR') return null;
        throw error;
      } finally {
        await handle.close();
      }
    },
  };
}
