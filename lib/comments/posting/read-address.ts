import type { Say } from '@/lib/site/labels';
import { addressMeant, emailAddress } from './email-address';

/** The address that somebody has typed, or what is wrong with it as they are told. */
export function readAddress(
  rawText: string,
  say: Say,
): { email: string; fault?: undefined } | { email: null; fault: string } {
  const email = emailAddress(rawText);
  if (email === null)
    return { email, fault: say(rawText.trim() === '' ? 'form.emailRequired' : 'form.emailInvalid') };
  const meant = addressMeant(email);
  return meant ? { email: null, fault: say('form.emailMisspelt', { meant }) } : { email };
}
