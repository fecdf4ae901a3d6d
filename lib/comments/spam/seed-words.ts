import { seedLists } from './seed-lists';
import { tokensOf } from './tokens';

/** Word → how many of the first comments it stands for. Folded and stemmed as every text is. */
export const seedWords: ReadonlyMap<string, number> = new Map([
  ...seedLists.flatMap(([weight, words]) =>
    tokensOf({ name: '', website: '', body: words }).map((word) => [word, weight] as const),
  ),
]);
