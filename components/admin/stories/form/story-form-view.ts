import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { EditedStory, NextVersion, StoryFormProps } from './story-form-props';

/**
 * The text that the form was opened on. The page may be rendered again at any time, with what others have saved: in the
 * open form nothing changes until it is saved.
 */
export interface OpenedText {
  stored: Readonly<Record<string, string>>;
  bodyDocument: StoryFormProps['bodyDocument'];
  formKey: string;
  /** The version of the live text; `''` for a new story. */
  basedOn: number | '';
  /** The version of the next version's text; 0 when there is none. */
  nextBasedOn: number;
}

export function openText({
  stored,
  bodyDocument,
  formKey = '',
  story,
  next,
}: Pick<StoryFormProps, 'stored' | 'bodyDocument' | 'formKey' | 'story' | 'next'>): OpenedText {
  const basedOn = next?.basedOn ?? story?.version ?? '';
  return { stored, bodyDocument, formKey, basedOn, nextBasedOn: next?.version ?? 0 };
}

export interface FieldView {
  name: string;
  value: string;
  error: string | undefined;
}

/** What the parts of the form show, worked out from the opened text and the answer to the last save. */
export interface StoryFormView
  extends Pick<StoryFormProps, 'controls' | 'site' | 'story' | 'permits' | 'choices'> {
  next: NextVersion | null;
  placing: { isPinned: boolean } | null;
  further: NonNullable<StoryFormProps['further']>;
  opened: OpenedText;
  answer: StoryFormState;
  isNew: boolean;
  /** The version that the next save is based on. */
  basedOn: number | string;
  nextBasedOn: number;
  formKey: string;
  storyId: number | string;
  /** Null where the form has nothing to say about itself. */
  standingNotice: StandingNotice | null;
  /** Presence is about the live text; two editors of a next version learn of each other when they save. */
  showsPresence: boolean;
  /** The value as it was sent, or as it was stored if nothing was. */
  value(name: string): string;
  field(name: string): FieldView;
  hasValueOrError(name: string): boolean;
}

/** Why the form cannot be edited. */
export type StandingNotice = 'take-back' | 'not-yours' | 'retracted';

export function viewStoryForm(
  props: StoryFormProps,
  opened: OpenedText,
  answer: StoryFormState,
): StoryFormView {
  const { story, permits, choices, controls, site, next = null, placing = null, further = [] } = props;
  const wasSent = 'headline' in answer.values;
  const value = (name: string) => (wasSent ? answer.values[name] : opened.stored[name]) ?? '';
  return {
    ...{ story, permits, choices, controls, site, next, placing, further, opened, answer, value },
    isNew: story === null,
    storyId: story?.id ?? value('storyId'),
    basedOn: answer.basedOn ?? (wasSent ? value('basedOn') : opened.basedOn),
    nextBasedOn: answer.nextBasedOn ?? opened.nextBasedOn,
    formKey: wasSent ? value('formKey') : opened.formKey,
    standingNotice: standingNoticeOf(story, permits),
    showsPresence: story !== null && permits.edits && next === null,
    field: (name) => ({ name, value: value(name), error: answer.errors[name] }),
    hasValueOrError: (name) => value(name) !== '' || name in answer.errors,
  };
}

function standingNoticeOf(
  story: EditedStory | null,
  permits: StoryFormProps['permits'],
): StandingNotice | null {
  if (story?.state === 'retracted') return 'retracted';
  if (story === null || permits.edits) return null;
  return permits.takesBack ? 'take-back' : 'not-yours';
}
