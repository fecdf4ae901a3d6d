import { control, FieldFrame, type FieldFrameProps } from './field-frame';

interface SelectProps extends FieldFrameProps {
  /** Neighbours of one group stand under its name. */
  options: readonly { value: string; label: string; group?: string }[];
  /** What stands first and means nothing is chosen. */
  empty?: string | undefined;
}

/** One of several. */
export function Select({ options, empty, ...field }: SelectProps) {
  return (
    <FieldFrame {...field}>
      {/* React resets a form after its action, and a select to its first default, not to its new one:
          the key makes it a new select. */}
      <select className="select" key={field.value} defaultValue={field.value} {...control(field)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {inGroups(options).map(({ group, options: its }) => {
          const drawn = its.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ));
          if (group === undefined) return drawn;
          return (
            <optgroup key={group} label={group}>
              {drawn}
            </optgroup>
          );
        })}
      </select>
    </FieldFrame>
  );
}

function inGroups(options: SelectProps['options']) {
  const groups: { group: string | undefined; options: SelectProps['options'][number][] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.options.push(option);
    else groups.push({ group: option.group, options: [option] });
  }
  return groups;
}
