import type { Say } from '@/lib/site/labels';
import { maxPasswordLength, minPasswordLength, type PasswordFault } from './password';

/** What is wrong with a password that was chosen, in the reader's language. */
export function passwordSentence(fault: PasswordFault, say: Say): string {
  switch (fault) {
    case 'password-too-short':
      return say('form.passwordTooShort', { min: minPasswordLength });
    case 'password-too-long':
      return say('form.passwordTooLong', { max: maxPasswordLength });
    case 'password-guessable':
      return say('form.passwordGuessable');
  }
}
