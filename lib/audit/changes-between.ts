import { truncateGraphemes } from '@/lib/bengali/graphemes';

/** One thing that a deed has changed; `''` stands for what was not there. */
export interface Change {
  what: string;
  before: string;
  after: string;
}

const MAX_SHOWN = 160;

/** What differs between the two halves of an audit entry, field by field, cut to what fits a line. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const was = partsOf(before);
  const is = partsOf(after);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((what) => ({ what, before: shown(was[what]), after: shown(is[what]) }))
    .filter((change) => change.before !== change.after);
}

function partsOf(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  return { '': value };
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  return truncateGraphemes(typeof value === 'string' ? value : JSON.stringify(value), MAX_SHOWN, '…');
}
