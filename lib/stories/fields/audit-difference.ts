import { createHash } from 'node:crypto';
import { catalogue, type FieldName, type StoryFields } from './catalogue';
import type { StoryField } from './field';

/**
 * The fields that differ, as they were and as they are. A body stands in the audit by its length and hash: the
 * entry can prove which text it was and does not keep a second copy of it for ever.
 */
export function differenceBetween(
  before: StoryFields,
  after: StoryFields,
): { before: object; after: object } | null {
  const names = (Object.keys(catalogue) as FieldName[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (names.length === 0) return null;
  return { before: auditedFields(before, names), after: auditedFields(after, names) };
}

/** A new story's fields; empty ones are left out. */
export function auditedFields(fields: StoryFields, names = Object.keys(catalogue) as FieldName[]): object {
  const entries = names
    .filter((name) => fields[name] !== '' && fields[name] !== null)
    .map((name) => {
      const { auditedByHash }: StoryField<unknown, StoryFields> = catalogue[name];
      return [name, auditedByHash ? fingerprint(fields[name]) : fields[name]];
    });
  return Object.fromEntries(entries);
}

function fingerprint(value: unknown): { characters: number; sha256: string } {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { characters: text.length, sha256: createHash('sha256').update(text).digest('hex') };
}
