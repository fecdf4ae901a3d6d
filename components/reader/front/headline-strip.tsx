import { spoken } from '@/components/reader/spoken';
import type { Say } from '@/lib/site/labels';

interface StripLine {
  id: number;
  words: string;
  href: string | null;
}

/**
 * The শিরোনাম strip: lines beside one another, some of them links. `moves`: a script may let it pass slowly, and
 * then shows its button; without one it stands still and scrolls by hand.
 */
export function HeadlineStrip({
  lines,
  moves = false,
  say,
}: {
  lines: readonly StripLine[];
  moves?: boolean;
  say: Say;
}) {
  if (lines.length === 0) return null;
  return (
    <section className="heads" aria-labelledby="headlines">
      <div className="page heads__row">
        <h2 className="heads__label" id="headlines">
          {say('front.headlines')}
        </h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, also by keyboard */}
        <ul tabIndex={0} aria-labelledby="headlines" data-moves={moves || undefined}>
          {lines.map(({ id, words, href }) => (
            <li key={id}>{href ? <a href={href}>{spoken(words)}</a> : <span>{spoken(words)}</span>}</li>
          ))}
        </ul>
        {moves && (
          <button
            className="strip__button"
            type="button"
            hidden
            data-stop={say('fronts.stop')}
            data-go={say('fronts.go')}
          >
            {say('fronts.stop')}
          </button>
        )}
      </div>
    </section>
  );
}
