import { feedAnswer } from '@/lib/feeds/answer';
import { segmentText } from '@/lib/site/segment';

export const dynamic = 'force-dynamic';

export async function GET(_: Request, { params }: RouteContext<'/topic/[slug]/feed.json'>) {
  return feedAnswer({ kind: 'topic', slug: segmentText((await params).slug) }, 'json');
}
