'use client';

import { useActionState, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { FormState } from '@/lib/forms/form-state';

interface SignInFormProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  start: FormState;
  /** The page of the desk that one came for. */
  next: string;
  labels: { email: string; password: string; submit: string };
}

export function SignInForm({ action, start, next, labels }: SignInFormProps) {
  const [state, submit] = useActionState(action, start);
  const form = useRef<HTMLFormElement>(null);
  // What is wrong stands at the fields, which nobody hears who is still at the button.
  useEffect(() => {
    if (state !== start) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [state, start]);
  return (
    <form ref={form} action={submit} className="gap-4 grid" noValidate>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <input type="hidden" name="next" value={next} />
      <Field
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        label={labels.email}
        value={state.values.email}
        error={state.errors.email}
        required
      />
      <Field
        name="password"
        type="password"
        autoComplete="current-password"
        label={labels.password}
        error={state.errors.password}
        required
      />
      <Button kind="main">{labels.submit}</Button>
    </form>
  );
}
