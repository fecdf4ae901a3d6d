import { getDb } from '@/db/client';
import { env } from '@/lib/env';
import { endSubscriptions } from '@/lib/mail/queue/end-subscriptions';
import { readUnsubscribeToken } from '@/lib/mail/tokens/unsubscribe-token';

export const dynamic = 'force-dynamic';

const tokenIn = (request: Request) => new URL(request.url).searchParams.get('token') ?? '';

/** One click in a mail program (RFC 8058): no session, no Origin, no question. Done twice, it is done. */
export async function POST(request: Request) {
  const what = readUnsubscribeToken(tokenIn(request), env().AUTH_SECRET ?? '');
  if (!what) return new Response('unknown token\n', { status: 404 });
  await endSubscriptions(getDb(), what, 'unsubscribed');
  return new Response('unsubscribed\n', { headers: { 'cache-control': 'no-store' } });
}

/** A person who opens the header's address is shown the page with the button; a scanner ends nothing. */
export async function GET(request: Request) {
  const location = `/account/unsubscribe?token=${encodeURIComponent(tokenIn(request))}`;
  return new Response(null, { status: 303, headers: { location } });
}
