import { feedAnswer } from '@/lib/feeds/answer';
import { segmentText } from '@/lib/site/segment';

export const dynamic = 'force-dynamic';

export async function GET(_: Request, { params }: RouteContext<'/byline/[slug]/feed.json'>) {
  return feedAnswer({ kind: 'byline', slug: segmentText((await params).slug) }, 'json');
}
