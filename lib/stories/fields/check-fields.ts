import { type FieldName, type StoryFields, storyFields } from './catalogue';
import type { FieldCode } from './field';
import { maxNameLetters } from './field-kinds';

export interface FieldFault {
  code: FieldCode;
  field: FieldName;
}

/** The most that fields may hold: letters as a reader counts them, or names; and letters of one `name`. */
export const storyLimits = {
  ...(Object.fromEntries(
    storyFields.map(([name, { limit }]) => [name, limit ?? Number.POSITIVE_INFINITY]),
  ) as Readonly<Record<FieldName, number>>),
  name: maxNameLetters,
  retractionNote: 1000,
};

/** The fields as they are stored: letters repaired, space at the ends and doubled names gone. */
export function tidyFields(entered: StoryFields): StoryFields {
  const tidy = { ...entered };
  for (const [name, field] of storyFields) Object.assign(tidy, { [name]: field.tidy(entered[name], tidy) });
  return tidy;
}

/** What keeps tidy fields from being stored at all. */
export function faultsIn(fields: StoryFields): FieldFault[] {
  return storyFields.flatMap(([name, { faults, faultsAt }]) =>
    faults(fields[name], fields).map((code) => ({ code, field: (faultsAt ?? name) as FieldName })),
  );
}

/**
 * What keeps a story from its readers (and from being filed): no section, nothing to read or see, a picture without
 * credit, caption or description. The body's own pictures are looked at in body/undescribed-pictures.ts.
 */
export function faultsForReaders(fields: StoryFields): FieldFault[] {
  return storyFields.flatMap(([name, { faultsForReaders: check }]) =>
    (check?.(fields[name], fields) ?? []).map((code) => ({ code, field: name })),
  );
}
