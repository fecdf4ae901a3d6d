import { getDb } from '@/db/client';
import { settingRows } from '@/db/queries/site/settings';
import { theOperator } from '@/lib/people/actor';
import { defaultSettings, type SettingKey, settingsFrom } from '@/lib/site/settings';
import { changeSetting } from '@/lib/site/settings/change-setting';
import { type Command, CommandError, parseWords, rejectExtra, UsageError } from '../command';

export const settingCommand: Command = {
  name: 'setting',
  takes: '[KEY [VALUE]]',
  summary: 'Prints the settings or changes one.',
  help: [
    `KEY is one of ${Object.keys(defaultSettings).join(', ')}.`,
    'VALUE is a text, a number, true or false. Without VALUE the setting is printed, without KEY all of them.',
    'labelSet: bn or en. calendar: revised2019 (official) or academy1987. publicationLine: full or short.',
  ].join('\n'),
  async run(words) {
    const { positionals } = parseWords(words, {});
    rejectExtra(positionals, 2);
    const [key, value] = positionals;
    const db = getDb();
    if (key !== undefined && value !== undefined) {
      const outcome = await changeSetting(db, theOperator, { key, value: valueIn(key, value) });
      if (!outcome.ok) throw new CommandError(reasonOf(outcome.code, key, value));
    }

    const chosen = Object.entries(settingsFrom(await settingRows(db)));
    const listed = key === undefined ? chosen : chosen.filter(([name]) => name === key);
    if (listed.length === 0) throw new UsageError(`"${key}" is not a setting.`);
    for (const [name, choice] of listed) console.log(`${name} = ${choice}`);
  },
};

function valueIn(key: string, word: string): string | boolean | number {
  if (/^\d{1,6}$/.test(word) && typeof defaultSettings[key as SettingKey] === 'number') return Number(word);
  return word === 'true' || word === 'false' ? word === 'true' : word;
}

function reasonOf(code: 'forbidden' | 'unknown-setting' | 'wrong-value', key: string, value: string): string {
  if (code === 'unknown-setting') return `"${key}" is not a setting.`;
  return code === 'wrong-value'
    ? `"${value}" is not a valid value for ${key}.`
    : 'Not allowed to change settings.';
}
