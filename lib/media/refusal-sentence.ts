import type { Say } from '@/lib/site/labels';
import { maxMediaMegabytes } from './media-kinds';
import type { SaveMediaRefusal } from './save-media';

/** The message for a refused upload. */
export function mediaSentence(say: Say, code: SaveMediaRefusal): string {
  if (code === 'forbidden') return say('admin.noPermission');
  return say(`media.refused.${code}`, { max: maxMediaMegabytes });
}
