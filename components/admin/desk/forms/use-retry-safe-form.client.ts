'use client';

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import { useActionState, useEffect, useState } from 'react';
import type { FormState } from '@/lib/forms/form-state';
import { OwnSaves } from '@/lib/forms/own-saves';
import type { LabelKey } from '@/lib/site/labels';
import { useSay } from '../labels/desk-labels.client';

/**
 * `useActionState` for forms that must survive a failed request. React throws the error of an unanswered action (lost
 * connection, dead server) to the nearest error page, which replaces the form and loses its input; this hook returns it
 * as an ordinary form state with a notice. Before hydration the plain action is used, so the form works without script.
 * `keep`: the part of the previous state that is still true after a failure. A second submit before the page has been
 * refreshed is based on the version that the first one saved.
 */
export function useRetrySafeForm<State extends FormState>(
  action: (state: State, form: FormData) => Promise<State>,
  first: State,
  stateToKeep: (before: State) => Partial<State> = () => ({}),
): [State, (form: FormData) => void, boolean] {
  const say = useSay();
  const [own] = useState(() => new OwnSaves());
  const [plain, sendPlain, isPlainSending] = useActionState(action, first as Awaited<State>);
  const [retrySafe, sendRetrySafe, isRetrySafeSending] = useActionState(
    async (before: State | null, form: FormData) => {
      const sentOn = String(form.get('basedOn') ?? '');
      if (sentOn !== '') form.set('basedOn', own.basisOf(sentOn));
      try {
        const answer = await action(before ?? plain, form);
        own.answered(sentOn, answer);
        return answer;
      } catch (error) {
        unstable_rethrow(error);
        const notice = { kind: 'refused', text: say(failures[failureIn(error)]) } as const;
        const answer = { values: typedIn(form), errors: {}, notice, isUnanswered: true };
        return { ...first, ...stateToKeep(before ?? plain), ...answer };
      }
    },
    null,
  );
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return [retrySafe ?? plain, isScripted ? sendRetrySafe : sendPlain, isPlainSending || isRetrySafeSending];
}

/** `unanswered`: the outcome is unknown. `server-error`: the server threw. `outdated-page`: the server no longer knows this form. */
export function failureIn(error: unknown): 'unanswered' | 'server-error' | 'outdated-page' {
  if (unstable_isUnrecognizedActionError(error)) return 'outdated-page';
  // An error that the server threw carries a digest; sending the form again would throw it again.
  return error instanceof Error && 'digest' in error ? 'server-error' : 'unanswered';
}

/** The text fields of a sent form: without files and passwords. */
export function typedIn(form: FormData): Record<string, string> {
  const texts = [...form].filter(
    ([name, value]) => typeof value === 'string' && !/^\$ACTION|password/i.test(name),
  );
  return Object.fromEntries(texts) as Record<string, string>;
}

const failures: Record<ReturnType<typeof failureIn>, LabelKey> = {
  unanswered: 'sending.notAnswered',
  'server-error': 'sending.serverTrouble',
  'outdated-page': 'sending.olderPage',
};
