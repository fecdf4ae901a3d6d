import { documentFromTyped } from '../body/notation/document-notation';
import type { StoryFields } from './story-fields';
import { shownStory } from './story-form';

/** A story's fields for a form that is open: the body in both its ways, blocks for the editor and text without script. */
export function shownAnew(fields: StoryFields): Record<string, string> & { bodyDoc: string } {
  return { ...shownStory(fields), bodyDoc: blocksOf(fields) };
}

function blocksOf({ body, bodyDoc }: StoryFields): string {
  if (bodyDoc !== null && typeof bodyDoc !== 'string') return JSON.stringify(bodyDoc);
  const typed = documentFromTyped(body);
  return typed.ok ? JSON.stringify(typed.value) : '';
}
