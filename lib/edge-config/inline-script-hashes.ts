import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCopies } from '@barta/edge';
import { inlineScript, scriptHash } from '@/lib/cache/inline-script';

/** Hashes of the inline scripts in the pages of stored builds: nearly always one, since few builds change it. */
export function inlineScriptHashes(root = '.'): string[] {
  const hashes = buildCopies(root).flatMap((copy) => {
    const manifest = join(root, copy, 'enhance/manifest.json');
    if (!existsSync(manifest)) return [];
    const { firstPaint } = JSON.parse(readFileSync(manifest, 'utf8')) as { firstPaint?: string };
    return firstPaint ? scriptHash(inlineScript(join(root, copy, firstPaint))) : [];
  });
  return [...new Set(hashes)];
}
