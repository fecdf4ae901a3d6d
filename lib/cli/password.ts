import { readFileSync } from 'node:fs';
import { maxPasswordLength, minPasswordLength, type PasswordFault } from '@/lib/people/accounts/password';
import { UsageError } from './command';

export const passwordHelp = `A random password is generated and printed once. To set one yourself, use the environment variable
BARTA_STAFF_PASSWORD or --password-stdin; not an argument, which every process on the machine can read.`;

/** The given password; undefined: generate one. */
export function givenPassword(fromStdin: boolean): string | undefined {
  if (!fromStdin) return process.env.BARTA_STAFF_PASSWORD || undefined;
  const [line = ''] = readFileSync(0, 'utf8').split(/\r?\n/);
  if (line === '') throw new UsageError('Standard input is empty.');
  return line;
}

const sentences: Readonly<Record<PasswordFault, string>> = {
  'password-too-short': `The password needs at least ${minPasswordLength} characters.`,
  'password-too-long': `The password may have at most ${maxPasswordLength} characters.`,
  'password-guessable':
    'The password is easy to guess. Choose another, such as several words; not the name or address of its owner.',
};

export function sentenceOf(fault: PasswordFault): string {
  return sentences[fault];
}
