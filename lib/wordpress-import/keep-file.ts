import { and, eq, gte, lt } from 'drizzle-orm';
import type { ShelvedFile } from '@/db/import-staging';
import { legacyUrls, type PictureVariant, pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { addToMediaLibrary } from '@/lib/media/list-media';
import { mediaTypeOf } from '@/lib/media/media-file';
import { maxMediaMegabytes } from '@/lib/media/media-kinds';
import { saveMediaFile } from '@/lib/media/media-store';
import { maxPictureMegabytes, savePicture } from '@/lib/pictures/library/save-picture';
import { pictureAddress } from '@/lib/pictures/picture-addresses';
import { oldPath } from '@/lib/redirects/old-path';
import { wordsOf } from './content/plain-words';
import { keepOldAddress } from './keep-old-address';
import type { Files, Move } from './move';

/** Where a file of the old site lies here. `pictureId` null: a sound or a film. */
export interface KeptFile {
  pictureId: number | null;
  address: string;
}

const UPLOADS = '/wp-content/uploads/';
const MEGABYTE = 1024 * 1024;

/** Takes a file of the old site in, once: as a picture of the library, or as a sound or film. Null: it is not here. */
export async function keepFile(move: Move, file: ShelvedFile): Promise<KeptFile | null> {
  const known = keptBefore(move, file.file);
  if (known) {
    if (!file.isTried && known.pictureId !== null) {
      move.report.pictures.alreadyHere += 1;
      move.shelf.tried(file.id, known.pictureId);
    }
    return known;
  }
  if (file.isTried || !move.files) return null;
  const kept = await take(move, move.files, file);
  move.shelf.tried(file.id, kept?.pictureId ?? null);
  if (!kept) {
    move.report.pictures.missing += 1;
    return null;
  }
  await keepAddresses(move, file, kept.address);
  return kept;
}

/** The largest of its files that anything can show. */
export function addressOfPicture(variants: readonly PictureVariant[]): string {
  const largest = variants.at(-1);
  return largest ? pictureAddress(largest) : '';
}

function keptBefore({ db }: Pick<Move, 'db'>, file: string): KeptFile | null {
  const path = oldPath(encodeURI(UPLOADS + file));
  const row = path === null ? undefined : db.select().from(legacyUrls).where(eq(legacyUrls.path, path)).get();
  if (row?.targetKind !== 'address') return null;
  // A picture's files are called by the first digits of its SHA-256.
  const mark = /^\/media\/([0-9a-f]{20})-/.exec(row.target)?.[1];
  if (!mark) return { pictureId: null, address: row.target };
  const picture = db
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(gte(pictures.sha256, mark), lt(pictures.sha256, `${mark}g`)))
    .get();
  return picture ? { pictureId: picture.id, address: row.target } : null;
}

async function take(move: Move, files: Files, file: ShelvedFile): Promise<KeptFile | null> {
  const isMedium = mediaTypeOf(file.file) !== undefined;
  const maxBytes = (isMedium ? maxMediaMegabytes : maxPictureMegabytes) * MEGABYTE;
  const bytes = await files.uploads.open(file.file, maxBytes);
  if (bytes === null || bytes === 'too-heavy') {
    const reason =
      bytes === null ? 'is not in the uploads folder' : `is heavier than ${maxBytes / MEGABYTE} MB`;
    return untaken(move, file, reason);
  }
  return isMedium ? takeMedium(move, files, file, bytes) : takePicture(move, files, file, bytes);
}

function untaken({ tell }: Move, { id, file }: ShelvedFile, reason: string): null {
  tell({ post: id > 0 ? id : null, grade: 'refused', reason: `the file ${file} ${reason}` });
  return null;
}

async function takePicture(
  move: Move,
  { store }: Files,
  file: ShelvedFile,
  bytes: Uint8Array,
): Promise<KeptFile | null> {
  const { db, actor, now } = move;
  const { caption, credit } = wordsUnder(file.caption);
  const outcome = await savePicture(
    db,
    store,
    actor,
    { bytes, caption, credit, alt: wordsOf(file.alt) },
    now,
  );
  if (!outcome.ok) return untaken(move, file, `is no picture that can be shown (${outcome.code})`);
  const { pictureId, isKnown } = outcome.value;
  move.report.pictures[isKnown ? 'alreadyHere' : 'kept'] += 1;
  const row = db
    .select({ variants: pictures.variants })
    .from(pictures)
    .where(eq(pictures.id, pictureId))
    .get();
  return { pictureId, address: addressOfPicture(row?.variants ?? []) };
}

async function takeMedium(
  move: Move,
  { mediaFolder }: Files,
  file: ShelvedFile,
  bytes: Uint8Array,
): Promise<KeptFile | null> {
  const name = file.file.slice(file.file.lastIndexOf('/') + 1);
  const kept = await saveMediaFile(mediaFolder, name, bytes);
  if (!kept) return untaken(move, file, 'is of a kind that browsers do not play');
  await addToMediaLibrary(move.db, move.actor, { file: kept, name, bytes: bytes.length }, move.now);
  move.report.media += 1;
  return { pictureId: null, address: `/media/${kept}` };
}

/** `ভোরের নদী। ছবি: ইমরান` as what it shows and who made it. */
export function wordsUnder(caption: string): { caption: string; credit: string } {
  const words = wordsOf(caption).replace(/\s+/g, ' ').trim();
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

async function keepAddresses({ db, now, report }: Move, file: ShelvedFile, address: string): Promise<void> {
  const names = [file.file, file.file.replace(/-(?:scaled|rotated)(?=\.[a-z]+$)/i, '')].map((name) =>
    encodeURI(UPLOADS + name),
  );
  await tx(db, (t) => {
    for (const old of new Set([...names, ...(file.address ? [file.address] : [])])) {
      const target = { targetKind: 'address' as const, target: address };
      if (keepOldAddress(t, { address: old, target }, now) === 'added') report.oldAddresses += 1;
    }
  });
}
