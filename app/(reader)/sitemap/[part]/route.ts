import { tag } from '@/lib/cache/tags';
import { env } from '@/lib/env';
import { machineAnswer, nothingHere } from '@/lib/feeds/answer';
import { partIn, sitemapOf } from '@/lib/feeds/sitemap/sitemap';
import { readSitemapPart } from '@/lib/feeds/sitemap/sitemap-reading';

export const dynamic = 'force-dynamic';

export async function GET(_: Request, { params }: RouteContext<'/sitemap/[part]'>) {
  const part = partIn((await params).part);
  const listed = part && (await readSitemapPart(part));
  // Every change of a published story touches the front: 10,000 tags of their own would fit no header.
  return listed
    ? machineAnswer(sitemapOf(listed, env().SITE_URL), 'application/xml', [tag.front, tag.pages])
    : nothingHere();
}
