'use server';

import { getDb } from '@/db/client';
import { deleteAd } from '@/lib/ads/delete-ad';
import { deskAds } from '@/lib/ads/desk';
import { saveAd as save } from '@/lib/ads/save-ad';
import { dhakaTimeIn } from '@/lib/forms/dhaka-time';
import type { DeskFormState } from '@/lib/forms/form-state';
import { fieldsIn, formKeyIn, idIn, textOf } from '@/lib/forms/read-form';
import { parseNumber } from '@/lib/forms/read-number';
import { refusedForm, savedForm, staleForm } from '@/lib/forms/stale-form';
import { asStaff } from '@/lib/people/require-staff';
import { savePicture } from '@/lib/pictures/library/save-picture';
import { getPictureStore } from '@/lib/pictures/picture-store';
import { pictureSentence } from '@/lib/pictures/refusal-sentence';
import { filesIn } from '@/lib/pictures/uploaded-files';
import { readSite } from '@/lib/site/reading';

const momentIn = (text: string) => (text.trim() === '' ? null : (dhakaTimeIn(text.trim()) ?? 'wrong'));

/** An ad with all that is set of it; a picture that comes along goes into the library first. */
export async function saveAd(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('manage-ads', form, async (actor) => {
    const { say } = await readSite();
    const id = idIn(textOf(form, 'id'));
    const basedOn = Number(textOf(form, 'basedOn')) || 0;
    const values = fieldsIn(form);
    if (textOf(form, 'do') === 'delete') {
      const gone = await deleteAd(getDb(), actor, { id: id ?? 0, basedOn });
      return gone.ok
        ? savedForm(say('ads.deleted'))
        : refusedForm(values, say(`sitePages.${gone.code}`), undefined);
    }

    const [file] = filesIn(form, 'picture');
    let pictureId = parseNumber(textOf(form, 'pictureId'));
    if (file) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const saved = await savePicture(getDb(), getPictureStore(), actor, { bytes });
      if (!saved.ok) return refusedForm(values, pictureSentence(say, saved.code), 'picture');
      pictureId = saved.value.pictureId;
      values.pictureId = String(pictureId);
    }
    const name = textOf(form, 'name');
    const outcome = await save(getDb(), actor, {
      id,
      basedOn,
      formKey: formKeyIn(form),
      slot: parseNumber(textOf(form, 'slot')) ?? 0,
      name,
      kind: textOf(form, 'kind') === 'html' ? 'html' : 'picture',
      // A number that is none is looked up in vain, and so refused at its field.
      pictureId: pictureId === null ? null : pictureId || -1,
      href: textOf(form, 'href'),
      html: textOf(form, 'html'),
      from: momentIn(textOf(form, 'from')),
      until: momentIn(textOf(form, 'until')),
      isOn: textOf(form, 'isOn') === 'on',
    });
    if (outcome.ok) {
      const text = say('ads.saved', { name: name.trim() });
      return savedForm(text, id === null ? undefined : outcome.value.version);
    }
    const { code, field } = outcome;
    const { edited } = code === 'stale' ? await deskAds(id) : { edited: null };
    if (edited) {
      const { name: stored, href, html, from, until } = edited;
      return staleForm({
        values,
        stored: { name: stored, href, html, from, until },
        version: edited.version,
        notice: say('sitePages.stale'),
        storedText: (text) => say('sitePages.theirs', { text }),
      });
    }
    const isCommon = code === 'forbidden' || code === 'not-found' || code === 'stale';
    return refusedForm(values, say(isCommon ? `sitePages.${code}` : `ads.${code}`), field);
  });
}
