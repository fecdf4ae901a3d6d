import type { NextRequest } from 'next/server';
import { deskPeriodIn, deskReadersCsv } from '@/lib/readership/desk';

/** The stories of a period and how they are read, as a table. */
export async function GET(request: NextRequest): Promise<Response> {
  const period = deskPeriodIn(request.nextUrl.searchParams.get('period'));
  return new Response(await deskReadersCsv(period), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="readers-${period}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
