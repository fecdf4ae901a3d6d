import type { ReactNode } from 'react';
import { Icon } from '../icon';

interface Tied {
  id: string;
  name: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

/** A label, its control, a hint and what is wrong, tied together. */
export function Field({
  name,
  label,
  hint,
  error,
  isWide = false,
  of = 'comment',
  children,
}: {
  name: string;
  label: string;
  hint?: string;
  error: string | undefined;
  isWide?: boolean;
  /** What its ids begin with, where another form has fields of the same names. */
  of?: string;
  children: (tied: Tied) => ReactNode;
}) {
  const id = `${of}-${name}`;
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className={isWide ? 'wide' : undefined}>
      <label className="label" htmlFor={id}>
        <Marked label={label} />
      </label>
      {children({
        id,
        name,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Wrong id={`${id}-error`} error={error} />
    </div>
  );
}

export function Wrong({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p className="err" id={id}>
      <Icon name="warn" />
      {error}
    </p>
  );
}

/** The star of a required field is for the eye; `required` says it to everyone else. */
function Marked({ label }: { label: string }) {
  if (!label.endsWith(' *')) return label;
  return (
    <>
      {label.slice(0, -2)}{' '}
      <span className="req" aria-hidden="true">
        *
      </span>
    </>
  );
}
