import { eachField, emptyFields, type StoryFields } from './catalogue';

/** Fields as JSON in revisions and snapshots. A field that was added later is empty. */
export function fieldsFromJson(stored: unknown): StoryFields {
  const values = stored as Partial<Record<string, unknown>>;
  return eachField((field, name) => {
    const json = values[name];
    if (json === undefined) return emptyFields[name];
    return field.fromJson ? field.fromJson(json) : json;
  });
}
