'use client';

import { usePathname, useRouter } from 'next/navigation';
import { type RefObject, useCallback, useEffect, useReducer, useRef } from 'react';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import { setFields } from '../set-fields';
import { type AnswerStep, autosaveReducer, noAutosave, stepsAfterAnswer } from './autosave-status';
import { Autosaver } from './autosaver';
import type { RecoverableDraftView } from './recoverable-drafts';
import type { SaveState } from './save-state';
import { takeMerged } from './take-merged';
import { type EditingGuard, noEditingGuard } from './use-retry-safe-action';

interface AutosaverOptions {
  storyId: number;
  member: number | null;
  /** The answer to the form's last save. */
  answer: StoryFormState;
  /** The drafts that the page was rendered with. */
  draftsOfPage: readonly RecoverableDraftView[];
  editingGuard: { current: EditingGuard };
}

interface AutosaveView {
  /** Null until there is script. */
  tab: string | null;
  saveState: SaveState | null;
  drafts: readonly RecoverableDraftView[];
}

/** Saves what is typed in a story's form while it is open, and keeps the drafts that are offered beside it up to date. */
export function useAutosaver(
  form: RefObject<HTMLFormElement | null>,
  { storyId, member, answer, draftsOfPage, editingGuard }: AutosaverOptions,
): AutosaveView {
  const router = useRouter();
  const path = usePathname();
  const autosaver = useRef<Autosaver | null>(null);
  const [status, dispatch] = useReducer(autosaveReducer, noAutosave);

  // Fetched by themselves: were the server gone just then, refreshing the page for them would lose the whole page.
  const fetchDrafts = useCallback(() => {
    draftsOf(storyId).then((drafts) => drafts && dispatch({ type: 'drafts-fetched', drafts }), console.error);
  }, [storyId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that is rendered again brings the drafts of now
  useEffect(() => dispatch({ type: 'page-rendered' }), [draftsOfPage]);

  useEffect(() => {
    const element = form.current;
    if (!element || member === null) return;
    const started = new Autosaver(element, {
      member,
      onSaveState: (saveState) => dispatch({ type: 'saved', saveState }),
      onRecovered: fetchDrafts,
    });
    autosaver.current = started;
    dispatch({ type: 'tab-named', tab: started.tab });
    started.start();
    editingGuard.current = {
      hasTypedSince: () => started.hasTypedSince(),
      takeMerged: (sent, merged) => takeMerged(element, sent, merged),
    };
    return () => {
      editingGuard.current = noEditingGuard;
      started.stop();
    };
  }, [form, member, fetchDrafts, editingGuard]);

  useStepsAfterAnswer(answer, {
    'send-again': () => autosaver.current?.sendAgain(),
    'set-aside-typing': () => autosaver.current?.setAsideTyping(),
    'confirm-answer': () => autosaver.current?.answered(),
    'fill-in-answer': () => {
      if (autosaver.current) dispatch({ type: 'tab-named', tab: autosaver.current.tab });
      if (form.current) setFields(form.current, answer.values);
    },
    'fetch-drafts': fetchDrafts,
    'go-to-created-story': () => {
      if (!answer.created) return;
      const { storyId: createdId, version } = answer.created;
      autosaver.current?.moveTo({ storyId: createdId, basedOn: version });
      router.replace(`/admin/stories/${createdId}?did=create`);
    },
    'refresh-page': () => {
      window.history.replaceState(null, '', `${path}?did=save`);
      router.refresh();
    },
  });

  return { tab: status.tab, saveState: status.saveState, drafts: status.fetchedDrafts ?? draftsOfPage };
}

/** Does what an answer asks for, once for each answer. */
function useStepsAfterAnswer(answer: StoryFormState, steps: Readonly<Record<AnswerStep, () => void>>): void {
  const handled = useRef(answer);
  useEffect(() => {
    if (handled.current === answer) return;
    handled.current = answer;
    for (const step of stepsAfterAnswer(answer)) steps[step]();
  });
}

/** Null when they cannot be fetched now: those that are shown stay. */
async function draftsOf(storyId: number): Promise<RecoverableDraftView[] | null> {
  const answer = await fetch(`/api/drafts?story=${storyId}`).catch(() => null);
  return answer?.ok ? ((await answer.json()) as RecoverableDraftView[]) : null;
}
