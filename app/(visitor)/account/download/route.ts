import { readAccountData } from '@/lib/comments/account/reading';
import { env } from '@/lib/env';
import { accountHere } from '../session';

export const dynamic = 'force-dynamic';

/** A commenter's own data as a file; who has no page open is led to where one is asked for. */
export async function GET() {
  const data = await readAccountData(await accountHere(), env().SITE_URL);
  if (!data) return new Response(null, { status: 303, headers: { location: '/account' } });
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="barta-my-data.json"',
      'cache-control': 'no-store',
    },
  });
}
