import { feedAnswer } from '@/lib/feeds/answer';

export const dynamic = 'force-dynamic';

export async function GET(_: Request, { params }: RouteContext<'/[section]/feed.xml'>) {
  return feedAnswer({ kind: 'section', slug: (await params).section }, 'rss');
}
