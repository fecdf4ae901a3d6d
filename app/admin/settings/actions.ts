'use server';

import { getDb } from '@/db/client';
import { fromBengaliDigits } from '@/lib/bengali/digits';
import type { FormState } from '@/lib/forms/form-state';
import { textOf, typedIn } from '@/lib/forms/read-form';
import { asStaff } from '@/lib/people/require-staff';
import { ownSynonymsIn } from '@/lib/search/own-synonyms';
import { changeSettings } from '@/lib/site/change-settings';
import { ownLabelsIn } from '@/lib/site/own-labels';
import { readSite } from '@/lib/site/reading';
import { settingForms } from '@/lib/site/setting-forms';
import { isSetting, type SettingKey, type SiteSettings } from '@/lib/site/settings';

function typedValue(kind: string | readonly string[], sent: string): unknown {
  if (kind === 'tick') return sent === 'on';
  if (kind !== 'number') return sent;
  const digits = fromBengaliDigits(sent);
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

/** All of the newsroom's choices at once; what is wrong is told at its field, and nothing is changed then. */
export async function saveSettings(_: FormState, form: FormData): Promise<FormState> {
  return asStaff('change-settings', form, async (actor) => {
    const { say } = await readSite();
    const wanted: Partial<Record<SettingKey, unknown>> = {};
    const errors: Record<string, string> = {};

    for (const [key, kind] of Object.entries(settingForms) as [SettingKey, string | readonly string[]][]) {
      if (kind === 'elsewhere') continue;
      const sent = textOf(form, key).trim();
      // A form that lacks the field, as one of an older build, says nothing of it. A tick says nothing when it is off.
      if (!form.has(key) && !(kind === 'tick' && form.has('siteName'))) continue;
      const value = typedValue(kind, sent);
      if (isSetting(key, value)) wanted[key] = value;
      else errors[key] = say(kind === 'url' ? 'settings.wrongUrl' : 'settings.wrong-value');
    }
    if (wanted.siteName === '') errors.siteName = say('settings.wrong-value');
    const { faults } = ownLabelsIn(String(wanted.labelOverrides ?? ''));
    if (faults.length > 0) errors.labelOverrides = say('settings.wrongLabels', { lines: faults.join('; ') });
    const apart = ownSynonymsIn(String(wanted.synonyms ?? '')).faults;
    if (apart.length > 0) errors.synonyms = say('settings.wrongLabels', { lines: apart.join('; ') });
    if (Object.keys(errors).length > 0) return { values: typedIn(form), errors };

    const outcome = await changeSettings(getDb(), actor, wanted as Partial<SiteSettings>);
    if (!outcome.ok) {
      return {
        values: typedIn(form),
        errors: {},
        notice: { kind: 'refused', text: say('admin.noPermission') },
      };
    }
    const text = say(outcome.value.changed > 0 ? 'settings.saved' : 'settings.nothingChanged');
    return { values: {}, errors: {}, notice: { kind: 'done', text } };
  });
}
