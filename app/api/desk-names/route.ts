import type { NextRequest } from 'next/server';
import { deskNameOffers } from '@/lib/stories/for-desk/desk';

export const dynamic = 'force-dynamic';

/** `?kind=topics|bylines&q=…` → `{names: […]}`, to staff who write. 401 to nobody, 403 to whoever may not. */
export async function GET(request: NextRequest): Promise<Response> {
  const params = request.nextUrl.searchParams;
  const { status, ...answer } = await deskNameOffers(params.get('kind') ?? '', params.get('q') ?? '');
  return Response.json(answer, { status, headers: { 'cache-control': 'no-store' } });
}
