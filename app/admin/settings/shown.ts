import { isSetting, type SettingKey, type SiteSettings } from '@/lib/site/settings';
import { parseSettingField, type SettingForm, settingForms } from '@/lib/site/settings/setting-forms';

/** What the form of settings showed, to go with it: a save is told from what another has saved meanwhile. */
export function settingsShown(settings: readonly { key: SettingKey; value: string }[]): string {
  return JSON.stringify(Object.fromEntries(settings.map(({ key, value }) => [key, value])));
}

/** The same, out of a form that was sent; none where the form does not say, as one of an older build. */
export function settingsShownIn(text: string): Partial<SiteSettings> {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return {};
  }
  if (typeof said !== 'object' || said === null) return {};
  const known = Object.entries(said).flatMap(([key, value]): [string, unknown][] => {
    const form: SettingForm | undefined = settingForms[key as SettingKey];
    if (!form || typeof value !== 'string') return [];
    const typed = parseSettingField(form, value);
    return isSetting(key as SettingKey, typed) ? [[key, typed]] : [];
  });
  return Object.fromEntries(known);
}
