'use client';

import { type ReactNode, useActionState } from 'react';
import { Notice } from '@/components/ui/notice';
import { type FormState, untouched } from '@/lib/forms/form-state';

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  label: string;
  children: ReactNode;
}

/** Around the whole queue: one form, so that several comments can be ticked. Says why nothing was done. */
export function CommentQueueForm({ action, label, children }: Props) {
  const [state, submit] = useActionState(action, untouched);
  return (
    <form action={submit} aria-label={label}>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      {children}
    </form>
  );
}
