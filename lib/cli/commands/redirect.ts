import { readFileSync } from 'node:fs';
import { getDb } from '@/db/client';
import { legacyUrlsAfter } from '@/db/queries/site/legacy-urls';
import { theOperator } from '@/lib/people/actor';
import { type AddressRefusal, addOldAddresses, type GivenAddress } from '@/lib/redirects/add-old-addresses';
import { readCsv } from '@/lib/redirects/read-csv';
import { targetWords } from '@/lib/redirects/redirect-target';
import { removeOldAddress } from '@/lib/redirects/remove-old-address';
import { type Command, CommandError, parseWords, rejectExtra, UsageError } from '../command';

const targets = [
  'TARGET is story:ID, section:SLUG, topic:SLUG, byline:SLUG, a path of this site, a complete URL,',
  'or gone (410).',
].join('\n');

const reasons: Record<AddressRefusal, string> = {
  'no-path': 'is not a path that can be redirected: it must begin with / and not be the front page',
  'no-target': 'has an invalid target',
  'to-itself': 'redirects to itself',
  'post-taken': 'has a post id that belongs to another address',
};

export const redirectAddCommand: Command = {
  name: 'redirect add',
  takes: 'OLD-PATH TARGET [--post ID]',
  summary: 'Redirects an old address to a page of this site.',
  help: `${targets}\n--post is the WordPress id, for /?p=ID. An existing redirect is changed.`,
  async run(words) {
    const { values, positionals } = parseWords(words, { post: { type: 'string' } });
    rejectExtra(positionals, 2);
    const [path, target] = positionals;
    if (path === undefined || target === undefined) throw new UsageError('OLD-PATH and TARGET are required.');
    const report = await add([{ path, target, wpPostId: postNumberIn(values.post) }]);
    const [wrong] = report.refused;
    if (wrong) throw new CommandError(`"${path}" ${reasons[wrong.code]}.`);
    console.log(`Redirected ${path} to ${target}.`);
  },
};

export const redirectRemoveCommand: Command = {
  name: 'redirect remove',
  takes: 'OLD-PATH',
  summary: 'Removes a redirect.',
  help: 'The address returns 404 afterwards.',
  async run(words) {
    const { positionals } = parseWords(words, {});
    rejectExtra(positionals, 1);
    const [path] = positionals;
    if (path === undefined) throw new UsageError('OLD-PATH is missing.');
    const outcome = await removeOldAddress(getDb(), theOperator, { path });
    if (!outcome.ok) throw new CommandError(`"${path}" has no redirect.`);
    console.log(`Removed ${path}.`);
  },
};

export const redirectListCommand: Command = {
  name: 'redirect list',
  takes: '',
  summary: 'Prints all redirects as CSV, as read by `redirect import`.',
  help: 'Columns: path, target, post id.',
  async run(words) {
    rejectExtra(parseWords(words, {}).positionals);
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
  summary: 'Imports redirects from a CSV file.',
  help: `Columns: old path, target, and optionally the WordPress id. A header line is skipped.\n${targets}\nInvalid rows are reported with the reason, and the others are imported. The exit code is 1 if a row was refused.`,
  async run(words) {
    const { positionals } = parseWords(words, {});
    rejectExtra(positionals, 1);
    const [file] = positionals;
    if (file === undefined) throw new UsageError('FILE is missing.');
    const rows = rowsIn(file);
    const given = rows.map(([path = '', target = '', post]) => ({
      path,
      target,
      wpPostId: postNumberIn(post),
    }));
    const report = await add(given);
    for (const { row, code } of report.refused) {
      console.error(`Row ${row}: "${given[row - 1]?.path}" ${reasons[code]}.`);
    }
    console.log(`${report.added} imported, ${report.refused.length} refused.`);
    if (report.refused.length > 0) process.exitCode = 1;
  },
};

async function add(given: readonly GivenAddress[]) {
  const outcome = await addOldAddresses(getDb(), theOperator, given);
  if (!outcome.ok) throw new CommandError('Not allowed to change redirects.');
  return outcome.value;
}

function rowsIn(file: string): string[][] {
  let rows: string[][];
  try {
    rows = readCsv(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CommandError(`${file} could not be read: ${(error as Error).message}.`);
  }
  const [first] = rows;
  const hasNames = first?.[0] !== undefined && !first[0].includes('/');
  return hasNames ? rows.slice(1) : rows;
}

function postNumberIn(words: string | undefined): number | undefined {
  if (words === undefined || words === '') return undefined;
  if (!/^[1-9]\d{0,14}$/.test(words)) throw new UsageError(`"${words}" is not a post id.`);
  return Number(words);
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
