import type { Say } from '@/lib/site/labels';
import { type FileRefusal, fileRefusals, maxPictureMegabytes } from './library/prepare-picture';
import { wordLimits } from './picture-words';

/** What a person is told of a refusal, whatever command it comes from. */
export function pictureSentence(say: Say, code: string, field?: string): string {
  if (isOfTheFile(code)) return say(`pictures.refused.${code}`, { max: maxPictureMegabytes });
  switch (code) {
    case 'forbidden':
      return say('admin.noPermission');
    case 'not-found':
      return say('pictures.notFound');
    case 'stale':
      return say('pictures.changedMeanwhile');
    case 'in-use':
      return say('pictures.inUse');
    case 'known':
      return say('pictures.replaceKnown');
    case 'focal':
      return say('pictures.focalWrong');
    case 'too-long':
      return say('pictures.tooLong', { max: wordLimits[field as keyof typeof wordLimits] ?? 0 });
    default:
      return say('form.serverError');
  }
}

function isOfTheFile(code: string): code is FileRefusal {
  return (fileRefusals as readonly string[]).includes(code);
}
