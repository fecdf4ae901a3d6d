import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** A copy of the old site's uploads folder. */
export interface UploadsFolder {
  /**
   * Finds a file by its path in the folder, in any Unicode form of its name. Null if it is missing or outside of the
   * folder.
   */
  open(file: string, maxBytes: number): Promise<Uint8Array | 'too-heavy' | null>;
  has(file: string): Promise<boolean>;
}

/** An export may contain any path: nothing outside the folder is opened, also not through a symbolic link. */
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
    // macOS disks store য় as two code points.
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
