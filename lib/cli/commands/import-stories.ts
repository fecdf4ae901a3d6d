import { readFileSync } from 'node:fs';
import { getDb } from '@/db/client';
import { importStories } from '@/lib/stories/workflow/import-stories';
import { type Command, CommandError, parseWords, rejectExtra, UsageError } from '../command';

export const importStoriesCommand: Command = {
  name: 'import-stories',
  takes: 'FILE.json',
  summary: 'Imports stories from a JSON file.',
  help: `The file is a list of stories, or an object with such a list as "stories". A story has
  id           its id at the source; a story that was imported before is not changed
  section      the slug of a section that exists
  headline     optional: kicker, standfirst, dateline
  body         a list of paragraphs, or a text with blank lines between paragraphs
  byline       the name; author: the slug of the author's page
  topics       a list of names
  district     the code of a district, as in "khulna"
  publishedAt  as in "2026-11-24T10:00:00+06:00", or publishedMinutesAgo; neither: a draft
  picture      { "id": …, "caption": …, "credit": …, "alt": … }, the id of a picture in the library

Invalid rows are reported with the reason, and the others are imported. The exit code is 1 if a row was refused.`,
  async run(words) {
    const { positionals } = parseWords(words, {});
    rejectExtra(positionals, 1);
    const [file] = positionals;
    if (file === undefined) throw new UsageError('FILE is missing.');

    const report = await importStories(getDb(), rowsIn(file));
    for (const { row, id, reason } of report.refused) {
      console.error(`Row ${row}${id === null ? '' : ` (${id})`}: ${reason}`);
    }
    const { imported, alreadyHere, refused } = report;
    console.log(`${imported} imported, ${alreadyHere} imported before, ${refused.length} refused.`);
    if (refused.length > 0) process.exitCode = 1;
  },
};

function rowsIn(file: string): readonly unknown[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new CommandError(`${file} could not be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  if (/^\s*<(?:\?xml|rss)/.test(text))
    throw new CommandError(
      `${file} is an XML file. For a WordPress export use: npm run barta -- import-wordpress ${file}`,
    );
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${file} is not JSON: ${(error as Error).message}`);
  }
  if (Array.isArray(content)) return content;
  if (typeof content === 'object' && content !== null && 'stories' in content) {
    if (Array.isArray(content.stories)) return content.stories;
  }
  throw new CommandError(`${file} contains no list of stories.`);
}
