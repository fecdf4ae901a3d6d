import type { DiffPiece } from '@barta/bengali/word-diff';
import type { Say } from '@/lib/site/labels';

/** A text with what was taken out and put in marked by element, sign and colour; said aloud too. */
export function WordDiff({ pieces, say }: { pieces: readonly DiffPiece[]; say: Say }) {
  return (
    <p className="worddiff">
      {pieces.map(({ kind, text }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place
        if (kind === 'same') return <span key={at}>{text}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Mark key={at}>
            <span className="vh">
              {say(kind === 'added' ? 'keeping.spokenAdded' : 'keeping.spokenRemoved')}
            </span>
            {text}
            <span className="vh">{say('keeping.spokenEnd')}</span>
          </Mark>
        );
      })}
    </p>
  );
}
