import type { NextRequest } from 'next/server';
import { readSuggestions } from '@/lib/search/suggest';
import { readSite } from '@/lib/site/reading';

export const dynamic = 'force-dynamic';

/** `?q=…`, as far as it is typed → `{suggestions: [{kind, label, text, url}]}`, at most eight. */
export async function GET(request: NextRequest): Promise<Response> {
  const [{ say }, found] = await Promise.all([
    readSite(),
    readSuggestions(request.nextUrl.searchParams.get('q') ?? ''),
  ]);
  const suggestions = found.map((one) => ({ ...one, label: say(`search.suggested.${one.kind}`) }));
  return Response.json({ suggestions }, { headers: { 'cache-control': 'no-store' } });
}
