import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { buildCopies, type StaticFile } from '@barta/edge';
import { faceFiles, faceNames } from '@/lib/fonts/faces';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** File names of the build: nothing escaped, no leading dot. */
const builtFile = /^\/(_next\/static|enhance|fonts)((?:\/[\w~@()[\]-][\w.~@()[\]-]*)+)$/;

/**
 * Serves a style sheet, script or font from the disk without a renderer: of the running build, or of an earlier one
 * whose pages may still be open. Undefined for any other path.
 */
export function staticFiles(root = '.'): (path: string) => Promise<StaticFile | undefined> {
  return async (path) => {
    const [, place, name = ''] = builtFile.exec(path) ?? [];
    const type = contentTypes[extname(name)];
    if (!place || !type) return undefined;
    for (const folder of foldersOf(place, root)) {
      const body = await readFile(join(folder, name)).catch(() => undefined);
      if (body) return { contentType: type, body };
    }
    return place === 'fonts' ? renamedFont(path, root) : undefined;
  };
}

/** Style sheets of older builds name a font without the hash of its content. */
async function renamedFont(path: string, root: string): Promise<StaticFile | undefined> {
  const face = faceNames.find((name) => path === `/fonts/${name}.woff2`);
  const body = face && (await readFile(join(root, 'public', faceFiles[face].cut)).catch(() => undefined));
  return body && { contentType: 'font/woff2', body };
}

function foldersOf(place: string, root: string): string[] {
  if (place === 'fonts') return [join(root, 'public/fonts')];
  const copies = buildCopies(root).map((copy) => join(root, copy));
  if (place === 'enhance')
    return [join(root, 'public/enhance'), ...copies.map((copy) => join(copy, 'enhance'))];
  return copies.map((copy) => join(copy, 'static'));
}
