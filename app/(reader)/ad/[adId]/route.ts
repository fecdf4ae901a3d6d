import { readCreative } from '@/lib/ads/reading';
import { nothingHere } from '@/lib/feeds/answer';
import { idIn } from '@/lib/forms/read-form';

export const dynamic = 'force-dynamic';

/** What stands in the frame of an ad: an advertiser's own HTML. The edge server says what it may do (`lib/edge-config/security-policy.ts`). */
export async function GET(_: Request, { params }: RouteContext<'/ad/[adId]'>) {
  const id = idIn((await params).adId);
  const html = id === null ? null : await readCreative(id, new Date());
  if (html === null) return nothingHere();
  return new Response(html, {
    // Good until the next change of any ad, which touches the whole site.
    headers: { 'content-type': 'text/html; charset=utf-8', 'x-page-tags': '' },
  });
}
