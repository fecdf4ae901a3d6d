import { Button } from '@/components/ui/button';
import type { Say } from '@/lib/site/labels';

interface FindFormProps {
  action: string;
  words: string;
  /** The field's label; by default, to find by name. */
  label?: string;
  /** The other filters of the list, which stay set. */
  hiddenFields?: Readonly<Record<string, string>>;
  say: Say;
}

/** Searches a list of the desk by a plain GET form. */
export function FindForm({
  action,
  words,
  say,
  label = say('taxonomy.find'),
  hiddenFields = {},
}: FindFormProps) {
  return (
    <form
      className="filters mb-3 gap-2 flex flex-wrap [&_.select]:w-auto [&_.select]:flex-[1_1_9rem] [&_.input]:w-auto [&_.input]:flex-[2_1_14rem]"
      action={action}
      aria-label={say('taxonomy.doFind')}
    >
      {Object.entries(hiddenFields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="vh" htmlFor="find">
        {label}
      </label>
      <input className="input" id="find" name="q" type="search" defaultValue={words} placeholder={label} />
      <Button icon="search">{say('taxonomy.doFind')}</Button>
    </form>
  );
}
