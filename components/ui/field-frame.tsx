import type { ReactNode } from 'react';
import { Icon } from './icon';

/** What every field has, whatever it is typed into. `name` is the field's `id` too, unless `id` says otherwise. */
export interface FieldFrameProps {
  name: string;
  label: string;
  /** As typed before, or as stored. */
  value?: string | undefined;
  id?: string | undefined;
  required?: boolean;
  /** A sentence below that helps before anything is wrong. */
  hint?: string | undefined;
  /** A sentence below that says what is to be done; the field is then marked as wrong. */
  error?: string | undefined;
  /** For screen readers only, where the place of the field says the same. */
  labelHidden?: boolean;
}

export function FieldFrame({ children, ...field }: FieldFrameProps & { children: ReactNode }) {
  const id = field.id ?? field.name;
  return (
    <div className="field">
      <label className={field.labelHidden ? 'vh' : 'label'} htmlFor={id}>
        {field.label}
        {field.required && <RequiredMark />}
      </label>
      {children}
      <BelowField id={id} hint={field.hint} error={field.error} />
    </div>
  );
}

export function RequiredMark() {
  return (
    <span className="must" aria-hidden="true">
      {' *'}
    </span>
  );
}

export function BelowField({ id, hint, error }: Pick<FieldFrameProps, 'hint' | 'error'> & { id: string }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="err" id={`${id}-error`}>
          <Icon name="warning" />
          {error}
        </p>
      )}
    </>
  );
}

/** The attributes that tie a control to its label, hint and error. */
export function control({ name, id = name, required, hint, error }: FieldFrameProps) {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    id,
    name,
    required,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
  } as const;
}
