import { requireStaff } from '@/lib/people/require-staff';
import { type LabelKey, labelKeys } from './labels';
import { readSite } from './reading';
import { settingForms } from './setting-forms';
import type { SettingKey } from './settings';

const known: ReadonlySet<string> = new Set(labelKeys);

/** Every setting as its form shows it, in the form's order. */
export async function deskSettings() {
  await requireStaff('change-settings', '/admin/settings');
  const { say, ...chosen } = await readSite();
  return (Object.keys(settingForms) as SettingKey[]).flatMap((key) => {
    const form = settingForms[key];
    if (form === 'elsewhere') return [];
    const value = chosen[key];
    const hint = `setting.${key}Hint`;
    return {
      key,
      label: say(`setting.${key}`),
      hint: known.has(hint) ? say(hint as LabelKey) : undefined,
      value: typeof value === 'boolean' ? (value ? 'on' : '') : String(value),
      form: typeof form === 'string' ? form : ('line' as const),
      choices:
        typeof form === 'string'
          ? null
          : form.map((choice) => ({ value: choice, label: say(`setting.${key}.${choice}` as LabelKey) })),
    };
  });
}
