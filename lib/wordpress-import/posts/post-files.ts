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

/** The old site's files that one post uses, as stored here. Missing files are absent. */
export interface PostFiles {
  lead: number | null;
  pictures: ReadonlyMap<BodyItem, number>;
  /** By the id of the old file. */
  ofGalleries: ReadonlyMap<number, number>;
  /** Pictures uploaded to the post: a gallery without a list shows them. */
  own: readonly number[];
  /** New address by old address. */
  media: ReadonlyMap<string, string>;
}

const UPLOADED = /^[^?#]*\/wp-content\/uploads\/([^?#]+)/;

/** Finds the files of a post and imports new ones, before the post's transaction because a picture takes time. */
export async function postFilesOf(
  context: ImportContext,
  item: ExportItem,
  { items }: ReadBody,
): Promise<PostFiles> {
  const files = {
    lead: await pictureOf(context, context.staging.fileById(Number(item.meta.get('_thumbnail_id') ?? 0))),
    pictures: new Map<BodyItem, number>(),
    ofGalleries: new Map<number, number>(),
    own: [] as number[],
    media: new Map<string, string>(),
  };
  for (const one of items) {
    if (one.kind === 'picture') await addPicture(context, files.pictures, one);
    else if (one.kind === 'embed') await addMedium(context, files.media, one);
    else await addGallery(context, files, one, item.id);
  }
  return files;
}

async function addPicture(
  context: ImportContext,
  pictures: Map<BodyItem, number>,
  item: BodyItem,
): Promise<void> {
  if (item.kind !== 'picture') return;
  const numbered = item.attachment === null ? undefined : context.staging.fileById(item.attachment);
  const picture = await pictureOf(context, numbered ?? (await fileAt(context, item.src)) ?? undefined);
  if (picture !== null) pictures.set(item, picture);
}

async function addMedium(
  context: ImportContext,
  media: Map<string, string>,
  { provider, url }: Extract<BodyItem, { kind: 'embed' }>,
): Promise<void> {
  const file = /^(?:audio|video)$/.test(provider) ? await fileAt(context, url) : null;
  const medium = file && (await importFile(context, file));
  if (medium && medium.pictureId === null) media.set(url, medium.address);
}

async function addGallery(
  context: ImportContext,
  files: { pictures: Map<BodyItem, number>; ofGalleries: Map<number, number>; own: number[] },
  { pictures, attachments }: Extract<BodyItem, { kind: 'gallery' }>,
  post: number | null,
): Promise<void> {
  const { staging } = context;
  for (const one of pictures) await addPicture(context, files.pictures, one);
  for (const id of attachments ?? []) {
    const picture = await pictureOf(context, staging.fileById(id));
    if (picture !== null) files.ofGalleries.set(id, picture);
  }
  if (attachments !== null || pictures.length > 0 || files.own.length > 0 || post === null) return;
  for (const file of staging.filesOfPost(post)) {
    const picture = await pictureOf(context, file);
    if (picture !== null) files.own.push(picture);
  }
}

async function pictureOf(context: ImportContext, file: StagedFile | undefined): Promise<number | null> {
  return (file && (await importFile(context, file))?.pictureId) ?? null;
}

/** The file of the displayed size, else the original; also if the export does not list it. */
async function fileAt({ staging, files }: ImportContext, address: string): Promise<StagedFile | null> {
  const [, encoded] = UPLOADED.exec(address) ?? [];
  if (encoded === undefined) return null;
  const file = decoded(encoded);
  const names = [file, ...wordpressForms(`/wp-content/uploads/${file}`).map(({ path }) => path.slice(20))];
  for (const name of names) {
    const listed = staging.fileByPath(name);
    if (listed) return listed;
  }
  for (const name of names.toReversed()) {
    if (await files?.uploads.has(name)) return staging.addUnlistedFile(name);
  }
  return null;
}

/** The same files, as the body's document looks them up. */
export function knownFilesOf({ pictures, own, ofGalleries, media }: PostFiles): Omit<KnownFiles, 'link'> {
  return {
    picture: (item) => pictureAttrs(pictures.get(item), item.caption, item.alt),
    gallery: (named) =>
      (named === null ? own : named.map((id) => ofGalleries.get(id)))
        .map((id) => pictureAttrs(id, '', ''))
        .filter((one) => one !== null),
    medium: (address) => media.get(address) ?? address,
  };
}

function pictureAttrs(pictureId: number | undefined, caption: string, alt: string): Pictured | null {
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
