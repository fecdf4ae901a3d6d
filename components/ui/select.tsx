import { control, FieldFrame, type FieldProps } from './field-frame';

interface Props extends FieldProps {
  options: readonly { value: string; label: string }[];
  /** What stands first and means nothing is chosen. */
  empty?: string | undefined;
}

/** One of several. */
export function Select({ options, empty, ...field }: Props) {
  return (
    <FieldFrame {...field}>
      {/* React resets a form after its action, and a select to its first default, not to its new one:
          the key makes it a new select. */}
      <select className="select" key={field.value} defaultValue={field.value} {...control(field)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
