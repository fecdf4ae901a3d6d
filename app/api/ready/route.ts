import { databaseFile, getDb } from '@/db/client';
import { env } from '@/lib/env';
import { checkReadiness } from '@/lib/site/readiness';

export const dynamic = 'force-dynamic';

/** For a monitor or a load balancer: 503 with the reasons. `/api/health` only says whether readers can be served. */
export async function GET() {
  const readiness = await checkReadiness(getDb, databaseFile(env().DATABASE_URL));
  return Response.json(readiness, {
    status: readiness.status === 'ready' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
