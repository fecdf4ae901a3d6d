import { tag } from '@/lib/cache/tags';
import { env } from '@/lib/env';
import { machineAnswer } from '@/lib/feeds/answer';
import { sitemapIndexOf } from '@/lib/feeds/sitemap/sitemap';
import { readSitemapFiles } from '@/lib/feeds/sitemap/sitemap-reading';

export const dynamic = 'force-dynamic';

export async function GET() {
  const index = sitemapIndexOf(await readSitemapFiles(), env().SITE_URL);
  return machineAnswer(index, 'application/xml', [tag.front]);
}
