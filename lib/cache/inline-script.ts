import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A script of the build as it stands between a page's tags. */
export function inlineScript(file: string): string {
  return readFileSync(file, 'utf8').trim();
}

/** By what a policy permits that very text and no other (CSP 3, `hash-source`). */
export function scriptHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
