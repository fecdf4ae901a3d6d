import { createHash } from 'node:crypto';
import { catalogue, type FieldName, type StoryFields } from './catalogue';
import type { StoryField } from './field';

/**
 * The fields that differ, before and after. A body is recorded by length and hash: the entry proves which text it was
 * without keeping a second copy.
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
