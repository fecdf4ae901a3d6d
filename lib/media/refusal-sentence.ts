import type { Say } from '@/lib/site/labels';
import { maxMediaMegabytes } from './media-kinds';
import { type MediaRefusal, mediaRefusals } from './save-media';

/** What a person is told of a sound or film that was not taken. */
export function mediaSentence(say: Say, code: string): string {
  if (code === 'forbidden') return say('admin.noPermission');
  const known = mediaRefusals.find((refusal): refusal is MediaRefusal => refusal === code);
  return known ? say(`media.refused.${known}`, { max: maxMediaMegabytes }) : say('form.serverError');
}
