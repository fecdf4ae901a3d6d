import type { Db } from '@/db/client';
import { bylinesOf } from '@/db/queries/bylines';
import type { CardRow } from '@/db/queries/listings';
import type { PictureVariant } from '@/db/schema';
import { coverAddress, pictureAddress } from '@/lib/pictures/addresses';

/** A picture as a page prints it; `srcSet` is empty for a drawn cover, which fits any size. */
export interface ShownPicture {
  src: string;
  srcSet: string;
  width: number;
  height: number;
  alt: string;
  /** The cover drawn square, for thumbnails; null for a real picture, which the browser crops. */
  square: string | null;
}

/** A story as a listing prints it. */
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
  firstByline: { name: string; role: string; portrait: ShownPicture | null } | null;
  hasPhoto: boolean;
  picture: ShownPicture;
}

export function storyAddress(story: { id: number; section: string }): string {
  return `/${story.section}/${story.id}`;
}

/** Rows of a listing with their bylines, in the same order. */
export async function cardsFrom(db: Db, rows: readonly CardRow[]): Promise<StoryCard[]> {
  const bylines = rows.length === 0 ? [] : await bylinesOf(db, [...new Set(rows.map((row) => row.id))]);
  return rows.map((row) => {
    const mine = bylines.filter((byline) => byline.storyId === row.id);
    const [first] = mine;
    return {
      id: row.id,
      href: storyAddress(row),
      section: row.section,
      sectionName: row.sectionName,
      kicker: row.kicker,
      headline: row.headline,
      standfirst: row.standfirst,
      // Never null in a listing: only published stories are in it.
      publishedAt: row.publishedAt ?? new Date(0),
      district: row.districtName,
      by: mine.map((byline) => byline.name).join(', '),
      firstByline: first
        ? { name: first.name, role: first.role, portrait: photo(first.portrait, first.name) }
        : null,
      hasPhoto: row.variants !== null,
      picture: pictureOf(row.id, row.variants, row.pictureAlt || (row.libraryAlt ?? '')),
    };
  });
}

/** A story's own picture, or else its cover, which says nothing to a screen reader. */
export function pictureOf(
  storyId: number,
  variants: readonly PictureVariant[] | null,
  alt: string,
): ShownPicture {
  return (
    photo(variants, alt) ?? {
      src: coverAddress(storyId, '3x2'),
      srcSet: '',
      width: 1200,
      height: 800,
      alt: '',
      square: coverAddress(storyId, '1x1'),
    }
  );
}

export function photo(variants: readonly PictureVariant[] | null, alt: string): ShownPicture | null {
  const largest = variants?.at(-1);
  if (!variants || !largest) return null;
  return {
    src: pictureAddress(largest),
    srcSet: variants.map((variant) => `${pictureAddress(variant)} ${variant.width}w`).join(', '),
    width: largest.width,
    height: largest.height,
    alt,
    square: null,
  };
}
