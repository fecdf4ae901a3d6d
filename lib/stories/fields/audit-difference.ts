import { createHash } from 'node:crypto';
import type { StoryFields } from './story-fields';

/**
 * The fields that differ, as they were and as they are. A body stands in the audit by its length and hash: the
 * entry can prove which text it was and does not keep a second copy of it for ever.
 */
export function differenceBetween(
  before: StoryFields,
  after: StoryFields,
): { before: object; after: object } | null {
  const names = (Object.keys(after) as (keyof StoryFields)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (names.length === 0) return null;
  return { before: entriesOf(before, names), after: entriesOf(after, names) };
}

/** A new story's fields; empty ones are left out. */
export function entriesOf(fields: StoryFields, names = Object.keys(fields) as (keyof StoryFields)[]): object {
  const said = names
    .filter((name) => fields[name] !== '' && fields[name] !== null)
    .map((name) => [name, name === 'body' || name === 'bodyDoc' ? fingerprint(fields[name]) : fields[name]]);
  return Object.fromEntries(said);
}

function fingerprint(kept: unknown): { characters: number; sha256: string } {
  const body = typeof kept === 'string' ? kept : JSON.stringify(kept);
  return { characters: body.length, sha256: createHash('sha256').update(body).digest('hex') };
}
