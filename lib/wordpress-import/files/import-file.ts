import { and, eq, gte, lt } from 'drizzle-orm';
import type { StagedFile } from '@/db/import-staging';
import { legacyUrls, type PictureVariant, pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { addToMediaLibrary } from '@/lib/media/list-media';
import { mediaTypeOf } from '@/lib/media/media-file';
import { maxMediaMegabytes } from '@/lib/media/media-kinds';
import { saveMediaFile } from '@/lib/media/media-store';
import { maxPictureMegabytes, savePicture } from '@/lib/pictures/library/save-picture';
import { pictureAddress } from '@/lib/pictures/picture-addresses';
import { oldPath } from '@/lib/redirects/old-path';
import { saveOldAddress } from '../addresses/save-old-address';
import { plainTextOf } from '../content/plain-text';
import type { ImportContext, ImportFiles } from '../import-context';

/** An imported file; `pictureId` is null for audio and video. */
export interface ImportedFile {
  pictureId: number | null;
  address: string;
}

const UPLOADS = '/wp-content/uploads/';
const MEGABYTE = 1024 * 1024;

/** Imports a file of the old site once, as a picture or as audio or video. Null if it is missing or refused. */
export async function importFile(context: ImportContext, file: StagedFile): Promise<ImportedFile | null> {
  const known = importedBefore(context, file.file);
  if (known) {
    if (!file.isTried && known.pictureId !== null) {
      context.report.pictures.alreadyHere += 1;
      context.staging.markTried(file.id, known.pictureId);
    }
    return known;
  }
  if (file.isTried || !context.files) return null;
  const saved = await take(context, context.files, file);
  context.staging.markTried(file.id, saved?.pictureId ?? null);
  if (!saved) {
    context.report.pictures.missing += 1;
    return null;
  }
  await saveFileAddresses(context, file, saved.address);
  return saved;
}

/** Address of the largest variant, in the most compatible format. */
export function addressOfPicture(variants: readonly PictureVariant[]): string {
  const largest = variants.at(-1);
  return largest ? pictureAddress(largest) : '';
}

function importedBefore({ db }: Pick<ImportContext, 'db'>, file: string): ImportedFile | null {
  const path = oldPath(encodeURI(UPLOADS + file));
  const row = path === null ? undefined : db.select().from(legacyUrls).where(eq(legacyUrls.path, path)).get();
  if (row?.targetKind !== 'address') return null;
  // The files of a picture are named by the first digits of its SHA-256.
  const mark = /^\/media\/([0-9a-f]{20})-/.exec(row.target)?.[1];
  if (!mark) return { pictureId: null, address: row.target };
  const picture = db
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(gte(pictures.sha256, mark), lt(pictures.sha256, `${mark}g`)))
    .get();
  return picture ? { pictureId: picture.id, address: row.target } : null;
}

async function take(
  context: ImportContext,
  files: ImportFiles,
  file: StagedFile,
): Promise<ImportedFile | null> {
  const isMedium = mediaTypeOf(file.file) !== undefined;
  const maxBytes = (isMedium ? maxMediaMegabytes : maxPictureMegabytes) * MEGABYTE;
  const bytes = await files.uploads.open(file.file, maxBytes);
  if (bytes === null || bytes === 'too-heavy') {
    const reason =
      bytes === null ? 'is not in the uploads folder' : `is larger than ${maxBytes / MEGABYTE} MB`;
    return refuseFile(context, file, reason);
  }
  return isMedium ? importMedium(context, files, file, bytes) : importPicture(context, files, file, bytes);
}

function refuseFile({ addNote }: ImportContext, { id, file }: StagedFile, reason: string): null {
  addNote({ post: id > 0 ? id : null, grade: 'refused', reason: `the file ${file} ${reason}` });
  return null;
}

async function importPicture(
  context: ImportContext,
  { store }: ImportFiles,
  file: StagedFile,
  bytes: Uint8Array,
): Promise<ImportedFile | null> {
  const { db, actor, now } = context;
  const { caption, credit } = splitCaption(file.caption);
  const outcome = await savePicture(
    db,
    store,
    actor,
    { bytes, caption, credit, alt: plainTextOf(file.alt) },
    now,
  );
  if (!outcome.ok) return refuseFile(context, file, `cannot be shown as a picture (${outcome.code})`);
  const { pictureId, isKnown } = outcome.value;
  context.report.pictures[isKnown ? 'alreadyHere' : 'kept'] += 1;
  const row = db
    .select({ variants: pictures.variants })
    .from(pictures)
    .where(eq(pictures.id, pictureId))
    .get();
  return { pictureId, address: addressOfPicture(row?.variants ?? []) };
}

async function importMedium(
  context: ImportContext,
  { mediaFolder }: ImportFiles,
  file: StagedFile,
  bytes: Uint8Array,
): Promise<ImportedFile | null> {
  const name = file.file.slice(file.file.lastIndexOf('/') + 1);
  const saved = await saveMediaFile(mediaFolder, name, bytes);
  if (!saved) return refuseFile(context, file, 'has a format that browsers do not play');
  await addToMediaLibrary(context.db, context.actor, { file: saved, name, bytes: bytes.length }, context.now);
  context.report.media += 1;
  return { pictureId: null, address: `/media/${saved}` };
}

/** Splits `ভোরের নদী। ছবি: ইমরান` into caption and credit. */
export function splitCaption(caption: string): { caption: string; credit: string } {
  const words = plainTextOf(caption).replace(/\s+/g, ' ').trim();
  const found =
    /^(.*?)[\s(|।–-]*(?:ছবি|আলোকচিত্র|ফটো|photo|image|credit|picture)\s*[:：ঃ]\s*([^:：]{2,80}?)\)?$/iu.exec(
      words,
    );
  if (!found) return { caption: words, credit: '' };
  const [, before = '', credit = ''] = found;
  const ending = words[before.length] === '।' ? '।' : '';
  return {
    caption: `${before.trim()}${before.trim() && ending}`,
    credit: credit.replace(/[।.]$/, '').trim(),
  };
}

async function saveFileAddresses(
  { db, now, report }: ImportContext,
  file: StagedFile,
  address: string,
): Promise<void> {
  const names = [file.file, file.file.replace(/-(?:scaled|rotated)(?=\.[a-z]+$)/i, '')].map((name) =>
    encodeURI(UPLOADS + name),
  );
  await tx(db, (t) => {
    for (const old of new Set([...names, ...(file.address ? [file.address] : [])])) {
      const target = { targetKind: 'address' as const, target: address };
      if (saveOldAddress(t, { address: old, target }, now) === 'added') report.oldAddresses += 1;
    }
  });
}
