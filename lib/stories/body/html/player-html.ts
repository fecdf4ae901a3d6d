import type { MediaKind } from '@/lib/media/media-kinds';

/**
 * The player of a sound or film of ours. Nothing of it is fetched before a reader presses play; a film's box has its
 * ratio before that. The attributes are written into the HTML as they are: escaped already.
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
