import { readFileSync } from 'node:fs';
import { getDb } from '@/db/client';
import { importStories } from '@/lib/stories/workflow/import-stories';
import { type Command, Misuse, NotDone, noMore, read } from '../command';

export const importStoriesCommand: Command = {
  name: 'import-stories',
  takes: 'FILE.json',
  summary: 'Takes in stories from a file.',
  help: `The file is a list of stories, or an object with such a list as "stories". A story has
  id           its id where it comes from; a story whose id is already here is left as it is
  section      the slug of a section that exists
  headline     and, if there are such: kicker, standfirst, dateline
  body         a list of paragraphs, or one text with blank lines between them
  byline       the name in the line; author: the slug of that person's page
  topics       a list of names
  district     the code of a district, as in "khulna"
  publishedAt  as in "2026-11-24T10:00:00+06:00", or publishedMinutesAgo; neither: a draft
  picture      { "id": …, "caption": …, "credit": …, "alt": … }, the id of a picture in the library

A row that is wrong is reported with its reason, and the rest go on. Exit code 1 if any was refused.`,
  async run(words) {
    const { positionals } = read(words, {});
    noMore(positionals, 1);
    const [file] = positionals;
    if (file === undefined) throw new Misuse('Which file?');

    const report = await importStories(getDb(), rowsIn(file));
    for (const { row, id, reason } of report.refused) {
      console.error(`Row ${row}${id === null ? '' : ` (${id})`}: ${reason}`);
    }
    const { imported, alreadyHere, refused } = report;
    console.log(`${imported} imported, ${alreadyHere} already here, ${refused.length} refused.`);
    if (refused.length > 0) process.exitCode = 1;
  },
};

function rowsIn(file: string): readonly unknown[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new NotDone(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  if (/^\s*<(?:\?xml|rss)/.test(text))
    throw new NotDone(`${file} is XML, as WordPress exports it: npm run barta -- import-wordpress ${file}`);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new NotDone(`${file} is not JSON: ${(error as Error).message}`);
  }
  if (Array.isArray(content)) return content;
  if (typeof content === 'object' && content !== null && 'stories' in content) {
    if (Array.isArray(content.stories)) return content.stories;
  }
  throw new NotDone(`${file} holds no list of stories.`);
}
