import type { LabelKey, Say } from '@/lib/site/labels';
import type { AcceptPictureRefusal } from './library/accept-reader-picture';
import type { DeletePictureRefusal } from './library/delete-picture';
import type { PictureEditRefusal } from './library/edit-picture';
import { type FileRefusal, fileRefusals, maxPictureMegabytes } from './library/prepare-picture';
import type { ReplaceRefusal } from './library/replace-picture';
import type { PictureRefusal } from './library/save-picture';
import { wordLimits } from './picture-words';

/** Every code with which a command of the picture library can be refused. */
export type PictureLibraryRefusal =
  | PictureRefusal
  | PictureEditRefusal
  | ReplaceRefusal
  | DeletePictureRefusal
  | AcceptPictureRefusal;

/** The sentence for a refusal, whatever command it comes from. */
export function pictureSentence(say: Say, code: PictureLibraryRefusal, field?: string): string {
  if (isOfTheFile(code)) return say(`pictures.refused.${code}`, { max: maxPictureMegabytes });
  return say(sentences[code], { max: wordLimits[field as keyof typeof wordLimits] ?? 0 });
}

const sentences = {
  forbidden: 'admin.noPermission',
  'not-found': 'pictures.notFound',
  stale: 'pictures.changedMeanwhile',
  'in-use': 'pictures.inUse',
  known: 'pictures.replaceKnown',
  focal: 'pictures.focalWrong',
  'too-long': 'pictures.tooLong',
} as const satisfies Record<Exclude<PictureLibraryRefusal, FileRefusal>, LabelKey>;

function isOfTheFile(code: PictureLibraryRefusal): code is FileRefusal {
  return (fileRefusals as readonly string[]).includes(code);
}
