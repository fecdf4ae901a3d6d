import { env } from '@/lib/env';
import { machineAnswer } from '@/lib/feeds/answer';
import { robotsTxt } from '@/lib/feeds/machines';
import { readSections } from '@/lib/stories/for-readers/reading';

export const dynamic = 'force-dynamic';

export async function GET() {
  const slugs = (await readSections()).map(({ slug }) => slug);
  return machineAnswer(robotsTxt(env().SITE_URL, slugs), 'text/plain', []);
}
