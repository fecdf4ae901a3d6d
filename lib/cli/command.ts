import { parseArgs } from 'node:util';

/** A command of the CLI. */
export interface Command {
  /** One or more words, as in `staff add`. */
  name: string;
  /** Former names, which keep working. */
  aliases?: readonly string[];
  /** One line for the list of commands. */
  summary: string;
  /** Printed by `--help` after the usage line and the summary. */
  help: string;
  /** Arguments in the usage line, as in `FILE.json`. */
  takes: string;
  run(words: readonly string[]): Promise<void>;
}

/** Wrong arguments: the message and the usage are printed, and the exit code is 2. */
export class UsageError extends Error {}
/** The command failed for a reason that the operator can act on: the message is printed, and the exit code is 1. */
export class CommandError extends Error {}

type CliOptions = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** Parses options and positionals; an unknown option throws `UsageError`. */
export function parseWords<const Options extends CliOptions>(words: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Throws `UsageError` if there are more positionals than allowed. */
export function rejectExtra(positionals: readonly string[], allowed = 0): void {
  const [extra] = positionals.slice(allowed);
  if (extra !== undefined) throw new UsageError(`"${extra}" is an unexpected argument.`);
}
