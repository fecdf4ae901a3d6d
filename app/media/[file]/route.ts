import { getPictureStore, mimeOf } from '@/lib/pictures/store';

export const dynamic = 'force-dynamic';

/** A file of the picture library. Its name is made of its content, so it may be kept for ever. */
export async function GET(_: Request, { params }: RouteContext<'/media/[file]'>) {
  const { file } = await params;
  const bytes = await getPictureStore().open(file);
  if (!bytes) return new Response(null, { status: 404 });

  return new Response(bytes, {
    headers: {
      'content-type': mimeOf(file),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
  });
}
