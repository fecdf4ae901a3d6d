import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** A score under 2 is fewer than a million guesses: lists, keyboard rows, repeats and dates are found within days. */
const leastScore = 2;

/** Words that a guesser of this site's passwords tries first. */
const ownWords = ['barta', 'বার্তা', 'newsroom', 'admin'];

let loading: Promise<ZxcvbnFactory> | undefined;

/**
 * Whether a guesser would find the password soon: by the list of common passwords, patterns, and what is known of its
 * owner (NIST 800-63B, 5.1.1.2). `known`: the owner's address and name.
 */
export async function isGuessable(password: string, known: readonly string[]): Promise<boolean> {
  loading ??= load();
  const parts = known
    .flatMap((text) => [text, ...text.split(/[@.\s_+-]+/)])
    .filter((part) => part.length > 2);
  return (await loading).check(password, [...ownWords, ...parts]).score < leastScore;
}

/** 30 MB of lists: loaded when somebody first sets a password. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}
