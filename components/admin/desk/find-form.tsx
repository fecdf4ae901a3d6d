import { Button } from '@/components/ui/button';
import type { Say } from '@/lib/site/labels';

/** Finds in a list of the desk by name; a plain GET. */
export function FindForm({ action, words, say }: { action: string; words: string; say: Say }) {
  return (
    <form className="filters" action={action} aria-label={say('taxonomy.doFind')}>
      <label className="vh" htmlFor="find">
        {say('taxonomy.find')}
      </label>
      <input
        className="input"
        id="find"
        name="q"
        type="search"
        defaultValue={words}
        placeholder={say('taxonomy.find')}
      />
      <Button icon="search">{say('taxonomy.doFind')}</Button>
    </form>
  );
}
