'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { type FormState, untouched } from '@/lib/forms/form-state';

interface ConfirmIdentityFormProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  labels: Record<'note' | 'password' | 'submit', string>;
  /** The label of the field for a code; undefined where the member has no second factor. */
  codeLabel: string | undefined;
}

/** The password or a code once more, before what needs a fresh sign-in. */
export function ConfirmIdentityForm({ action, labels, codeLabel }: ConfirmIdentityFormProps) {
  const [state, send] = useActionState(action, untouched);
  return (
    <form action={send} className="plain-form" noValidate>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <p className="meta">{labels.note}</p>
      <Field
        id="confirm-password"
        name="password"
        type="password"
        label={labels.password}
        autoComplete="current-password"
        error={state.errors.password}
      />
      {codeLabel && (
        <Field name="code" label={codeLabel} autoComplete="one-time-code" error={state.errors.code} />
      )}
      <Button kind="ink">{labels.submit}</Button>
    </form>
  );
}
