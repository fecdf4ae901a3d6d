import { getDb } from '@/db/client';
import { picturesById } from '@/db/queries/media/pictures';
import type { PictureVariant } from '@/db/schema';
import { pictureAddress } from '@/lib/pictures/picture-addresses';
import type { SiteSettings } from '../settings';

export interface Sign {
  src: string;
  width: number;
  height: number;
}

export interface Signs {
  /** In place of the name in letters. `dark` null: the same in the dark. */
  logo: { light: Sign; dark: Sign | null } | null;
  card: Sign | null;
}

type ChosenIdentity = Pick<SiteSettings, 'logoId' | 'logoDarkId' | 'cardPictureId'>;

/** The newsroom's own pictures around every page; asks nothing where none is chosen. */
export async function readSigns({ logoId, logoDarkId, cardPictureId }: ChosenIdentity): Promise<Signs> {
  const ids = [logoId, logoDarkId, cardPictureId].filter((id) => id !== 0);
  if (ids.length === 0) return { logo: null, card: null };
  const rows = await picturesById(getDb(), ids);
  const of = (id: number, mime: string, least: number) =>
    signOf(rows.find((row) => row.id === id)?.variants ?? [], mime, least);
  const light = of(logoId, 'image/webp', 640);
  return {
    logo: light && { light, dark: of(logoDarkId, 'image/webp', 640) },
    // What others' programs fetch is to be a kind that all of them know.
    card: of(cardPictureId, 'image/jpeg', 1200),
  };
}

/** The narrowest file of a kind that is wide enough, else the widest. */
function signOf(variants: readonly PictureVariant[], mime: string, least: number): Sign | null {
  const files = variants.filter((file) => file.mime === mime);
  const file = files.find(({ width }) => width >= least) ?? files.at(-1);
  return file ? { src: pictureAddress(file), width: file.width, height: file.height } : null;
}
