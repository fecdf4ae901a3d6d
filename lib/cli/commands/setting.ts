import { getDb } from '@/db/client';
import { settingRows } from '@/db/queries/site/settings';
import { theOperator } from '@/lib/people/actor';
import { defaultSettings, type SettingKey, settingsFrom } from '@/lib/site/settings';
import { changeSetting } from '@/lib/site/settings/change-setting';
import { type Command, Misuse, NotDone, noMore, read } from '../command';

export const settingCommand: Command = {
  name: 'setting',
  takes: '[KEY [VALUE]]',
  summary: "Shows the newsroom's choices, or changes one.",
  help: [
    `KEY is one of ${Object.keys(defaultSettings).join(', ')}.`,
    'VALUE is a text, a number, or true or false. Without it the choice is shown; without a KEY all are.',
    'labelSet: bn or en. calendar: revised2019 (official) or academy1987.',
  ].join('\n'),
  async run(words) {
    const { positionals } = read(words, {});
    noMore(positionals, 2);
    const [key, value] = positionals;
    const db = getDb();
    if (key !== undefined && value !== undefined) {
      const outcome = await changeSetting(db, theOperator, { key, value: valueIn(key, value) });
      if (!outcome.ok) throw new NotDone(reasonOf(outcome.code, key, value));
    }

    const chosen = Object.entries(settingsFrom(await settingRows(db)));
    const shown = key === undefined ? chosen : chosen.filter(([name]) => name === key);
    if (shown.length === 0) throw new Misuse(`"${key}" is no setting.`);
    for (const [name, choice] of shown) console.log(`${name} = ${choice}`);
  },
};

function valueIn(key: string, word: string): string | boolean | number {
  if (/^\d{1,6}$/.test(word) && typeof defaultSettings[key as SettingKey] === 'number') return Number(word);
  return word === 'true' || word === 'false' ? word === 'true' : word;
}

function reasonOf(code: 'forbidden' | 'unknown-setting' | 'wrong-value', key: string, value: string): string {
  if (code === 'unknown-setting') return `"${key}" is no setting.`;
  return code === 'wrong-value' ? `${key} cannot be "${value}".` : 'You may not change settings.';
}
