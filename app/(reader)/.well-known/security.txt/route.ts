import { env } from '@/lib/env';
import { machineAnswer } from '@/lib/feeds/answer';
import { securityTxt } from '@/lib/feeds/machines';
import { readSite } from '@/lib/site/reading';
import { securityContacts } from '@/lib/site/settings/machine-settings';

export const dynamic = 'force-dynamic';

/** Half a year ahead, and made anew each day. */
const validMs = 183 * 86_400_000;

export async function GET() {
  const site = env().SITE_URL;
  const named = securityContacts((await readSite()).securityContact) ?? [];
  // Whoever has found a hole writes to somebody: where nobody is named, to the newsroom.
  const contacts = named.length > 0 ? named : [`${site}/contact`];
  const text = securityTxt(site, contacts, new Date(Date.now() + validMs));
  return machineAnswer(text, 'text/plain', []);
}
