import { FormBadge } from '@/components/reader/listing/form-mark';
import { type BoxShape, cropClass, toneClass } from '@/components/reader/picture-box';
import type { CardPicture, FormMark } from '@/lib/stories/for-readers/cards';

interface Picture {
  picture: CardPicture;
  shape?: BoxShape;
  /**
   * The width it takes on the page, as in the attribute of that name. As wide as a phone is told as 85vw: a seventh less
   * than it is at most, which nobody sees in a photograph, and mostly the next smaller file, of half the bytes.
   */
  sizes: string;
  /** In the first screen: fetched at once and before others. One a page. */
  isFirst?: boolean;
  /** Of a card's: what is said on it of the story's form. */
  mark?: FormMark | null;
}

/** Wider ones are for those who look at one picture, not at a list: each file that is named costs every reader bytes. */
const widestOf: Record<BoxShape, number> = { lead: 1920, card: 1280, thumb: 640 };

/** The box has its ratio before the picture arrives. A drawn cover keeps its own, so that no border is cropped. */
export function Picture({ picture, shape = 'card', sizes, isFirst = false, mark }: Picture) {
  const isThumb = shape === 'thumb';
  const src = isThumb && picture.square ? picture.square : picture.src;
  const box = shape === 'lead' && picture.square ? 'card' : shape;
  const classes = ['pic', box !== 'card' && `pic--${box}`, cropClass(picture, box), toneClass(picture.look)];
  const sources = picture.sources ?? [];
  const image = (
    // biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off
    <img
      src={src}
      width={isThumb && picture.square ? 600 : picture.width}
      height={isThumb && picture.square ? 600 : picture.height}
      alt={picture.alt}
      loading={isFirst ? undefined : 'lazy'}
      // The first is drawn with the words beside it, not a moment after them.
      decoding={isFirst ? 'sync' : 'async'}
      fetchPriority={isFirst ? 'high' : undefined}
    />
  );
  return (
    <span className={classes.filter(Boolean).join(' ')}>
      {sources.length === 0 ? (
        image
      ) : (
        <picture>
          {sources.map(({ type, files }) => (
            <source
              key={type}
              type={type}
              srcSet={srcSetOf(files, isFirst ? widestOf.lead : widestOf[shape])}
              sizes={sizes}
            />
          ))}
          {image}
        </picture>
      )}
      <FormBadge mark={mark} />
    </span>
  );
}

/** One that is wider than asked for is better than none. */
function srcSetOf(files: readonly { src: string; width: number }[], widest: number): string {
  const fitting = files.filter(({ width }) => width <= widest);
  const named = fitting.length > 0 ? fitting : files.slice(0, 1);
  return named.map(({ src, width }) => `${src} ${width}w`).join(', ');
}
