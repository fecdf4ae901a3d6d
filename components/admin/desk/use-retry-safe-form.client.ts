'use client';

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import { useActionState, useEffect, useState } from 'react';
import type { FormState } from '@/lib/forms/form-state';
import { OwnSaves } from '@/lib/forms/own-saves';
import type { LabelKey } from '@/lib/site/labels';
import { useSay } from './words.client';

/**
 * React's `useActionState`, of which no failure takes the form away. An action that is not answered (a cable pulled, a
 * server that died) would be thrown to the nearest error page, and that stands in the form's place, with nothing of
 * what was typed; here it is an answer like any other. Until there is script it is the plain action, which a form can
 * be sent to without any. `stays`: what of the answer before is true still. A press before the page has been
 * read anew is based on what the one before it has saved.
 */
export function useSureForm<State extends FormState>(
  action: (state: State, form: FormData) => Promise<State>,
  first: State,
  stays: (before: State) => Partial<State> = () => ({}),
): [State, (form: FormData) => void, boolean] {
  const say = useSay();
  const [own] = useState(() => new OwnSaves());
  const [plain, sendPlain, isPlainSending] = useActionState(action, first as Awaited<State>);
  const [sure, sendSurely, isSureSending] = useActionState(async (before: State | null, form: FormData) => {
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
      return { ...first, ...stays(before ?? plain), ...answer };
    }
  }, null);
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return [sure ?? plain, isScripted ? sendSurely : sendPlain, isPlainSending || isSureSending];
}

/** `unanswered`: nobody knows what became of it. `ours`: the server has thrown. `old`: it knows no such form any more. */
export function failureIn(error: unknown): 'unanswered' | 'ours' | 'old' {
  if (unstable_isUnrecognizedActionError(error)) return 'old';
  // What the server itself has thrown carries a number, and would be thrown again.
  return error instanceof Error && 'digest' in error ? 'ours' : 'unanswered';
}

/** What was typed, out of what was sent: without files, and never a password. */
export function typedIn(form: FormData): Record<string, string> {
  const texts = [...form].filter(
    ([name, value]) => typeof value === 'string' && !/^\$ACTION|password/i.test(name),
  );
  return Object.fromEntries(texts) as Record<string, string>;
}

const failures: Record<ReturnType<typeof failureIn>, LabelKey> = {
  unanswered: 'sending.notAnswered',
  ours: 'sending.serverTrouble',
  old: 'sending.olderPage',
};
