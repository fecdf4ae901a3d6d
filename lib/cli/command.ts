import { parseArgs } from 'node:util';

/** One thing that an operator can ask for. */
export interface Command {
  /** Its words, as in `staff add`. */
  name: string;
  /** A line in the list of all. */
  summary: string;
  /** What `--help` tells after the usage line. */
  help: string;
  /** What follows the name in the usage line, as in `FILE.json`. */
  takes: string;
  run(words: readonly string[]): Promise<void>;
}

/** The words were wrong: exit code 2, with the usage. */
export class Misuse extends Error {}
/** The words were right and it could not be done: exit code 1, with the sentence. */
export class NotDone extends Error {}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** Options and positionals; an unknown one is the operator's misuse, not a crash. */
export function read<const Wanted extends Options>(words: readonly string[], options: Wanted) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

/** Exactly these positionals and no more. */
export function noMore(positionals: readonly string[], allowed = 0): void {
  const [extra] = positionals.slice(allowed);
  if (extra !== undefined) throw new Misuse(`"${extra}" is one word too many.`);
}
