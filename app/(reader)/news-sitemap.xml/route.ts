import { tag } from '@/lib/cache/tags';
import { env } from '@/lib/env';
import { machineAnswer } from '@/lib/feeds/answer';
import { newsSitemapOf } from '@/lib/feeds/sitemap/sitemap';
import { readNews } from '@/lib/feeds/sitemap/sitemap-reading';
import { readSite } from '@/lib/site/reading';

export const dynamic = 'force-dynamic';

export async function GET() {
  const [news, { siteName }] = await Promise.all([readNews(), readSite()]);
  const sitemap = newsSitemapOf(news, env().SITE_URL, siteName);
  return machineAnswer(sitemap, 'application/xml', [tag.front, tag.news]);
}
