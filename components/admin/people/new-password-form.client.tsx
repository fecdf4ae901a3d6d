'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { type FormState, untouched } from '@/lib/forms/form-state';

interface NewPasswordFormProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  token: string;
  email: string;
  labels: Record<'intro' | 'password' | 'repeat' | 'hint' | 'submit', string>;
}

/** A password that is chosen by a mailed link. The address stands in it so that a password manager knows whose it is. */
export function NewPasswordForm({ action, token, email, labels }: NewPasswordFormProps) {
  const [state, send] = useActionState(action, untouched);
  return (
    <form action={send} className="gap-4 grid" noValidate>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <p>{labels.intro}</p>
      <input type="hidden" name="token" value={token} />
      <input
        type="email"
        className="vh"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      <Field
        name="newPassword"
        type="password"
        autoComplete="new-password"
        label={labels.password}
        hint={labels.hint}
        error={state.errors.newPassword}
        required
      />
      <Field
        name="newPasswordAgain"
        type="password"
        autoComplete="new-password"
        label={labels.repeat}
        error={state.errors.newPasswordAgain}
        required
      />
      <Button kind="main">{labels.submit}</Button>
    </form>
  );
}
