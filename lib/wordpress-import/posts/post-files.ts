import type { StagedFile } from '@/db/import-staging';
import { fittingWords } from '@/lib/pictures/picture-words';
import { wordpressForms } from '@/lib/redirects/wordpress-forms';
import type { Pictured } from '@/lib/stories/body/blocks/pictured';
import type { KnownFiles } from '../content/body-document';
import type { ReadBody } from '../content/body-html';
import type { BodyItem } from '../content/embeds';
import type { ExportItem } from '../export/export-format';
import { importFile } from '../files/import-file';
import type { ImportContext } from '../import-context';

/** What one post shows of the old site's files, as it is here. Whatever is not in it is not here. */
export interface PostFiles {
  lead: number | null;
  pictures: ReadonlyMap<BodyItem, number>;
  /** By the number of the old file. */
  ofGalleries: ReadonlyMap<number, number>;
  /** Pictures that were uploaded to the post: a gallery that names none shows them. */
  own: readonly number[];
  /** Address by old address. */
  media: ReadonlyMap<string, string>;
}

const UPLOADED = /^[^?#]*\/wp-content\/uploads\/([^?#]+)/;

/** Looked for, and taken in where they are new, before the post's transaction: a picture takes its time. */
export async function postFilesOf(
  context: ImportContext,
  item: ExportItem,
  { items }: ReadBody,
): Promise<PostFiles> {
  const { staging } = context;
  const pictures = new Map<BodyItem, number>();
  const ofGalleries = new Map<number, number>();
  const media = new Map<string, string>();
  const own: number[] = [];

  const thumbnail = Number(item.meta.get('_thumbnail_id') ?? 0);
  const lead = await pictureOf(staging.fileById(thumbnail));
  for (const thing of items) {
    if (thing.kind === 'picture') await find(thing);
    else if (thing.kind === 'embed') {
      const kept = /^(?:audio|video)$/.test(thing.provider) ? await fileAt(thing.url) : null;
      const medium = kept && (await importFile(context, kept));
      if (medium && medium.pictureId === null) media.set(thing.url, medium.address);
    } else {
      for (const one of thing.pictures) await find(one);
      for (const id of thing.attachments ?? []) {
        const picture = await pictureOf(staging.fileById(id));
        if (picture !== null) ofGalleries.set(id, picture);
      }
      if (thing.attachments === null && thing.pictures.length === 0 && own.length === 0 && item.id !== null) {
        for (const file of staging.filesOfPost(item.id)) {
          const picture = await pictureOf(file);
          if (picture !== null) own.push(picture);
        }
      }
    }
  }
  return { lead, pictures, ofGalleries, own, media };

  async function find(thing: BodyItem): Promise<void> {
    if (thing.kind !== 'picture') return;
    const numbered = thing.attachment === null ? undefined : staging.fileById(thing.attachment);
    const picture = await pictureOf(numbered ?? (await fileAt(thing.src)) ?? undefined);
    if (picture !== null) pictures.set(thing, picture);
  }

  async function pictureOf(file: StagedFile | undefined): Promise<number | null> {
    return (file && (await importFile(context, file))?.pictureId) ?? null;
  }

  /** Of the size that is shown, else the whole one; also where the export does not list it. */
  async function fileAt(address: string): Promise<StagedFile | null> {
    const [, encoded] = UPLOADED.exec(address) ?? [];
    if (encoded === undefined) return null;
    const file = decoded(encoded);
    const names = [file, ...wordpressForms(`/wp-content/uploads/${file}`).map(({ path }) => path.slice(20))];
    for (const name of names) {
      const listed = staging.fileByPath(name);
      if (listed) return listed;
    }
    for (const name of names.toReversed()) {
      if (await context.files?.uploads.has(name)) return staging.addUnlistedFile(name);
    }
    return null;
  }
}

/** The same as a text asks for it. */
export function knownFilesOf({ pictures, own, ofGalleries, media }: PostFiles): Omit<KnownFiles, 'link'> {
  return {
    picture: (thing) => shownAs(pictures.get(thing), thing.caption, thing.alt),
    gallery: (named) =>
      (named === null ? own : named.map((id) => ofGalleries.get(id)))
        .map((id) => shownAs(id, '', ''))
        .filter((one) => one !== null),
    medium: (address) => media.get(address) ?? address,
  };
}

function shownAs(pictureId: number | undefined, caption: string, alt: string): Pictured | null {
  return pictureId === undefined
    ? null
    : { pictureId, file: '', ...fittingWords({ caption, credit: '', alt }) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}
