import { createHmac } from 'node:crypto';
import type { BanKind } from '@/db/schema';

/**
 * What a sender is known again by: 16 letters that name neither address, browser nor network. Two kinds of one
 * value differ, and so do two houses. `''` for nothing known.
 */
export function keyedHash(kind: BanKind, value: string, key: string): string {
  if (value === '') return '';
  // Networks were hashed bare before there were other kinds; what is stored stays comparable.
  const named = kind === 'network' ? value : `${kind}:${value}`;
  return createHmac('sha256', key).update(named).digest('base64url').slice(0, 16);
}
