import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** An inline script of the build, as it appears in a page. */
export function inlineScript(file: string): string {
  return readFileSync(file, 'utf8').trim();
}

/** The hash by which a policy permits exactly this script (CSP 3, `hash-source`). */
export function scriptHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
