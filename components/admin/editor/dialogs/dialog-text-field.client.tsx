'use client';

import { useId } from 'react';

export function DialogTextField({
  label,
  hint,
  value,
  put,
  type = 'text',
}: {
  label: string;
  hint?: string;
  value: string;
  put: (value: string) => void;
  type?: 'text' | 'search';
}) {
  const id = useId();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        type={type}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => put(event.target.value)}
        autoComplete="off"
      />
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
