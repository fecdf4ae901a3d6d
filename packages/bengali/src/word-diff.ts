import { diffArrays } from 'diff';

/** A part of a comparison; the parts are in reading order. */
export interface DiffPiece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

const words = new Intl.Segmenter('bn', { granularity: 'word' });

/** With more changes the comparison takes seconds, and nobody reads such a diff word by word. */
const MOST_LINES_CHANGED = 3000;
const MOST_WORDS_CHANGED = 1500;

/**
 * What was taken out and what was put in, by whole words: a word is never split, so no letter comes apart and no
 * vowel sign stands alone. Lines first, then words within lines that were changed; `same` and `added` together are
 * `after`, `same` and `removed` together are `before`.
 */
export function wordDiff(before: string, after: string): DiffPiece[] {
  const pieces: DiffPiece[] = [];
  const lines = compare(linesOf(before), linesOf(after), MOST_LINES_CHANGED) ?? replaced(before, after);
  for (let at = 0; at < lines.length; at += 1) {
    const [piece, next] = [lines[at], lines[at + 1]];
    if (piece?.kind === 'removed' && next?.kind === 'added') {
      for (const word of wordsCompared(piece.text, next.text)) push(pieces, word);
      at += 1;
    } else if (piece) {
      push(pieces, piece);
    }
  }
  return pieces;
}

function wordsCompared(before: string, after: string): DiffPiece[] {
  const pieces = compare(wordsOf(before), wordsOf(after), MOST_WORDS_CHANGED) ?? replaced(before, after);
  return inRuns(pieces);
}

/** A space or a comma between two words that were both replaced is no word that stayed: such words are one change. */
function inRuns(pieces: readonly DiffPiece[]): DiffPiece[] {
  const runs: DiffPiece[] = [];
  let run: DiffPiece[] = [];
  const end = () => {
    runs.push(...replaced(without(run, 'added'), without(run, 'removed')));
    run = [];
  };
  for (const [at, piece] of pieces.entries()) {
    const isBetween = /^[\s\p{P}]+$/u.test(piece.text) && run.length > 0 && pieces[at + 1] !== undefined;
    if (piece.kind !== 'same' || isBetween) {
      run.push(piece);
    } else {
      end();
      runs.push(piece);
    }
  }
  end();
  return runs;
}

function without(pieces: readonly DiffPiece[], kind: DiffPiece['kind']): string {
  return pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('');
}

function compare(before: string[], after: string[], maxEditLength: number): DiffPiece[] | undefined {
  return diffArrays(before, after, { maxEditLength })?.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

function replaced(before: string, after: string): DiffPiece[] {
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n+|[^\n]+$/g) ?? [];
}

function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}

/** Shortens long unchanged parts to `wordsAround` words beside each change, with `…` in place of the rest. */
export function aroundChanges(pieces: readonly DiffPiece[], wordsAround = 12): DiffPiece[] {
  return pieces.map((piece, at) => {
    if (piece.kind !== 'same') return piece;
    const parts = wordsOf(piece.text);
    const room = wordsAround * 2;
    const [isFirst, isLast] = [at === 0, at === pieces.length - 1];
    if (parts.length <= room * (isFirst || isLast ? 1 : 2)) return piece;
    const head = isFirst ? '' : parts.slice(0, room).join('');
    const tail = isLast ? '' : parts.slice(-room).join('');
    return { kind: 'same', text: `${head} … ${tail}` };
  });
}

function push(pieces: DiffPiece[], piece: DiffPiece): void {
  if (piece.text === '') return;
  const last = pieces.at(-1);
  if (last?.kind === piece.kind) last.text += piece.text;
  else pieces.push({ ...piece });
}
