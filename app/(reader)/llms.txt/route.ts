import { env } from '@/lib/env';
import { machineAnswer } from '@/lib/feeds/answer';
import { llmsTxt } from '@/lib/feeds/machines';
import { readSite } from '@/lib/site/reading';
import { readSections } from '@/lib/stories/for-readers/reading';

export const dynamic = 'force-dynamic';

export async function GET() {
  const [{ siteName }, sections] = await Promise.all([readSite(), readSections()]);
  return machineAnswer(llmsTxt({ site: env().SITE_URL, siteName }, sections), 'text/plain', []);
}
