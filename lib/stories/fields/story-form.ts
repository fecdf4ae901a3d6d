import { documentFromNotation } from '../body/notation/document-notation';
import { eachField, type StoryFields, storyFields } from './catalogue';

/** The story's form, read. */
export function parseStoryForm(form: FormData): StoryFields {
  return eachField((field) => field.parse(form));
}

/** The same fields as the form shows them. */
export function storyFormValues(fields: StoryFields): Record<string, string> {
  return Object.fromEntries(
    storyFields.map(([name, field]) => [name, field.formValue(fields[name], fields)]),
  );
}

/** For a form that is open: the body in both its ways, blocks for the editor and plain text for a form without script. */
export function openFormValues(fields: StoryFields): Record<string, string> & { bodyDoc: string } {
  return { ...storyFormValues(fields), bodyDoc: bodyDocumentJson(fields) };
}

function bodyDocumentJson({ body, bodyDoc }: StoryFields): string {
  if (bodyDoc !== null && typeof bodyDoc !== 'string') return JSON.stringify(bodyDoc);
  const read = documentFromNotation(body);
  return read.ok ? JSON.stringify(read.value) : '';
}
