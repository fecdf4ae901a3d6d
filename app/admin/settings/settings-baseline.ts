import { isSetting, type SettingKey, type SiteSettings } from '@/lib/site/settings';
import { parseSettingField, type SettingForm, settingForms } from '@/lib/site/settings/setting-forms';

/** What the form of settings showed, to go with it: a save is told from what another has saved meanwhile. */
export function settingsBaseline(settings: readonly { key: SettingKey; value: string }[]): string {
  return JSON.stringify(Object.fromEntries(settings.map(({ key, value }) => [key, value])));
}

/** The same, out of a form that was sent; none where the form does not say, as one of an older build. */
export function parseSettingsBaseline(text: string): Partial<SiteSettings> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return {};
  }
  if (typeof parsed !== 'object' || parsed === null) return {};
  const known = Object.entries(parsed).flatMap(([key, value]): [string, unknown][] => {
    const form: SettingForm | undefined = settingForms[key as SettingKey];
    if (!form || typeof value !== 'string') return [];
    const read = parseSettingField(form, value);
    return isSetting(key as SettingKey, read) ? [[key, read]] : [];
  });
  return Object.fromEntries(known);
}
