import { machineAnswer, nothingHere } from '@/lib/feeds/answer';
import { readSite } from '@/lib/site/reading';

export const dynamic = 'force-dynamic';

export async function GET() {
  const { adsTxt } = await readSite();
  return adsTxt.trim() === '' ? nothingHere() : machineAnswer(`${adsTxt.trim()}\n`, 'text/plain', []);
}
