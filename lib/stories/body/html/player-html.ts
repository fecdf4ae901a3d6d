import type { MediaKind } from '@/lib/media/media-kinds';

/**
 * The player for one of our audio or video files. Nothing is fetched before a reader presses play; a video reserves
 * its space. The attributes must already be escaped.
 */
export function playerHtml(
  kind: MediaKind,
  { address, title, poster = '' }: { address: string; title: string; poster?: string },
): string {
  const posterAttribute = poster && ` poster="${poster}"`;
  const box = kind === 'video' ? ` width="1280" height="720" playsinline=""${posterAttribute}` : '';
  const named = title && ` aria-label="${title}"`;
  const caption = title && `<figcaption>${title}</figcaption>`;
  return `<figure class="player"><${kind} src="${address}" controls="" preload="none"${box}${named}></${kind}>${caption}</figure>`;
}
