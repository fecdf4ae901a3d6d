import type { NextRequest } from 'next/server';
import { readSearchAnswer } from '@/lib/search/reading';

export const dynamic = 'force-dynamic';

/** `?q=…&sort=relevance|newest&limit=…` → `{match: all|partly, total, results: [{id, url, headline, publishedAt}]}`. */
export async function GET(request: NextRequest): Promise<Response> {
  return Response.json(await readSearchAnswer(request.nextUrl.searchParams), {
    headers: { 'cache-control': 'no-store' },
  });
}
