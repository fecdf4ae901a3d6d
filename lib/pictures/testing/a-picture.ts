import sharp, { type Sharp } from 'sharp';
import { aFolder } from '@/db/testing/a-folder';
import { folderPictureStore } from '../picture-store';

interface JpegOptions {
  width?: number;
  height?: number;
  /** As in `#ff0000`: two pictures of two colours are two files. */
  above?: string;
  below?: string;
}

/** One colour above and one below, so that it can be seen which way is up. */
export async function aPicture({
  width = 60,
  height = 40,
  above = '#ff0000',
  below = '#0000ff',
}: JpegOptions = {}): Promise<Sharp> {
  const half = await sharp({
    create: { width, height: Math.ceil(height / 2), channels: 3, background: below },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: above } }).composite([
    { input: half, top: Math.floor(height / 2), left: 0 },
  ]);
}

export async function aJpeg(overrides: JpegOptions = {}): Promise<Buffer> {
  return (await aPicture(overrides)).jpeg().toBuffer();
}

/** A store in a folder of its own. */
export function aStore() {
  const folder = aFolder();
  return { folder, store: folderPictureStore(folder) };
}
