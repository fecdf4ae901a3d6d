import type { CardRow } from '@/db/queries/stories/listings';
import type { PictureVariant } from '@/db/schema';
import { coverAddress, oneKindOf, pictureAddress, withoutFace } from '@/lib/pictures/picture-addresses';

/** A picture's placeholder colour and its focal point; null if unknown. */
export interface PictureLook {
  focalX: number;
  focalY: number;
  colour: string;
}

/** A picture for a page; `srcSet` is empty for a drawn cover, which scales to any size. */
export interface CardPicture {
  /** The JPEG version, which every client can show; also for feeds and structured data. */
  src: string;
  srcSet: string;
  /** The smaller formats, the smallest first, each with its files from narrow to wide. */
  sources?: readonly { type: string; files: readonly { src: string; width: number }[] }[];
  look?: PictureLook | null;
  width: number;
  height: number;
  alt: string;
  /** The square version of a drawn cover, for thumbnails; null for a real picture, which the browser crops. */
  square: string | null;
}

/** A story as a listing shows it. */
export interface StoryCard {
  id: number;
  href: string;
  section: string;
  sectionName: string;
  kicker: string;
  headline: string;
  standfirst: string;
  publishedAt: Date;
  district: string | null;
  /** Names, in order, joined by commas. */
  by: string;
  firstByline: { name: string; role: string; portrait: CardPicture | null } | null;
  hasPhoto: boolean;
  picture: CardPicture;
  /** The card's label for the story's form, if any. */
  mark: FormMark | null;
}

/** A form that the card mentions before readers open the story; `seconds` of a video, if known. */
export type FormMark = { kind: 'photo' | 'live' } | { kind: 'video'; seconds: number | null };

export function storyAddress(story: { id: number; section: string }): string {
  return `/${story.section}/${story.id}`;
}

/** Rows of a listing, in the same order. */
export function cardsFrom(rows: readonly CardRow[]): StoryCard[] {
  return rows.map((row) => {
    const [first] = row.bylines;
    return {
      id: row.id,
      href: storyAddress(row),
      section: row.section,
      sectionName: row.sectionName,
      kicker: row.kicker,
      headline: row.headline,
      standfirst: row.standfirst,
      // Never null in a listing, which contains only published stories.
      publishedAt: row.publishedAt ?? new Date(0),
      district: row.districtName,
      by: row.bylines.map((byline) => byline.name).join(', '),
      firstByline: first
        ? {
            name: first.name,
            role: first.role,
            portrait: face(first.portrait, first.name, first.portraitLook),
          }
        : null,
      hasPhoto: row.variants !== null,
      picture: pictureOf(row.id, row.variants, row.pictureAlt || (row.libraryAlt ?? ''), row.look),
      mark: markOf(row),
    };
  });
}

/** A story is marked live only while the coverage runs. */
function markOf({ form, videoSeconds, liveEndedAt }: CardRow): FormMark | null {
  if (form === 'photo') return { kind: 'photo' };
  if (form === 'video') return { kind: 'video', seconds: videoSeconds };
  return form === 'live' && liveEndedAt === null ? { kind: 'live' } : null;
}

/** A story's own picture or its cover, which is hidden from screen readers. */
export function pictureOf(
  storyId: number,
  variants: readonly PictureVariant[] | null,
  alt: string,
  look: PictureLook | null = null,
): CardPicture {
  return (
    photo(variants, alt, look) ?? {
      src: coverAddress(storyId, '3x2'),
      srcSet: '',
      width: 1200,
      height: 800,
      alt: '',
      square: coverAddress(storyId, '1x1'),
    }
  );
}

/** Its `srcSet` is WebP if available; browsers without WebP use `src`. */
export function photo(
  variants: readonly PictureVariant[] | null,
  alt: string,
  look: PictureLook | null = null,
): CardPicture | null {
  const largest = variants?.at(-1);
  if (!variants || !largest) return null;
  const sources = sourcesOf(variants);
  const webp = sources.find(({ type }) => type === 'image/webp') ?? sources[0];
  const all = variants.filter(({ mime }) => mime === largest.mime);
  // For a link to another site and for browsers without WebP: not the full size.
  const plain = all.findLast(({ width }) => width <= 1280) ?? largest;
  return {
    src: pictureAddress(plain),
    srcSet: webp?.files.map(({ src, width }) => `${src} ${width}w`).join(', ') ?? '',
    sources,
    width: plain.width,
    height: plain.height,
    alt,
    square: null,
    look,
  };
}

/** A portrait beside a name: its `srcSet` starts with the file made for that and stops at the size of a face. */
export function face(
  variants: readonly PictureVariant[] | null,
  name: string,
  look: PictureLook | null = null,
): CardPicture | null {
  const portrait = photo(variants, name, look);
  if (!variants || !portrait) return null;
  const files = oneKindOf(variants).filter(({ width }, at) => at === 0 || width <= 320);
  return { ...portrait, srcSet: files.map((file) => `${pictureAddress(file)} ${file.width}w`).join(', ') };
}

function sourcesOf(variants: readonly PictureVariant[]): NonNullable<CardPicture['sources']> {
  return ['image/avif', 'image/webp']
    .map((type) => ({
      type,
      files: withoutFace(variants.filter(({ mime }) => mime === type)).map((variant) => ({
        src: pictureAddress(variant),
        width: variant.width,
      })),
    }))
    .filter(({ files }) => files.length > 0);
}
