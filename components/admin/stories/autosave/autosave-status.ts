import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { RecoverableDraftView } from './recoverable-drafts';
import type { SaveState } from './save-state';

/** What the form shows of its autosaver. */
export interface AutosaveStatus {
  /** The name under which the form's text is saved; null until the autosaver runs. */
  tab: string | null;
  saveState: SaveState | null;
  /** The drafts as fetched since the page was rendered; null: those of the page are the newest. */
  fetchedDrafts: readonly RecoverableDraftView[] | null;
}

export type AutosaveEvent =
  /** The autosaver runs, or has given its text another name. */
  | { type: 'tab-named'; tab: string }
  | { type: 'saved'; saveState: SaveState }
  | { type: 'drafts-fetched'; drafts: readonly RecoverableDraftView[] }
  | { type: 'page-rendered' };

export const noAutosave: AutosaveStatus = { tab: null, saveState: null, fetchedDrafts: null };

export function autosaveReducer(status: AutosaveStatus, event: AutosaveEvent): AutosaveStatus {
  switch (event.type) {
    case 'tab-named':
      return { ...status, tab: event.tab };
    case 'saved':
      return { ...status, saveState: event.saveState };
    case 'drafts-fetched':
      return { ...status, fetchedDrafts: event.drafts };
    case 'page-rendered':
      return status.fetchedDrafts === null ? status : { ...status, fetchedDrafts: null };
  }
}

/** What the page does when a save is answered, in this order. */
export type AnswerStep =
  /** The save had no answer: it is sent again. */
  | 'send-again'
  /** Another text comes into the form: what was typed meanwhile is put by as a draft. */
  | 'set-aside-typing'
  | 'confirm-answer'
  | 'fill-in-answer'
  | 'fetch-drafts'
  /** A new story was created: the page becomes its page. */
  | 'go-to-created-story'
  | 'refresh-page';

export function stepsAfterAnswer(answer: StoryFormState): AnswerStep[] {
  if (answer.isUnanswered) return ['send-again'];
  const steps: (AnswerStep | false | undefined)[] = [
    Boolean(answer.taken) && 'set-aside-typing',
    'confirm-answer',
    Boolean(answer.taken) && 'fill-in-answer',
    (answer.notice?.kind === 'done' || answer.keepsInput) && 'fetch-drafts',
    answer.created && 'go-to-created-story',
    answer.isSaved && 'refresh-page',
  ];
  return steps.filter((step): step is AnswerStep => typeof step === 'string');
}
