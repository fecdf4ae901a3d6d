import { graphemes } from '@barta/bengali/graphemes';
import type { CardPicture } from '@/lib/stories/for-readers/cards';

interface Face {
  name: string;
  portrait: CardPicture | null;
  /** The width it takes on the page, as in the attribute of that name. Twice on a page it says the same: one file. */
  sizes?: string;
}

/** A portrait, or the name's first letter where there is none. The name stands beside it, so it says nothing aloud. */
export function Face({ name, portrait, sizes = '6.5rem' }: Face) {
  return (
    <span className="op__face" aria-hidden="true">
      {portrait ? (
        // biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off
        <img
          src={portrait.src}
          srcSet={portrait.srcSet}
          sizes={sizes}
          width={portrait.width}
          height={portrait.height}
          alt=""
          loading="lazy"
          decoding="async"
        />
      ) : (
        <span className="op__letter">{initial(name)}</span>
      )}
    </span>
  );
}

/** The first letter of a name, without what is said before it. */
export function initial(name: string): string {
  return graphemes(name.replace(/^(ড|ডা|প্রফেসর|অধ্যাপক|মো|মোঃ)\.?\s+/, ''))[0] ?? '';
}
