import type { StoryWorkProps } from './story-work-props';

/** The hidden fields of every form: the story, and the version that the form is based on. */
export function storyFields(story: StoryWorkProps['story']) {
  return [
    { kind: 'hidden' as const, name: 'storyId', label: '', value: String(story.id) },
    { kind: 'hidden' as const, name: 'basedOn', label: '', value: String(story.version) },
  ];
}
