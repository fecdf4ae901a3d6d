import type { NextRequest } from 'next/server';
import { deskStoryOffers } from '@/lib/stories/for-desk/desk';

export const dynamic = 'force-dynamic';

/**
 * `?q=…` or `?ids=1,2` → `{stories: [{id, headline, section, href, isPublic}]}`, of any state, to staff who write.
 * 401 to nobody, 403 to whoever may not.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const params = request.nextUrl.searchParams;
  const { status, ...answer } = await deskStoryOffers({
    q: params.get('q') ?? '',
    ids: params.get('ids') ?? '',
  });
  return Response.json(answer, { status, headers: { 'cache-control': 'no-store' } });
}
