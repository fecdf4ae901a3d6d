import { Icon } from '@/components/ui/icon';
import type { Say } from '@/lib/site/labels';

interface NameChipsProps {
  names: readonly string[];
  onChange: (names: readonly string[]) => void;
  say: Say;
}

/** The chosen names, each with a button that removes it. */
export function NameChips({ names, onChange, say }: NameChipsProps) {
  if (names.length === 0) return null;
  return (
    <ul className="mb-[0.35rem] gap-[0.35rem] flex flex-wrap">
      {names.map((name) => (
        <li className="chip" key={name}>
          {name}
          <button
            className="p-0 border-0 grid place-items-center w-6 h-6 bg-transparent cursor-pointer hover:text-accent"
            type="button"
            onClick={() => onChange(names.filter((other) => other !== name))}
          >
            <Icon name="cross" />
            <span className="vh">{say('editor.remove', { what: name })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
