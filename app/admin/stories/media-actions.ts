import { getDb } from '@/db/client';
import { env } from '@/lib/env';
import { fieldsIn } from '@/lib/forms/read-form';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { MediaKind } from '@/lib/media/media-kinds';
import { mediaSentence } from '@/lib/media/refusal-sentence';
import { takeMedia } from '@/lib/media/save-media';
import type { StaffMember } from '@/lib/people/actor';
import { filesIn } from '@/lib/pictures/uploaded-files';
import { readSite } from '@/lib/site/reading';

const kinds: readonly MediaKind[] = ['audio', 'video'];

/**
 * The story's form without script takes its sound and film along: they are laid in the media folder, and their
 * addresses stand in the form from then on, whatever else is wrong with it. A refusal is the form again, as typed.
 */
export async function takeSentMedia(form: FormData, actor: StaffMember): Promise<StoryFormState | null> {
  const { say } = await readSite();
  const errors: Record<string, string> = {};
  for (const kind of kinds) {
    const [file] = filesIn(form, `${kind}File`);
    if (!file) continue;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const saved = await takeMedia(getDb(), env().MEDIA_DIR, actor, { name: file.name, bytes, kind });
    if (saved.ok) form.set(kind, saved.value);
    else errors[`${kind}File`] = mediaSentence(say, saved.code);
  }
  if (Object.keys(errors).length === 0) return null;
  return { values: fieldsIn(form), errors, notice: { kind: 'refused', text: say('storyDesk.notSaved') } };
}
