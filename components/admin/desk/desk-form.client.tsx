'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { type FormState, untouched } from '@/lib/forms/form-state';

/** One field of a desk form, as plain data: the page says what it is, the form draws it. */
export interface DeskField {
  name: string;
  label: string;
  kind?: 'line' | 'lines' | 'number' | 'choice' | 'tick' | 'url' | 'date' | 'hidden';
  value?: string | undefined;
  hint?: string | undefined;
  required?: boolean;
  rows?: number;
  options?: readonly { value: string; label: string }[];
  /** What stands first in a choice and means nothing is chosen. */
  empty?: string;
}

interface Props {
  /** Tells two forms of one page apart: the fields' ids begin with it. */
  id: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  fields: readonly DeskField[];
  /** The button's words; without them the form only says what its last sending has done. */
  submit: string | undefined;
  /** `do` of the button, where an action does several things. */
  does?: string;
  kind?: 'ink' | 'no' | 'plain';
}

/** A form of the desk that keeps what was typed, and says at the field what is wrong with it. */
export function DeskForm({ id, action, fields, submit, does, kind = 'ink' }: Props) {
  const [state, send] = useActionState(action, untouched);
  const router = useRouter();
  // With scripts an action answers its state only; the page around the form is read anew.
  useEffect(() => {
    if (state.notice?.kind === 'done') router.refresh();
  }, [state, router]);

  return (
    <form action={send} className="plain-form" noValidate>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      {fields.map((field) => (
        <Drawn key={field.name} field={field} id={`${id}-${field.name}`} state={state} />
      ))}
      {submit && (
        <Button kind={kind} name="do" value={does ?? 'save'}>
          {submit}
        </Button>
      )}
    </form>
  );
}

function Drawn({ field, id, state }: { field: DeskField; id: string; state: FormState }) {
  // What was typed stands again where it was refused; after a success the page says what is stored.
  const isRefused = state.notice?.kind === 'refused' || Object.keys(state.errors).length > 0;
  const value = isRefused ? (state.values[field.name] ?? '') : field.value;
  if (field.kind === 'hidden') return <input type="hidden" name={field.name} value={field.value ?? ''} />;

  const frame = {
    id,
    name: field.name,
    label: field.label,
    hint: field.hint,
    error: state.errors[field.name],
    required: field.required ?? false,
  };
  switch (field.kind) {
    case 'lines':
      return <TextArea key={value} {...frame} value={value} rows={field.rows ?? 4} />;
    case 'choice':
      return <Select {...frame} value={value} options={field.options ?? []} empty={field.empty} />;
    case 'tick':
      return <Checkbox {...frame} value="on" checked={value === 'on'} />;
    default:
      return (
        <Field
          key={value}
          {...frame}
          value={value}
          type={field.kind === 'url' ? 'url' : field.kind === 'date' ? 'datetime-local' : 'text'}
          inputMode={field.kind === 'number' ? 'numeric' : undefined}
          autoComplete="off"
        />
      );
  }
}
