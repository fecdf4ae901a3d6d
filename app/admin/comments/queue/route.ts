import { deskArrivals, deskQueue } from '@/lib/comments/desk/queue';
import { filterIn } from '@/lib/comments/desk/queue-filter';
import { readSite } from '@/lib/site/reading';
import { queueFormatter } from '../queue-formatter';

export const dynamic = 'force-dynamic';

/** A later part of the list (`before`), or what has come since (`since`), for a queue that is open in a browser. */
export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const now = new Date();
  const filter = filterIn((name) => searchParams.get(name) ?? '');
  const since = searchParams.get('since');
  const part =
    since === null
      ? await deskQueue(filter, searchParams.get('before') ?? '', now)
      : await deskArrivals(filter, since, now);
  const manner = await queueFormatter(await readSite(), now);
  return Response.json(
    { ...part, comments: part.comments.map(manner.comment), counts: manner.counts(part.counts) },
    { headers: { 'cache-control': 'no-store' } },
  );
}
