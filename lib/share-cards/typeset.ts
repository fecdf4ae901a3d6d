import { countGraphemes, truncateGraphemes } from '@barta/bengali/graphemes';
import sharp from 'sharp';

/** The whole face, not the cut that pages carry: a headline may have any conjunct. */
const face = { name: 'Noto Serif Bengali Bold', file: 'lib/share-cards/fonts/noto-serif-bengali-700.ttf' };
/** The least part of a text that is still tried: then it is not the length that does not fit. */
const LEAST = 12;

export interface Typeset {
  png: Buffer;
  width: number;
  height: number;
}

interface TypesetOptions {
  width: number;
  height: number;
  /** In pixels, the largest first; a text that fits in none is cut, at the last. */
  sizes: readonly number[];
  colour: string;
}

/** Sets a text into a box, as large as fits. Pango and HarfBuzz shape it: conjuncts, reph and signs where they belong. */
export async function typeset(
  text: string,
  { width, height, sizes, colour }: TypesetOptions,
): Promise<Typeset> {
  let set: Typeset | undefined;
  for (const size of sizes) {
    set = await setIn(text, { width, size, colour });
    if (set.height <= height && set.width <= width) return set;
  }
  const size = sizes.at(-1) ?? 32;
  let characters = countGraphemes(text);
  while (set && (set.height > height || set.width > width) && characters > LEAST) {
    characters = Math.floor(characters * Math.min(0.9, Math.max(0.5, height / set.height)));
    set = await setIn(truncateGraphemes(text, characters, '…'), { width, size, colour });
  }
  if (!set) throw new Error('typeset: no size to set in');
  return set;
}

async function setIn(
  text: string,
  { width, size, colour }: { width: number; size: number; colour: string },
): Promise<Typeset> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${markup(text)}</span>`,
      font: `${face.name} ${size}`,
      // Relative to the repository's root, from which everything is started.
      fontfile: face.file,
      width,
      // At 72 a point is a pixel.
      dpi: 72,
      rgba: true,
      wrap: 'word-char',
      spacing: Math.round(size * 0.08),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}

/** Pictures among the letters, and what is no letter at all: our face has none, and a box with numbers is no picture. */
const undrawable =
  /(?![©®™])\p{Extended_Pictographic}\u200d?|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u20e3|\ufe0f\u200d?|[\p{Cn}\p{Co}]|[\u{e0020}-\u{e007f}]/gu;

function markup(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Pango's markup allows none
  const allowed = text.replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, ' ').toWellFormed();
  const plain = allowed.replace(undrawable, '').trim();
  // Pango refuses to set nothing, and takes what has no width for that.
  if (/^[\p{Z}\p{C}]*$/u.test(plain)) return '…';
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
