import { type FieldName, type StoryFields, storyFields } from './catalogue';
import type { FieldCode } from './field';
import { maxNameLetters } from './field-kinds';

export interface FieldFault {
  code: FieldCode;
  field: FieldName;
}

/** The maximum size of fields: graphemes, or number of names; `name` limits the graphemes of one name. */
export const storyLimits = {
  ...(Object.fromEntries(
    storyFields.map(([name, { limit }]) => [name, limit ?? Number.POSITIVE_INFINITY]),
  ) as Readonly<Record<FieldName, number>>),
  name: maxNameLetters,
  retractionNote: 1000,
};

/** The fields as stored: letters repaired, trimmed, duplicate names removed. */
export function tidyFields(entered: StoryFields): StoryFields {
  const tidy = { ...entered };
  for (const [name, field] of storyFields) Object.assign(tidy, { [name]: field.tidy(entered[name], tidy) });
  return tidy;
}

/** Why tidy fields cannot be stored at all. */
export function faultsIn(fields: StoryFields): FieldFault[] {
  return storyFields.flatMap(([name, { faults, faultsAt }]) =>
    faults(fields[name], fields).map((code) => ({ code, field: (faultsAt ?? name) as FieldName })),
  );
}

/**
 * Why a story cannot be published or filed: no section, no text or media, a picture without credit, caption or
 * description. Pictures in the body are checked in body/undescribed-pictures.ts.
 */
export function faultsForReaders(fields: StoryFields): FieldFault[] {
  return storyFields.flatMap(([name, { faultsForReaders: check }]) =>
    (check?.(fields[name], fields) ?? []).map((code) => ({ code, field: name })),
  );
}
