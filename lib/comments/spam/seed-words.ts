import { startingLists } from './seed-lists';
import { tellingWords } from './tokens';

/** Word → how many of the first comments it stands for. Folded and stemmed as every text is. */
export const startingWords: ReadonlyMap<string, number> = new Map([
  ...startingLists.flatMap(([weight, words]) =>
    tellingWords({ name: '', website: '', body: words }).map((word) => [word, weight] as const),
  ),
  ['phone:', 3],
]);
