import { normalise } from '@barta/bengali/normalise';
import { requireStaff } from '@/lib/people/require-staff';
import { type LabelKey, labelKeys } from './labels';
import { readSite } from './reading';
import type { SettingKey } from './settings';
import { settingFieldValue, settingForms, settingParts } from './settings/setting-forms';

const known: ReadonlySet<string> = new Set(labelKeys);

/** Every setting as its form shows it, in the form's order. */
export async function deskSettings() {
  await requireStaff('change-settings', '/admin/settings');
  const { say, ...chosen } = await readSite();
  return (Object.keys(settingForms) as SettingKey[]).flatMap((key) => {
    const form = settingForms[key];
    if (form === 'elsewhere') return [];
    const hint = `setting.${key}Hint`;
    return {
      key,
      label: say(`setting.${key}`),
      hint: known.has(hint) ? say(hint as LabelKey) : undefined,
      part: key in settingParts ? say(settingParts[key as keyof typeof settingParts]) : undefined,
      value: settingFieldValue(chosen[key]),
      form: typeof form === 'string' ? form : ('line' as const),
      choices:
        typeof form === 'string'
          ? null
          : form.map((choice) => ({ value: choice, label: say(`setting.${key}.${choice}` as LabelKey) })),
    };
  });
}

/** More help nobody: a longer piece of the sentence does. */
export const LABELS_SHOWN = 50;

/** Labels whose sentence, as it is now, or whose key holds what is asked; none for nothing. */
export async function deskLabels(query: string) {
  await requireStaff('change-settings', '/admin/settings/labels');
  const { say } = await readSite();
  const wanted = normalise(query).trim().toLowerCase();
  const all =
    wanted === ''
      ? []
      : labelKeys
          .map((key) => ({ key, sentence: say(key) }))
          .filter(({ key, sentence }) => `${key}\n${normalise(sentence)}`.toLowerCase().includes(wanted));
  return { found: all.slice(0, LABELS_SHOWN), total: all.length };
}
