import { feedAnswer, nothingHere } from '@/lib/feeds/answer';
import { feedListing } from '@/lib/feeds/feed-listing';

export const dynamic = 'force-dynamic';

/** All feeds in all formats. Their public addresses, as `/topic/x/feed.xml`, are rewritten to this one in `next.config.ts`. */
export async function GET(_: Request, { params }: RouteContext<'/feed.route/[file]/[[...listing]]'>) {
  const { file, listing } = await params;
  const fed = feedListing(listing);
  return fed ? feedAnswer(fed, file) : nothingHere();
}
