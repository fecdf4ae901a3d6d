'use server';

import { getDb } from '@/db/client';
import type { DeskFormState } from '@/lib/forms/form-state';
import { fieldsIn, textOf } from '@/lib/forms/read-form';
import { savedForm, staleForm } from '@/lib/forms/stale-form';
import { asStaff } from '@/lib/people/require-staff';
import { ownSynonymsIn } from '@/lib/search/query/newsroom-synonyms';
import { parseCustomLabels } from '@/lib/site/custom-labels';
import { deskSettings } from '@/lib/site/desk';
import { readSite } from '@/lib/site/reading';
import { isSetting, type SettingKey, type SiteSettings } from '@/lib/site/settings';
import { changeSettings, isLeft } from '@/lib/site/settings/change-settings';
import { parseSettingField, type SettingForm, settingForms } from '@/lib/site/settings/setting-forms';
import { parseSettingsBaseline, settingsBaseline } from './settings-baseline';

/** All of the newsroom's choices at once; what is wrong is told at its field, and nothing is changed then. */
export async function saveSettings(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff<DeskFormState>('change-settings', form, async (actor) => {
    const { say } = await readSite();
    const baseline = parseSettingsBaseline(textOf(form, 'basedOn'));
    const wanted: Partial<Record<SettingKey, unknown>> = {};
    const errors: Record<string, string> = {};

    for (const [key, kind] of Object.entries(settingForms) as [SettingKey, SettingForm][]) {
      if (kind === 'elsewhere') continue;
      const sent = textOf(form, key).trim();
      // A form that lacks the field, as one of an older build, says nothing of it. A tick says nothing when it is off.
      if (!form.has(key) && !(kind === 'tick' && form.has('siteName'))) continue;
      const value = parseSettingField(kind, sent);
      if (isSetting(key, value)) wanted[key] = value;
      else errors[key] = say(kind === 'url' ? 'settings.wrongUrl' : 'settings.wrong-value');
    }
    if (wanted.siteName === '') errors.siteName = say('settings.wrong-value');
    const { faults } = parseCustomLabels(String(wanted.labelOverrides ?? ''));
    if (faults.length > 0) errors.labelOverrides = say('settings.wrongLabels', { lines: faults.join('; ') });
    const apart = ownSynonymsIn(String(wanted.synonyms ?? '')).faults;
    if (apart.length > 0) errors.synonyms = say('settings.wrongLabels', { lines: apart.join('; ') });
    if (Object.keys(errors).length > 0) return { values: fieldsIn(form), errors };

    const outcome = await changeSettings(getDb(), actor, wanted as Partial<SiteSettings>, baseline);
    if (!outcome.ok && outcome.code === 'stale')
      return staleAnswer(form, wanted as Partial<SiteSettings>, baseline);
    if (!outcome.ok) {
      return {
        values: fieldsIn(form),
        errors: {},
        notice: { kind: 'refused', text: say('admin.noPermission') },
      };
    }
    const text = say(outcome.value.changed > 0 ? 'settings.saved' : 'settings.nothingChanged');
    return savedForm(text, settingsBaseline(await deskSettings()));
  });
}

/** What was typed, and what was only left as it had been shown, as it is stored now. */
async function staleAnswer(
  form: FormData,
  wanted: Partial<SiteSettings>,
  baseline: Partial<SiteSettings>,
): Promise<DeskFormState> {
  const { say } = await readSite();
  const now = await deskSettings();
  const left = now.filter(({ key }) => isLeft(wanted, baseline, key));
  const values = { ...fieldsIn(form), ...Object.fromEntries(left.map(({ key, value }) => [key, value])) };
  const stored = Object.fromEntries(now.map(({ key, value }) => [key, value]));
  return {
    ...staleForm({
      ...{ values, stored, version: 0, notice: say('sitePages.stale') },
      storedText: (text) => say('sitePages.theirs', { text }),
    }),
    basedOn: settingsBaseline(now),
  };
}
