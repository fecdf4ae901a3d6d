import { readFileSync } from 'node:fs';
import { maxPasswordLength, minPasswordLength, type PasswordFault } from '@/lib/people/password';
import { Misuse } from './command';

export const passwordHelp = `The password is made up and shown once. To give one yourself, put it in BARTA_STAFF_PASSWORD, or send it
to --password-stdin; never among the words of the command, where every program of the machine can read it.`;

/** The one that was given, or undefined: one is then made up. */
export function givenPassword(fromStdin: boolean): string | undefined {
  if (!fromStdin) return process.env.BARTA_STAFF_PASSWORD || undefined;
  const [line = ''] = readFileSync(0, 'utf8').split(/\r?\n/);
  if (line === '') throw new Misuse('Nothing came in on stdin.');
  return line;
}

export function sentenceOf(fault: PasswordFault): string {
  return fault === 'password-too-short'
    ? `The password needs at least ${minPasswordLength} characters.`
    : `The password may have at most ${maxPasswordLength} characters.`;
}
