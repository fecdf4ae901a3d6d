import { control, FieldFrame, type FieldFrameProps } from './field-frame';

interface FieldProps extends FieldFrameProps {
  type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'date' | 'time' | 'datetime-local' | 'file';
  autoComplete?: string | undefined;
  inputMode?: 'email' | 'numeric' | 'url' | 'search' | undefined;
  maxLength?: number | undefined;
  placeholder?: string | undefined;
  /** For a file: what may be chosen. */
  accept?: string | undefined;
  /** The id of a `<datalist>` with what is offered. */
  list?: string | undefined;
}

/** One line of text. */
export function Field({
  type = 'text',
  autoComplete,
  inputMode,
  maxLength,
  placeholder,
  accept,
  list,
  ...field
}: FieldProps) {
  return (
    <FieldFrame {...field}>
      <input
        className="input"
        type={type}
        defaultValue={field.value}
        autoComplete={autoComplete}
        inputMode={inputMode}
        maxLength={maxLength}
        placeholder={placeholder}
        accept={accept}
        list={list}
        {...control(field)}
      />
    </FieldFrame>
  );
}
