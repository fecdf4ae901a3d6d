import { readFileSync } from 'node:fs';
import { getDb } from '@/db/client';
import { legacyUrlsAfter } from '@/db/queries/site/legacy-urls';
import { theOperator } from '@/lib/people/actor';
import { type AddressRefusal, addOldAddresses, type GivenAddress } from '@/lib/redirects/add-old-addresses';
import { readCsv } from '@/lib/redirects/read-csv';
import { targetWords } from '@/lib/redirects/redirect-target';
import { removeOldAddress } from '@/lib/redirects/remove-old-address';
import { type Command, Misuse, NotDone, noMore, read } from '../command';

const targets = [
  'TARGET is story:ID, section:SLUG, topic:SLUG, byline:SLUG, a path of this site, a whole address,',
  'or gone (410).',
].join('\n');

const reasons: Record<AddressRefusal, string> = {
  'no-path': 'is no path: it begins with / and is not the front page',
  'no-target': 'has no target that can be read',
  'to-itself': 'leads to itself',
  'post-taken': 'has the post id of another address',
};

export const redirectAddCommand: Command = {
  name: 'redirect add',
  takes: 'OLD-PATH TARGET [--post ID]',
  summary: 'Lets an address of the old site lead to its place here.',
  help: `${targets}\n--post is the id in WordPress, for /?p=ID. An address that is known already leads to TARGET from now on.`,
  async run(words) {
    const { values, positionals } = read(words, { post: { type: 'string' } });
    noMore(positionals, 2);
    const [path, target] = positionals;
    if (path === undefined || target === undefined) throw new Misuse('An old path and a target are needed.');
    const report = await add([{ path, target, wpPostId: postIn(values.post) }]);
    const [wrong] = report.refused;
    if (wrong) throw new NotDone(`"${path}" ${reasons[wrong.code]}.`);
    console.log(`${path} leads to ${target}.`);
  },
};

export const redirectRemoveCommand: Command = {
  name: 'redirect remove',
  takes: 'OLD-PATH',
  summary: 'Forgets an old address.',
  help: 'It answers 404 from now on.',
  async run(words) {
    const { positionals } = read(words, {});
    noMore(positionals, 1);
    const [path] = positionals;
    if (path === undefined) throw new Misuse('Which path?');
    const outcome = await removeOldAddress(getDb(), theOperator, { path });
    if (!outcome.ok) throw new NotDone(`"${path}" is not among the old addresses.`);
    console.log(`${path} is forgotten.`);
  },
};

export const redirectListCommand: Command = {
  name: 'redirect list',
  takes: '',
  summary: 'Shows the old addresses, as a CSV file that `redirect import` reads.',
  help: 'A line each: path, target, post id.',
  async run(words) {
    noMore(read(words, {}).positionals);
    console.log('path,target,post');
    for (let after = ''; ; ) {
      const rows = await legacyUrlsAfter(getDb(), after, 1000);
      for (const row of rows)
        console.log([row.path, targetWords(row), row.wpPostId ?? ''].map(cell).join(','));
      const last = rows.at(-1);
      if (!last) return;
      after = last.path;
    }
  },
};

export const redirectImportCommand: Command = {
  name: 'redirect import',
  takes: 'FILE.csv',
  summary: 'Takes in old addresses from a file.',
  help: `A line each: old path, target, and the id in WordPress if there is one. A first line of names is passed over.\n${targets}\nA row that is wrong is reported with its reason, and the rest go on. Exit code 1 if any was refused.`,
  async run(words) {
    const { positionals } = read(words, {});
    noMore(positionals, 1);
    const [file] = positionals;
    if (file === undefined) throw new Misuse('Which file?');
    const rows = rowsIn(file);
    const given = rows.map(([path = '', target = '', post]) => ({ path, target, wpPostId: postIn(post) }));
    const report = await add(given);
    for (const { row, code } of report.refused) {
      console.error(`Row ${row}: "${given[row - 1]?.path}" ${reasons[code]}.`);
    }
    console.log(`${report.added} taken in, ${report.refused.length} refused.`);
    if (report.refused.length > 0) process.exitCode = 1;
  },
};

async function add(given: readonly GivenAddress[]) {
  const outcome = await addOldAddresses(getDb(), theOperator, given);
  if (!outcome.ok) throw new NotDone('You may not change addresses.');
  return outcome.value;
}

function rowsIn(file: string): string[][] {
  let rows: string[][];
  try {
    rows = readCsv(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new NotDone(`${file} cannot be read: ${(error as Error).message}.`);
  }
  const [first] = rows;
  const hasNames = first?.[0] !== undefined && !first[0].includes('/');
  return hasNames ? rows.slice(1) : rows;
}

function postIn(words: string | undefined): number | undefined {
  if (words === undefined || words === '') return undefined;
  if (!/^[1-9]\d{0,14}$/.test(words)) throw new Misuse(`"${words}" is no post id.`);
  return Number(words);
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
