'use client';

import { useId } from 'react';
import { BelowField } from '@/components/ui/field-frame';
import type { Say } from '@/lib/site/labels';
import { NameChips } from './name-chips';
import { NameInput } from './name-input';
import type { NameSource } from './name-suggestions';
import { useNameField } from './use-name-field';

interface NameFieldProps {
  name: string;
  label: string;
  /** Names separated by commas. */
  value: string;
  hint: string;
  error: string | undefined;
  say: Say;
  choices: NameSource;
}

/**
 * A field for several names. Without script a line with commas; with it a chip for each name and suggestions while
 * typing. In both the form sends one field of this name with commas in it, which fires `input` when it changes.
 */
export function NameField({ name, label, value, hint, error, say, choices }: NameFieldProps) {
  const id = useId();
  const field = useNameField(value, choices);
  const { state, isEnhanced, sent } = field;
  const describedBy = [error && `${name}-error`, `${name}-hint`].filter(Boolean).join(' ');
  const attributes = { 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy };
  return (
    <div className="field">
      <label className="label" htmlFor={isEnhanced ? id : name}>
        {label}
      </label>
      {isEnhanced && <NameChips names={state.names} onChange={field.setNames} say={say} />}
      {isEnhanced ? (
        // An unfinished name is sent too.
        <input
          ref={sent}
          key="sent"
          type="hidden"
          name={name}
          value={[...state.names, state.text.trim()].filter(Boolean).join(', ')}
        />
      ) : (
        <input
          ref={sent}
          key="typed"
          className="input"
          id={name}
          name={name}
          defaultValue={value}
          {...attributes}
        />
      )}
      {isEnhanced && <NameInput id={id} label={label} field={field} attributes={attributes} say={say} />}
      <BelowField id={name} hint={hint} error={error} />
    </div>
  );
}
