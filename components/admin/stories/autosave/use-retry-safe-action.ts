'use client';

import { unstable_rethrow } from 'next/navigation';
import { useActionState, useEffect, useState } from 'react';
import { failureIn, typedIn } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { LabelKey, Say } from '@/lib/site/labels';

type RetrySafeAction = (state: StoryFormState, form: FormData) => Promise<StoryFormState>;

const untouched: StoryFormState = { values: {}, errors: {} };

/** Asked before an answer is put into the form. The autosaver provides it. */
export interface EditingGuard {
  /** Whether something was typed since the form was sent. */
  hasTypedSince(): boolean;
  /** Takes in the merge of what was sent, beside what was typed since. False: both have changed the same passage. */
  takeMerged(sent: Readonly<Record<string, string>>, merged: Readonly<Record<string, string>>): boolean;
}

export const noEditingGuard: EditingGuard = { hasTypedSince: () => false, takeMerged: () => false };

/**
 * The story's action, as useRetrySafeForm wraps those of other forms: a request without an answer (lost connection, dead
 * server) becomes an answer like any other, where React would replace the form with an error page. Besides, an answer
 * with another text is not put in the place of what has been typed meanwhile. Before hydration the plain action is used,
 * so the form works without script.
 */
export function useRetrySafeAction(
  action: RetrySafeAction,
  say: Say,
  editingGuard: { readonly current: EditingGuard },
): [StoryFormState, (form: FormData) => void] {
  const [plain, sendPlain] = useActionState(action, untouched);
  const [retrySafe, sendRetrySafe] = useActionState(async (_: StoryFormState | null, form: FormData) => {
    try {
      const answer = await action(untouched, form);
      if (answer.taken && editingGuard.current.hasTypedSince())
        return leftAsTyped(form, say('versions.typedMeanwhile'));
      if (answer.isMerged && !editingGuard.current.takeMerged(typedIn(form), answer.values))
        return leftAsTyped(form, say('versions.mergedMeanwhile'));
      return answer;
    } catch (error) {
      unstable_rethrow(error);
      return failureOf(error, form, say);
    }
  }, null);
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return [retrySafe ?? plain, isScripted ? sendRetrySafe : sendPlain];
}

function leftAsTyped(form: FormData, text: string): StoryFormState {
  return {
    values: typedIn(form),
    errors: {},
    notice: { kind: 'refused', text },
    isLeftAsTyped: true,
  };
}

function failureOf(error: unknown, form: FormData, say: Say): StoryFormState {
  const failure = failureIn(error);
  return {
    values: typedIn(form),
    errors: {},
    notice: { kind: 'refused', text: say(failureLabels[failure]) },
    isUnanswered: failure === 'unanswered',
  };
}

const failureLabels: Record<ReturnType<typeof failureIn>, LabelKey> = {
  unanswered: 'versions.notAnswered',
  'server-error': 'versions.serverTrouble',
  'outdated-page': 'versions.olderPage',
};
