import { env } from '@/lib/env';
import { machineAnswer, nothingHere } from '@/lib/feeds/answer';
import { securityTxt } from '@/lib/feeds/machines';
import { securityContacts } from '@/lib/site/machine-settings';
import { readSite } from '@/lib/site/reading';

export const dynamic = 'force-dynamic';

/** Half a year ahead, and made anew each day. */
const validMs = 183 * 86_400_000;

export async function GET() {
  const contacts = securityContacts((await readSite()).securityContact) ?? [];
  if (contacts.length === 0) return nothingHere();
  const text = securityTxt(env().SITE_URL, contacts, new Date(Date.now() + validMs));
  return machineAnswer(text, 'text/plain', []);
}
