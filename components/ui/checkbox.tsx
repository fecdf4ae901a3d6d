import { BelowField, control, type FieldFrameProps } from './field-frame';

interface CheckboxProps extends Omit<FieldFrameProps, 'labelHidden'> {
  checked?: boolean;
  type?: 'checkbox' | 'radio';
}

/** Yes or no; or, with `type="radio"`, one of several. It sends `value`, `on` if there is none. */
export function Checkbox({ checked = false, type = 'checkbox', ...field }: CheckboxProps) {
  const id = field.id ?? field.name;
  return (
    <div className="field">
      <label className="check" htmlFor={id}>
        {/* A new box when the answer has another default: see `Select`. */}
        <input
          type={type}
          value={field.value}
          key={String(checked)}
          defaultChecked={checked}
          {...control(field)}
        />
        <span>{field.label}</span>
      </label>
      <BelowField id={id} hint={field.hint} error={field.error} />
    </div>
  );
}
