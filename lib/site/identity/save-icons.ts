import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { PictureVariant } from '@/db/schema';
import { isDiskFull } from '@/lib/forms/disk-full';
import type { PictureStore } from '@/lib/pictures/picture-store';
import { type IconSize, iconSizes } from './icon-sizes';

/** Counts up when the making itself changes, so that the files have other names. */
const MAKING = 1;
const white = { r: 255, g: 255, b: 255, alpha: 1 };
const nothing = { r: 255, g: 255, b: 255, alpha: 0 };

/**
 * The sizes that tabs and home screens ask for, of a picture that the press has made (so its bytes are ours). Their
 * names are made of the source's, so what is called so never changes. Answers what they are called before their size.
 */
async function saveIcons(store: PictureStore, file: string, bytes: Uint8Array): Promise<string> {
  const head = createHash('sha256').update(`icon ${MAKING} ${file}`).digest('hex').slice(0, 20);
  for (const size of Object.keys(iconSizes) as IconSize[])
    await store.put(`${head}-${iconSizes[size]}.png`, await drawn(bytes, size));
  return head;
}

/** The icons of a picture of the library, by its files; or why there are none. */
export async function saveIconsOf(
  store: PictureStore,
  variants: readonly PictureVariant[],
): Promise<string | 'not-made' | 'not-stored'> {
  // The widest WebP keeps what is transparent; a JPEG does not.
  const source = variants.findLast(({ mime }) => mime === 'image/webp') ?? variants.at(-1);
  const bytes = source && (await store.open(source.file));
  if (!source || !bytes) return 'not-made';
  try {
    return await saveIcons(store, source.file, bytes);
  } catch (error) {
    return isDiskFull(error) ? 'not-stored' : 'not-made';
  }
}

async function drawn(bytes: Uint8Array, size: IconSize): Promise<Uint8Array> {
  const width = iconSizes[size];
  // A circle cut out of the maskable one leaves its inner four fifths; iOS fills what is transparent with black.
  const inner = size === 'maskable' ? Math.round(width * 0.72) : width;
  const rim = Math.floor((width - inner) / 2);
  const background = size === 'maskable' || size === 'touch' ? white : nothing;
  const fitted = sharp(bytes)
    .resize({ width: inner, height: inner, fit: 'contain', background })
    .extend({
      top: rim,
      left: rim,
      bottom: width - inner - rim,
      right: width - inner - rim,
      background,
    });
  const flat = background === white ? fitted.flatten({ background: white }) : fitted;
  return flat.png({ compressionLevel: 9 }).toBuffer();
}
