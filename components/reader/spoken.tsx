import { splitLatinPhrases } from '@barta/bengali/latin/latin-phrases';
import { Fragment, type ReactNode } from 'react';

/** The newsroom's words with their phrases in Latin letters marked for a voice; a function, since most have none. */
export function spoken(words: string): ReactNode {
  const pieces = splitLatinPhrases(words);
  if (!pieces) return words;
  let at = 0;
  return pieces.map((piece, i) => {
    const key = at;
    at += piece.length + 1;
    return i % 2 === 0 ? (
      <Fragment key={key}>{piece}</Fragment>
    ) : (
      <span key={key} lang="en">
        {piece}
      </span>
    );
  });
}
