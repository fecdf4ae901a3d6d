import type { ShownPicture } from '@/lib/stories/cards';

interface Picture {
  picture: ShownPicture;
  shape?: 'lead' | 'card' | 'thumb';
  /** The width it takes on the page, as in the attribute of that name. */
  sizes: string;
  /** In the first screen: fetched at once and before others. One a page. */
  isFirst?: boolean;
}

/** The box has its ratio before the picture arrives. A drawn cover keeps its own, so that no border is cropped. */
export function Picture({ picture, shape = 'card', sizes, isFirst = false }: Picture) {
  const isThumb = shape === 'thumb';
  const src = isThumb && picture.square ? picture.square : picture.src;
  const box = shape === 'lead' && picture.square ? 'card' : shape;
  return (
    <span className={box === 'card' ? 'pic' : `pic pic--${box}`}>
      {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
      <img
        src={src}
        srcSet={picture.srcSet || undefined}
        sizes={picture.srcSet ? sizes : undefined}
        width={isThumb && picture.square ? 600 : picture.width}
        height={isThumb && picture.square ? 600 : picture.height}
        alt={picture.alt}
        loading={isFirst ? undefined : 'lazy'}
        decoding={isFirst ? undefined : 'async'}
        fetchPriority={isFirst ? 'high' : undefined}
      />
    </span>
  );
}
