'use client';

import { unstable_rethrow } from 'next/navigation';
import { useActionState, useEffect, useState } from 'react';
import { failureIn, typedIn } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { LabelKey, Say } from '@/lib/site/labels';

type RetrySafeAction = (state: StoryFormState, form: FormData) => Promise<StoryFormState>;

const untouched: StoryFormState = { values: {}, errors: {} };

/** What the form is asked before an answer is put into it; given by whoever keeps what is typed. */
export interface EditingGuard {
  /** Whether it says something else than when it was sent. */
  haveTypedSince(): boolean;
  /** Takes in the merge of what was sent, beside what was typed since. False: both have changed one and the same. */
  takeMerged(sent: Readonly<Record<string, string>>, merged: Readonly<Record<string, string>>): boolean;
}

export const noEditingGuard: EditingGuard = { haveTypedSince: () => false, takeMerged: () => false };

/**
 * The story's action, of which no failure takes the form away. An action that is not answered (a cable pulled, a
 * server that died) would be thrown to the nearest error page, and that stands in the form's place; here it becomes an
 * answer like any other. Nor is a text that was asked for put in the place of what has been typed meanwhile. Until there is
 * script it is the plain action, which a form can be sent to without any.
 */
export function useRetrySafeAction(
  action: RetrySafeAction,
  say: Say,
  hands: { readonly current: EditingGuard },
): [StoryFormState, (form: FormData) => void] {
  const [plain, sendPlain] = useActionState(action, untouched);
  const [sure, sendSurely] = useActionState(async (_: StoryFormState | null, form: FormData) => {
    try {
      const answer = await action(untouched, form);
      if (answer.taken && hands.current.haveTypedSince())
        return leftAsTyped(form, say('keeping.typedMeanwhile'));
      if (answer.isMerged && !hands.current.takeMerged(typedIn(form), answer.values))
        return leftAsTyped(form, say('keeping.mergedMeanwhile'));
      return answer;
    } catch (error) {
      unstable_rethrow(error);
      return failureOf(error, form, say);
    }
  }, null);
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return [sure ?? plain, isScripted ? sendSurely : sendPlain];
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
    notice: { kind: 'refused', text: say(sentences[failure]) },
    isUnanswered: failure === 'unanswered',
  };
}

const sentences: Record<ReturnType<typeof failureIn>, LabelKey> = {
  unanswered: 'keeping.notAnswered',
  'server-error': 'keeping.serverTrouble',
  'outdated-page': 'keeping.olderPage',
};
