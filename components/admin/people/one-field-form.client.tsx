'use client';

import { type ComponentProps, useActionState, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { usePreservedInput } from '@/components/ui/use-preserved-input.client';
import { type FormState, untouched } from '@/lib/forms/form-state';

interface OneFieldFormProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden?: Readonly<Record<string, string>>;
  field: Pick<
    ComponentProps<typeof Field>,
    'name' | 'type' | 'inputMode' | 'autoComplete' | 'label' | 'hint'
  >;
  submit: string;
}

/** A step of the sign-in that asks for one thing. */
export function OneFieldForm({ action, hidden = {}, field, submit }: OneFieldFormProps) {
  const [state, send, isSending] = useActionState(action, untouched);
  const form = useRef<HTMLFormElement>(null);
  usePreservedInput(form, isSending);
  // An error at a field is not announced to someone whose focus is on the button.
  useEffect(() => {
    if (state !== untouched) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [state]);
  return (
    <form ref={form} action={send} className="gap-4 grid" noValidate>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field {...field} value={state.values[field.name]} error={state.errors[field.name]} required />
      <Button kind="main">{submit}</Button>
    </form>
  );
}
