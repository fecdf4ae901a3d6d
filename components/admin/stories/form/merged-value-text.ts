import type { Say } from '@/lib/site/labels';
import type { StoryFormChoices } from './story-form-props';
import type { MergedValueText } from './story-merge';

/** A merged field's value in words: a section by its name, a picture by its number and its texts. */
export function mergedValueText(
  { sections, districts }: Pick<StoryFormChoices, 'sections' | 'districts'>,
  say: Say,
): MergedValueText {
  const choices: Readonly<Record<string, StoryFormChoices['sections']>> = {
    section: sections,
    district: districts,
  };
  return (field, value) => {
    if (field === 'comments')
      return say(value === 'closed' ? 'storyDesk.commentsClosed' : 'storyDesk.commentsOpen');
    if (field === 'pictureId') return pictureText(value, say);
    return choices[field]?.find((choice) => choice.value === value)?.label ?? value;
  };
}

/** `json`: `[id, caption, credit, alt]`, as a picture is merged with its texts. */
function pictureText(json: string, say: Say): string {
  if (json === '') return '';
  const [id, ...texts] = JSON.parse(json) as [number | null, ...string[]];
  const name = id === null ? say('storyDesk.withoutPicture') : say('storyDesk.pictureNumber', { id });
  return [name, ...texts].filter(Boolean).join('\n');
}
