import sharp from 'sharp';
import { coverSvg } from '@/lib/pictures/cover/cover-svg';
import { type CardShape, type CardWords, cardSize } from './card';
import { typeset } from './typeset';

const paper = '#ffffff';
const ink = '#16161a';
const mute = '#5c5c66';
const red = '#b5121b';

/** Where things stand on a card, in pixels. */
const plans = {
  wide: {
    picture: { left: 620, top: 0, width: 580, height: 630 },
    words: { left: 56, top: 150, width: 520, height: 380 },
    sizes: [58, 52, 46, 40, 36],
    brand: { left: 56, top: 44, size: 44 },
    date: { left: 56, bottom: 44, size: 22 },
  },
  square: {
    picture: { left: 0, top: 0, width: 1080, height: 600 },
    words: { left: 64, top: 650, width: 952, height: 300 },
    sizes: [72, 64, 56, 50, 44],
    brand: { left: 64, bottom: 52, size: 46 },
    date: { right: 64, bottom: 56, size: 26 },
  },
} as const;

/** Draws a card: the picture or a kantha, the headline, who says so, and when or what it is. JPEG. */
export async function drawCard(
  words: CardWords,
  shape: CardShape,
  picture: Uint8Array | null,
): Promise<Buffer> {
  const plan = plans[shape];
  const { width, height } = cardSize[shape];
  const [headline, brand, date, photo] = await Promise.all([
    typeset(words.headline, { ...plan.words, sizes: plan.sizes, colour: ink }),
    typeset(words.siteName, { width: 400, height: 90, sizes: [plan.brand.size, 34, 28], colour: red }),
    typeset(words.below, { width: 480, height: 60, sizes: [plan.date.size], colour: mute }),
    pictureFor(words, plan.picture, picture),
  ]);

  const at = (
    place: { left?: number; right?: number; top?: number; bottom?: number },
    size: typeof brand,
  ) => ({
    left: place.left ?? width - (place.right ?? 0) - size.width,
    top: place.top ?? height - (place.bottom ?? 0) - size.height,
  });
  const brandAt = at(plan.brand, brand);
  return sharp({ create: { width, height, channels: 3, background: paper } })
    .composite([
      { input: photo, left: plan.picture.left, top: plan.picture.top },
      { input: rules(shape, brandAt, brand), left: 0, top: 0 },
      { input: headline.png, left: plan.words.left, top: plan.words.top },
      { input: brand.png, ...brandAt },
      { input: date.png, ...at(plan.date, date) },
    ])
    .jpeg({ quality: 84, mozjpeg: true, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** The house's red line between words and picture, and the matra that the brand hangs from. */
function rules(
  shape: CardShape,
  brand: { left: number; top: number },
  { width: brandWidth }: { width: number },
): Buffer {
  const { width, height } = cardSize[shape];
  const line =
    shape === 'wide'
      ? `<rect x="614" width="6" height="${height}" fill="${red}"/>`
      : `<rect y="600" width="${width}" height="8" fill="${red}"/>`;
  const matra = `<rect x="${brand.left + brandWidth + 14}" y="${brand.top + 9}" width="34" height="5" fill="${red}"/>`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${line}${matra}</svg>`,
  );
}

async function pictureFor(
  { of, id }: CardWords,
  { width, height }: { width: number; height: number },
  picture: Uint8Array | null,
): Promise<Buffer> {
  const cover = () => Buffer.from(coverSvg(`${of}-${id}`, { width, height }));
  const drawn = (source: Uint8Array) =>
    sharp(source)
      .resize(width, height, { fit: 'cover', position: sharp.strategy.attention })
      .png()
      .toBuffer();
  // A file that is broken, or gone from the disk, leaves it its cover.
  return picture ? drawn(picture).catch(() => drawn(cover())) : drawn(cover());
}
