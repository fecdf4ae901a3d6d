import { env } from '@/lib/env';
import { mediaTypeOf } from '@/lib/media/media-file';
import { openMediaFile } from '@/lib/media/media-store';
import { storedSubtitles } from '@/lib/media/stored-subtitles';
import { subtitlesAddress, subtitlesNamed } from '@/lib/media/subtitles';
import { getPictureStore, mimeOf } from '@/lib/pictures/picture-store';

export const dynamic = 'force-dynamic';

/**
 * A file of the picture library, or a film's captions: the name is made of the content, so it may be kept for ever. A sound
 * or film comes so only where no edge server stands in front.
 */
export async function GET(_: Request, { params }: RouteContext<'/media/[file]'>) {
  const { file } = await params;
  const type = mediaTypeOf(file);
  const film = type && (await openMediaFile(env().MEDIA_DIR, file));
  if (film)
    return new Response(film, { headers: { 'content-type': type, 'x-content-type-options': 'nosniff' } });
  const captions = subtitlesNamed(file);
  if (captions) return sendCaptions(captions);
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

/** A page from before they were changed leads to what they are now. */
async function sendCaptions({ film, mark }: { film: string; mark: string }): Promise<Response> {
  const stored = await storedSubtitles(film);
  if (!stored) return new Response(null, { status: 404 });
  if (stored.mark !== mark) {
    const location = subtitlesAddress(stored.file, stored.mark);
    return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
  }
  return new Response(stored.text, {
    headers: {
      'content-type': 'text/vtt; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
  });
}
