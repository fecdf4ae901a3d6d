import type { ButtonKind } from '@/components/ui/button';
import type { IconName } from '@/components/ui/icon';
import type { LabelKey } from '@/lib/site/labels';
import type { StoryStateName } from '../story-state';
import type { StoryFormView } from './story-form-view';

interface ActionLook {
  label: LabelKey;
  kind?: ButtonKind;
  icon?: IconName;
}

/** A submit button of the form, by the value of its `do`. */
export interface SubmitAction extends ActionLook {
  submits: string;
  /** Set for buttons that take each other's place, so that one keeps the other's focus. */
  slot?: string;
  /** Sent without asking for the fields that are required. */
  skipsValidation?: boolean;
}

export interface LinkAction extends ActionLook {
  href: string;
}

export type StoryAction = SubmitAction | LinkAction;

type ActionContext = Pick<StoryFormView, 'story' | 'next' | 'permits' | 'placing' | 'storyId'>;

/** What can be done with the story as it is now. The first button is what the Enter key presses. */
export function storyActions(context: ActionContext): StoryAction[] {
  if (context.next) return nextVersionActions(context.next.version > 0, context.permits.publishes);
  return [...writerActions(context), ...editorActions(context), ...frontActions(context)];
}

function writerActions({ story, permits, storyId }: ActionContext): StoryAction[] {
  const actions: StoryAction[] = [];
  if (permits.edits) actions.push(saveAction(story?.state, storyId !== ''));
  if (story?.publicPath) actions.push({ href: story.publicPath, icon: 'eye', label: 'storyDesk.viewPublic' });
  if (permits.edits && story?.state === 'draft' && !permits.publishes)
    actions.push({ submits: 'file', kind: 'ink', label: 'editor.submit' });
  return actions;
}

function saveAction(state: StoryStateName | undefined, isStored: boolean): StoryAction {
  if (state === 'published') return { submits: 'save', kind: 'main', label: 'editor.update' };
  if (isStored) return { submits: 'save', label: 'storyDesk.save' };
  return { submits: 'save', kind: 'ink', label: 'editor.saveDraft' };
}

function editorActions({ story, permits, placing }: ActionContext): StoryAction[] {
  if (!story || !permits.publishes) return [];
  const actions: StoryAction[] = [];
  // The words for the writer are typed in the form of remarks further down.
  if (story.state === 'filed')
    actions.push({ href: '#send-back-words', icon: 'undo', label: 'editor.sendBack' });
  if (story.state === 'scheduled') actions.push({ submits: 'return', icon: 'undo', label: 'editor.toDraft' });
  if (!isPublishable(story.state)) return actions;
  const label = story.state === 'scheduled' ? 'editor.publishNow' : 'editor.publish';
  actions.push({ submits: 'publish', kind: 'main', label });
  if (placing) actions.push({ submits: 'publish-lead', label: 'storyDesk.publishAndLead' });
  return actions;
}

function frontActions({ story, placing }: ActionContext): StoryAction[] {
  if (!placing || story?.state !== 'published') return [];
  return placing.isPinned
    ? [{ submits: 'off-front', slot: 'front', label: 'storyDesk.takeOff' }]
    : [{ submits: 'lead', slot: 'front', label: 'storyDesk.lead' }];
}

function nextVersionActions(isStored: boolean, publishes: boolean): StoryAction[] {
  return [
    { submits: 'next-save', kind: 'ink', label: 'next.save' },
    publishes
      ? { submits: 'next-apply', kind: 'main', label: 'next.apply' }
      : { submits: 'next-file', label: 'next.file' },
    ...(isStored
      ? [{ submits: 'next-drop', kind: 'no', label: 'next.drop', skipsValidation: true } as const]
      : []),
  ];
}

/** The button beside the time at which to publish; null where the story cannot be scheduled. */
export function scheduleAction({ story, next, permits }: ActionContext): SubmitAction | null {
  if (!story || !permits.publishes || !(next || isPublishable(story.state))) return null;
  return { submits: next ? 'next-schedule' : 'schedule', icon: 'clock', label: 'editor.schedule' };
}

export function canBeRetracted({ story, next, permits }: ActionContext): boolean {
  return story?.state === 'published' && permits.publishes && !next;
}

function isPublishable(state: StoryStateName): boolean {
  return state === 'draft' || state === 'filed' || state === 'scheduled';
}
