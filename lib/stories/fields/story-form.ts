import { eachField, type StoryFields, storyFields } from './catalogue';

/** The story's form, read. */
export function parseStoryForm(form: FormData): StoryFields {
  return eachField((field) => field.parse(form));
}

/** The same fields as the form shows them. */
export function storyFormValues(fields: StoryFields): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, { formValue, hiddenFormValues }] of storyFields)
    Object.assign(values, { [name]: formValue(fields[name], fields) }, hiddenFormValues?.(fields[name]));
  return values;
}

/** For an open form: the body as a document for the editor, and in notation for the form without JavaScript. */
export function openFormValues(fields: StoryFields): Record<string, string> & { bodyDoc: string } {
  const bodyDoc = typeof fields.body === 'string' ? '' : JSON.stringify(fields.body);
  return { ...storyFormValues(fields), bodyDoc };
}
