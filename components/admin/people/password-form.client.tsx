'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { type FormState, untouched } from '@/lib/forms/form-state';

interface PasswordFormProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  words: { current: string; wanted: string; repeat: string; hint: string; submit: string };
}

export function PasswordForm({ action, words }: PasswordFormProps) {
  const [state, submit] = useActionState(action, untouched);
  return (
    <form action={submit} className="plain-form" noValidate>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <Field
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        label={words.current}
        error={state.errors.currentPassword}
        required
      />
      <Field
        name="newPassword"
        type="password"
        autoComplete="new-password"
        label={words.wanted}
        hint={words.hint}
        error={state.errors.newPassword}
        required
      />
      <Field
        name="newPasswordAgain"
        type="password"
        autoComplete="new-password"
        label={words.repeat}
        error={state.errors.newPasswordAgain}
        required
      />
      <Button kind="ink">{words.submit}</Button>
    </form>
  );
}
