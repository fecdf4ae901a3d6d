'use client';

import { control, FieldFrame, type FieldFrameProps } from './field-frame';
import { useTextBeforeHydration } from './use-text-before-hydration.client';

interface TextAreaProps extends FieldFrameProps {
  rows?: number;
  maxLength?: number | undefined;
  placeholder?: string | undefined;
  /** As `headfield` and `standfield`, which are typed as they will look. */
  look?: string | undefined;
}

/** Several lines of text. */
export function TextArea({ rows = 4, maxLength, placeholder, look, ...field }: TextAreaProps) {
  useTextBeforeHydration(field.id ?? field.name);
  return (
    <FieldFrame {...field}>
      <textarea
        className={look ? `textarea ${look}` : 'textarea'}
        rows={rows}
        defaultValue={field.value}
        maxLength={maxLength}
        placeholder={placeholder}
        {...control(field)}
      />
    </FieldFrame>
  );
}
