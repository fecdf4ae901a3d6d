import { existsSync, readFileSync } from 'node:fs';

let address: string | null | undefined;

/** Where the readers' script lies, as the build named it; null without a build, and every page works all the same. */
export function readerModule(): string | null {
  address ??= read('public/enhance/manifest.json');
  return address;
}

function read(manifest: string): string | null {
  if (!existsSync(manifest)) return null;
  const { reader } = JSON.parse(readFileSync(manifest, 'utf8')) as { reader?: string };
  return reader ?? null;
}
