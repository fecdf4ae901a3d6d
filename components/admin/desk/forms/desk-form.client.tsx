'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useRef, useState } from 'react';
import { PictureNumber } from '@/components/admin/pictures/picture-number.client';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area.client';
import { usePreservedInput } from '@/components/ui/use-preserved-input.client';
import { basisOf, type DeskFormState, untouched, wasRefused } from '@/lib/forms/form-state';
import { useRetrySafeForm } from './use-retry-safe-form.client';
import { useScrollToAnswer } from './use-scroll-to-answer.client';
import { useUnsentTextWarning } from './use-unsent-text-warning.client';

/** One field of a desk form, as plain data: the page says what it is, the form draws it. */
export interface DeskField {
  name: string;
  label: string;
  kind?:
    | 'line'
    | 'lines'
    | 'number'
    | 'choice'
    | 'tick'
    | 'url'
    | 'date'
    | 'file'
    | 'picture'
    | 'hidden'
    | 'heading';
  value?: string | undefined;
  hint?: string | undefined;
  required?: boolean;
  rows?: number;
  options?: readonly { value: string; label: string }[];
  /** What stands first in a choice and means nothing is chosen. */
  empty?: string;
  /** Of a file: what may be chosen. */
  accept?: string;
  /** Of a picture's number: the picture that is stored, small. Its page gives the form `pictureWords`. */
  thumb?: string | undefined;
}

interface DeskFormProps {
  /** Tells two forms of one page apart: the fields' ids begin with it. */
  id: string;
  action: (state: DeskFormState, form: FormData) => Promise<DeskFormState>;
  fields: readonly DeskField[];
  /** The button's words; without them the form only says what its last sending has done. */
  submit: string | undefined;
  /** `do` of the button, where an action does several things. */
  does?: string;
  kind?: 'ink' | 'no' | 'plain';
  /** The address that says what was done, where the form is gone by then. */
  doneAt?: string;
  /** What an earlier page's form has done, as long as this one has not been sent. */
  doneMessage?: string | undefined;
}

/** A form of the desk that keeps what was typed, and says at the field what is wrong with it. */
export function DeskForm({
  id,
  action,
  fields,
  submit,
  does,
  kind = 'ink',
  doneAt,
  doneMessage,
}: DeskFormProps) {
  const [state, send, isSending] = useRetrySafeForm<DeskFormState>(action, untouched);
  /** The answer after which the page around was refreshed. */
  const [refreshedFor, setRefreshedFor] = useState<DeskFormState>(untouched);
  const isDone = state.notice?.kind === 'done';
  const form = useRef<HTMLFormElement>(null);
  usePreservedInput(form, isSending || (isDone && refreshedFor !== state), isOfStored(fields));
  useScrollToAnswer(form, state, noticeIn);
  useUnsentTextWarning(form, state);
  const router = useRouter();
  // With scripts an action answers its state only; the page around the form is read anew.
  useEffect(() => {
    if (!isDone) return;
    if (doneAt) window.history.replaceState(null, '', doneAt);
    startTransition(() => {
      router.refresh();
      setRefreshedFor(state);
    });
  }, [state, isDone, router, doneAt]);

  return (
    <form ref={form} action={send} className="plain-form" noValidate>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      {doneMessage && state === untouched && <Notice kind="done">{doneMessage}</Notice>}
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

const noticeIn = (form: HTMLFormElement) => form.querySelector(':scope > .note');

/** A form of something that is there already is based on a version of it. */
function isOfStored(fields: readonly DeskField[]): boolean {
  return fields.some(({ name, value }) => name === 'basedOn' && value && value !== '0');
}

function Drawn({ field, id, state }: { field: DeskField; id: string; state: DeskFormState }) {
  // What was typed stands again where it was refused; after a success the page says what is stored.
  const isRefused = wasRefused(state);
  const value = isRefused ? (state.values[field.name] ?? '') : field.value;
  if (field.kind === 'hidden') {
    // It is the same sending that is tried again, and the server may have had it.
    if (field.name === 'formKey' && isRefused) return <input type="hidden" name="formKey" value={value} />;
    const held = field.value ?? '';
    return (
      <input type="hidden" name={field.name} value={field.name === 'basedOn' ? basisOf(state, held) : held} />
    );
  }
  if (field.kind === 'heading') return <h2 className="plain-form__part">{field.label}</h2>;

  const frame = {
    id,
    name: field.name,
    label: field.label,
    hint: state.theirs?.[field.name] ?? field.hint,
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
    case 'picture':
      return <PictureNumber key={value} {...frame} value={value} thumb={field.thumb} />;
    case 'file':
      return <Field {...frame} type="file" accept={field.accept} />;
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
