import { Readable } from 'node:stream';
import type { NextRequest } from 'next/server';
import { deskAuditCsv } from '@/lib/audit/desk';

/** The audit as a table, in the filter of the page. Streamed: it may be long. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const lines = await deskAuditCsv(query);
  return new Response(Readable.toWeb(Readable.from(lines)) as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.csv"',
      'cache-control': 'no-store',
    },
  });
}
