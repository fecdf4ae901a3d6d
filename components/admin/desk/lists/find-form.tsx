import { Button } from '@/components/ui/button';
import type { Say } from '@/lib/site/labels';

interface FindFormProps {
  action: string;
  words: string;
  /** What can be found; by name, where it is not said. */
  label?: string;
  /** What else the list is narrowed by, and stays narrowed by. */
  kept?: Readonly<Record<string, string>>;
  say: Say;
}

/** Finds in a list of the desk; a plain GET. */
export function FindForm({ action, words, say, label = say('taxonomy.find'), kept = {} }: FindFormProps) {
  return (
    <form
      className="filters mb-3 gap-2 flex flex-wrap [&_.select]:w-auto [&_.select]:flex-[1_1_9rem] [&_.input]:w-auto [&_.input]:flex-[2_1_14rem]"
      action={action}
      aria-label={say('taxonomy.doFind')}
    >
      {Object.entries(kept).map(([name, value]) => (
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
