import { eachField, emptyFields, type StoryFields } from './catalogue';

/** Fields as revisions and snapshots hold them, in JSON. A field that was added since is empty. */
export function fieldsFromJson(stored: unknown): StoryFields {
  const values = stored as Partial<Record<string, unknown>>;
  return eachField((field, name) => {
    const json = values[name];
    if (json === undefined) return emptyFields[name];
    return field.fromJson ? field.fromJson(json) : json;
  });
}
