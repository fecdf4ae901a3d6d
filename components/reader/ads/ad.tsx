import { toBengaliDigits } from '@barta/bengali/digits';
import type { DisplayedAd } from '@/lib/ads/reading';
import type { Say } from '@/lib/site/labels';

/**
 * An ad in the size of its place, which is kept free before it has come. A creative of an advertiser's stands in a frame
 * that may run nothing and asks nobody for anything; all it can do is open a link.
 */
export function Ad({ ad, say }: { ad: DisplayedAd | null; say: Say }) {
  if (!ad) return null;
  const { id, slot, width, height, name, picture } = ad;
  // With its place: whoever books three of a page is not read aloud as three of the same.
  const title = `${say('ads.label')} ${toBengaliDigits(slot)}: ${name}`;
  return (
    <aside className="ad" aria-label={title}>
      <p className="meta">{say('ads.label')}</p>
      {picture ? (
        <a href={picture.href} rel="sponsored noopener">
          {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
          <img
            src={picture.src}
            srcSet={picture.srcSet}
            sizes={`min(100vw, ${width}px)`}
            width={width}
            height={height}
            alt={name}
            loading="lazy"
            decoding="async"
          />
        </a>
      ) : (
        <iframe
          src={`/ad/${id}`}
          title={title}
          width={width}
          height={height}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          loading="lazy"
        />
      )}
    </aside>
  );
}
