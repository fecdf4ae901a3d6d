import { env } from '@/lib/env';
import { mediaTypeOf } from '@/lib/media/media-file';
import { openMediaFile } from '@/lib/media/media-store';
import { getPictureStore, mimeOf } from '@/lib/pictures/store';

export const dynamic = 'force-dynamic';

/**
 * A file of the picture library: its name is made of its content, so it may be kept for ever. A sound or film comes so
 * only where no door stands in front.
 */
export async function GET(_: Request, { params }: RouteContext<'/media/[file]'>) {
  const { file } = await params;
  const type = mediaTypeOf(file);
  const film = type && (await openMediaFile(env().MEDIA_DIR, file));
  if (film)
    return new Response(film, { headers: { 'content-type': type, 'x-content-type-options': 'nosniff' } });
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
