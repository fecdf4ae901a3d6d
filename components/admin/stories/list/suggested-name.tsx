import { Field } from '@/components/ui/field';

/** A name, with those of the newest stories as suggestions; any other may be typed. */
export function SuggestedName({
  name,
  label,
  empty,
  value,
  suggestions,
}: {
  name: string;
  label: string;
  empty: string;
  value: string;
  suggestions: readonly string[];
}) {
  const id = `list-${name}`;
  return (
    <>
      <Field
        id={id}
        name={name}
        label={label}
        list={`${id}-names`}
        value={value}
        placeholder={empty}
        autoComplete="off"
      />
      <datalist id={`${id}-names`}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </>
  );
}
