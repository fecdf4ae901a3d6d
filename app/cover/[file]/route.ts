import { coverFor } from '@/lib/pictures/cover/cover-file';

export const dynamic = 'force-dynamic';

/** The drawn cover of a story: made of the story's id alone, so it needs no store. */
export async function GET(_: Request, { params }: RouteContext<'/cover/[file]'>) {
  const { file } = await params;
  const svg = coverFor(file);
  if (svg === null) return new Response(null, { status: 404 });

  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      // A week: a new drawing of ours is then seen within one.
      'cache-control': 'public, max-age=604800',
      'x-content-type-options': 'nosniff',
    },
  });
}
