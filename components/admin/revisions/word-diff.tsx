import type { DiffPiece } from '@barta/bengali/word-diff';
import type { Say } from '@/lib/site/labels';

/** A text with what was taken out and put in marked by element, sign and colour; said aloud too. */
export function WordDiff({ pieces, say }: { pieces: readonly DiffPiece[]; say: Say }) {
  return (
    <p className="whitespace-pre-wrap wrap-anywhere [&_ins]:bg-[color:var(--color-ok-wash,#e3f1e7)] [&_ins]:text-inherit [&_ins]:underline [&_ins]:decoration-2 [&_ins]:decoration-ok [&_del]:bg-[color:var(--color-accent-wash,#fbe9e7)] [&_del]:text-inherit [&_del]:line-through [&_del]:decoration-accent">
      {pieces.map(({ kind, text }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place
        if (kind === 'same') return <span key={at}>{text}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Mark key={at}>
            <span className="vh">
              {say(kind === 'added' ? 'versions.spokenAdded' : 'versions.spokenRemoved')}
            </span>
            {text}
            <span className="vh">{say('versions.spokenEnd')}</span>
          </Mark>
        );
      })}
    </p>
  );
}
