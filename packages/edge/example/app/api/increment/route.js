import { increment } from '../../../store.mjs';

export function POST(request) {
  const name = new URL(request.url).searchParams.get('name') ?? '';
  increment(name);
  return new Response(null, { status: 303, headers: { location: `/${encodeURIComponent(name)}` } });
}
