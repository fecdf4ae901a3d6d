import type { LibraryPicture, Lookups } from '../block';
import { escapeHtml } from '../html/escape-html';
import { tidySingleLine } from '../inline/tidy-inline';
import type { Pictured } from './pictured';

export function tidyPictured({ pictureId, file, caption, credit, alt }: Pictured): Pictured {
  return {
    pictureId,
    file: pictureId === null ? file : '',
    caption: tidySingleLine(caption),
    credit: tidySingleLine(credit),
    alt: tidySingleLine(alt),
  };
}

export function isShown({ pictureId, file }: Pictured): boolean {
  return pictureId !== null || file !== '';
}

/** `linked`: the picture links to its largest file, which the gallery opens in place when JavaScript is available. */
export function picturedHtml(
  { pictureId, file, caption, credit, alt }: Pictured,
  lookups: Lookups,
  as: 'plain' | 'linked' = 'plain',
): string {
  const known = pictureId === null ? undefined : lookups.picture(pictureId);
  const bare = known
    ? imageHtml(known, alt || known.alt)
    : file && `<img src="/media/${escapeHtml(file)}" alt="${escapeHtml(alt)}" loading="lazy" />`;
  if (!bare) return '';
  const full = known?.full ?? `/media/${file}`;
  const image = as === 'linked' ? `<a href="${escapeHtml(full)}" data-full="">${bare}</a>` : bare;

  const words = escapeHtml(caption || (known?.caption ?? ''));
  const by = credit || (known?.credit ?? '');
  const credited = by && `<span class="credit">${escapeHtml(lookups.creditLine(by))}</span>`;
  const below = [words, credited].filter(Boolean).join(' ');
  return `<figure>${image}${below && `<figcaption>${below}</figcaption>`}</figure>`;
}

/**
 * On a phone slightly less than the column width: otherwise the next larger file is chosen, twice the bytes for no
 * visible gain.
 */
export const columnSizes = '(min-width: 48rem) 45rem, 85vw';

function imageHtml({ src, srcSet, width, height }: LibraryPicture, alt: string): string {
  const set = srcSet && ` srcset="${escapeHtml(srcSet)}" sizes="${columnSizes}"`;
  return `<img src="${escapeHtml(src)}"${set} width="${width}" height="${height}" alt="${escapeHtml(alt)}" loading="lazy" />`;
}
