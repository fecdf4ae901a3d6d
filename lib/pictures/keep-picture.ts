import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import type { Db } from '@/db/client';
import { type PictureVariant, pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import type { PictureStore } from './store';

export interface NewPicture {
  bytes: Uint8Array;
  caption?: string;
  credit?: string;
  alt?: string;
}

export type PictureRefusal =
  | 'forbidden'
  | 'no-picture'
  | 'picture-too-heavy'
  | 'picture-kind'
  | 'picture-too-large'
  | 'picture-broken';

export const maxPictureMegabytes = 20;
/** A camera makes 24 to 60; what is far above was made to fill the memory. */
const maxPixels = 100_000_000;
const variantWidths = [320, 640, 960, 1280];
/** By what the bytes are, whatever the file is called. SVG is a program, and is not among them. */
const kinds: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'heif', 'tiff']);

interface Finished {
  width: number;
  height: number;
  mime: string;
  variants: PictureVariant[];
  files: Map<string, Buffer>;
}

/**
 * Takes a picture into the library: upright, in sRGB, without the camera's metadata (places and names are in it),
 * in the widths that pages use. The same bytes are the same picture, with the words that it was first given.
 */
export async function keepPicture(
  db: Db,
  store: PictureStore,
  actor: Actor,
  { bytes, caption = '', credit = '', alt = '' }: NewPicture,
  now = new Date(),
): Promise<Result<{ pictureId: number }, PictureRefusal>> {
  if (!may(actor, 'write-story')) return refused('forbidden');
  if (bytes.length === 0) return refused('no-picture', 'picture');
  if (bytes.length > maxPictureMegabytes * 1024 * 1024) return refused('picture-too-heavy', 'picture');

  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = db.select({ id: pictures.id }).from(pictures).where(eq(pictures.sha256, sha256)).get();
  if (known) return done({ pictureId: known.id });

  const finished = await finish(bytes, sha256);
  if (typeof finished === 'string') return refused(finished, 'picture');
  const { files, ...picture } = finished;

  // Files first: a row whose files are missing would be a hole in a page; files without a row harm nobody.
  for (const [file, variant] of files) await store.put(file, variant);
  return tx(db, (t) => {
    const meanwhile = t.select({ id: pictures.id }).from(pictures).where(eq(pictures.sha256, sha256)).get();
    if (meanwhile) return done({ pictureId: meanwhile.id });

    const { id } = t
      .insert(pictures)
      .values({ ...picture, sha256, bytes: bytes.length, caption, credit, alt, createdAt: now })
      .returning({ id: pictures.id })
      .get();
    appendAudit(t, { actor, verb: 'keep-picture', subject: `picture:${id}`, after: { sha256 }, at: now });
    return done({ pictureId: id });
  });
}

async function finish(bytes: Uint8Array, sha256: string): Promise<Finished | PictureRefusal> {
  // Looks at the header only, so a bomb is turned away before anything of it is unpacked.
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!header || !kinds.has(header.format)) return 'picture-kind';
  if (header.width * header.height > maxPixels) return 'picture-too-large';

  try {
    const upright = { width: header.autoOrient.width, height: header.autoOrient.height };
    const files = new Map<string, Buffer>();
    const variants: PictureVariant[] = [];
    for (const width of widthsFor(upright.width)) {
      const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'truncated' })
        .autoOrient()
        .resize({ width })
        .toColourspace('srgb')
        .webp({ quality: 80 })
        .toBuffer({ resolveWithObject: true });
      const file = `${sha256.slice(0, 20)}-${info.width}.webp`;
      files.set(file, data);
      variants.push({ file, width: info.width, height: info.height, mime: 'image/webp' });
    }
    return { ...upright, mime: `image/${header.format}`, variants, files };
  } catch {
    // The header was that of a picture and the rest is not: cut off, or never one.
    return 'picture-broken';
  }
}

/** Our widths as far as the picture has them, and its own where it is narrower than the widest. */
function widthsFor(original: number): number[] {
  const fitting = variantWidths.filter((width) => width <= original);
  const widest = Math.min(original, 1280);
  return fitting.includes(widest) ? fitting : [...fitting, widest];
}
