'use server';

import { getDb } from '@/db/client';
import type { DeskFormState } from '@/lib/forms/form-state';
import { fieldsIn, textOf } from '@/lib/forms/read-form';
import { parseNumber } from '@/lib/forms/read-number';
import { refusedForm } from '@/lib/forms/stale-form';
import { asStaff } from '@/lib/people/require-staff';
import { savePicture } from '@/lib/pictures/library/save-picture';
import { getPictureStore } from '@/lib/pictures/picture-store';
import { pictureSentence } from '@/lib/pictures/refusal-sentence';
import { filesIn } from '@/lib/pictures/uploaded-files';
import { type Identity, saveIdentity as save } from '@/lib/site/identity/save-identity';
import { readSite } from '@/lib/site/reading';
import { pictureSettings } from '@/lib/site/settings';

/** Logo, icon and picture for shared links. A picture that comes along goes into the library first. */
export async function saveIdentity(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('change-settings', form, async (actor) => {
    const { say } = await readSite();
    const values = fieldsIn(form);
    const identity: Identity = { logoId: 0, logoDarkId: 0, iconId: 0, cardPictureId: 0 };
    for (const key of pictureSettings) {
      const [file] = filesIn(form, `${key}File`);
      if (!file) {
        // A number that is none is looked up in vain, and so refused at its field.
        identity[key] = parseNumber(textOf(form, key)) ?? 0;
        continue;
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
      const saved = await savePicture(getDb(), getPictureStore(), actor, { bytes });
      if (!saved.ok) return refusedForm(values, pictureSentence(say, saved.code), `${key}File`);
      identity[key] = saved.value.pictureId;
      values[key] = String(saved.value.pictureId);
    }
    const outcome = await save(getDb(), getPictureStore(), actor, identity);
    if (!outcome.ok) return refusedForm(values, say(`identity.${outcome.code}`), outcome.field);
    const text = say(outcome.value.changed > 0 ? 'identity.saved' : 'identity.nothingChanged');
    return { values: {}, errors: {}, notice: { kind: 'done', text } };
  });
}
