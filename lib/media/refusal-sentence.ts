import type { Say } from '@/lib/site/labels';
import { maxMediaMegabytes } from './media-kinds';
import type { SaveMediaRefusal } from './save-media';

/** The sentence for a sound or film that was not accepted. */
export function mediaSentence(say: Say, code: SaveMediaRefusal): string {
  if (code === 'forbidden') return say('admin.noPermission');
  return say(`media.refused.${code}`, { max: maxMediaMegabytes });
}
