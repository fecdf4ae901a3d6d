import { createReadStream } from 'node:fs';
import { access, mkdtemp, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { backUp } from '@/db/back-up';
import { type Connection, databaseFile, getConnection, openDatabase } from '@/db/client';
import { env } from '@/lib/env';
import { theOperator } from '@/lib/people/actor';
import { getPictureStore } from '@/lib/pictures/picture-store';
import { openUploadsFolder } from '@/lib/wordpress-import/files/uploads-folder';
import type { ImportFiles } from '@/lib/wordpress-import/import-context';
import { defaultImportOptions, type ImportOptions } from '@/lib/wordpress-import/import-options';
import type { ImportNote, ImportReport } from '@/lib/wordpress-import/import-report';
import { importSite } from '@/lib/wordpress-import/import-site';
import { type Command, Misuse, NotDone, noMore, read } from '../command';

export const importWordpressCommand: Command = {
  name: 'import-wordpress',
  takes: 'FILE.xml [options]',
  summary: 'Moves a WordPress site in: stories, comments, and every old address.',
  help: `The file is what WordPress gives under Tools → Export → All content; it may be gigabytes. A site that was exported
in several files is moved in by one run for each. What comes and what does not is told in docs/wordpress-import.md.

  --uploads FOLDER          a copy of the old site's wp-content/uploads: pictures, sounds and films come from there
  --credit NAME             who made a picture that does not say (the old site's name)
  --dry-run                 tries it on a copy of the database, tells what would come, and leaves nothing
  --section CATEGORY=SLUG   posts of this category (its slug or name) go to this section; as often as needed
  --default-section SLUG    for posts without a category (others)
  --type TYPE               this type of post is a story too, besides "post"; as often as needed
  --kicker KEY              the post meta that holds a kicker; --standfirst KEY: a standfirst
  --category-base WORD      first part of the old categories' addresses (category); --tag-base WORD (tag)
  --quiet                   prints counts only, not a line for each thing that did not come as it was

Run it again whenever you like, also after it was interrupted: what is here is known by its number, is never doubled,
and what the newsroom has changed since stays. Exit code 1 if something was refused or the file was not whole.`,
  async run(words) {
    const { positionals, values } = read(words, {
      uploads: { type: 'string' },
      credit: { type: 'string' },
      'dry-run': { type: 'boolean' },
      section: { type: 'string', multiple: true },
      'default-section': { type: 'string' },
      type: { type: 'string', multiple: true },
      kicker: { type: 'string' },
      standfirst: { type: 'string' },
      'category-base': { type: 'string' },
      'tag-base': { type: 'string' },
      quiet: { type: 'boolean' },
    });
    noMore(positionals, 1);
    const [file] = positionals;
    if (file === undefined) throw new Misuse('Which file?');
    await access(file).catch((error: NodeJS.ErrnoException) => {
      throw new NotDone(`${file} cannot be read (${error.code}).`);
    });
    const options: ImportOptions = {
      ...defaultImportOptions,
      sections: new Map((values.section ?? []).map(pairIn)),
      defaultSection: slugIn(values['default-section'] ?? defaultImportOptions.defaultSection),
      types: values.type ?? [],
      kickerKey: values.kicker ?? '',
      standfirstKey: values.standfirst ?? '',
      credit: values.credit ?? '',
      categoryBase: baseIn(values['category-base'] ?? defaultImportOptions.categoryBase),
      tagBase: baseIn(values['tag-base'] ?? defaultImportOptions.tagBase),
    };
    const isDry = values['dry-run'] === true;
    const files = values.uploads === undefined ? null : await filesIn(values.uploads);
    const isQuiet = values.quiet === true;
    // On a copy no picture is made: a trial is to be quick, and the media folder is not copied.
    const take = (db: Connection) => moveFrom(db, file, { options, isQuiet, files: isDry ? null : files });
    const report = await (isDry ? onACopy(take) : take(getConnection()));
    say(report, { isDry, hasFiles: files !== null });
    if (report.fault !== null) throw new NotDone(`${file}, ${report.fault} What came before it is here.`);
    if (report.refused > 0) process.exitCode = 1;
  },
};

async function moveFrom(
  db: Connection,
  file: string,
  { options, isQuiet, files }: { options: ImportOptions; isQuiet: boolean; files: ImportFiles | null },
): Promise<ImportReport> {
  const addNote = ({ post, grade, reason }: ImportNote) =>
    isQuiet ? undefined : console.error(`${post === null ? 'File' : `Post ${post}`}: ${grade}: ${reason}`);
  const outcome = await importSite(db, theOperator, {
    read: () => createReadStream(file, { highWaterMark: 1 << 20 }),
    options,
    files,
    addNote,
    onProgress: (posts, all) => console.error(`${posts} of ${all} posts`),
  });
  if (!outcome.ok) throw new NotDone(`Not allowed (${outcome.code}).`);
  return outcome.value;
}

async function filesIn(folder: string): Promise<ImportFiles> {
  const isFolder = (await stat(folder).catch(() => null))?.isDirectory();
  if (!isFolder) throw new NotDone(`${folder} is no folder.`);
  return { uploads: openUploadsFolder(folder), store: getPictureStore(), mediaFolder: env().MEDIA_DIR };
}

/** Beside the database, where there is room for it; gone when it is done. */
async function onACopy(take: (db: Connection) => Promise<ImportReport>): Promise<ImportReport> {
  const folder = await mkdtemp(join(dirname(databaseFile(env().DATABASE_URL)), 'dry-run-'));
  try {
    const file = join(folder, 'copy.db');
    backUp(getConnection(), file);
    const copy = openDatabase(`file:${file}`);
    // Nothing of it has to survive: no waiting for the disk.
    copy.$client.pragma('synchronous = OFF');
    try {
      return await take(copy);
    } finally {
      copy.$client.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function say(report: ImportReport, { isDry, hasFiles }: { isDry: boolean; hasFiles: boolean }): void {
  const { stories, comments, pictures } = report;
  const all = Object.values(stories).reduce((sum, count) => sum + count, 0);
  const said = comments.visible + comments.held + comments.spam + comments.hidden;
  console.log(
    [
      isDry ? 'Nothing was written. It would be:' : 'Moved in:',
      `  ${all} stories: ${stories.published} published, ${stories.scheduled} scheduled, ${stories.filed} filed, ${stories.draft} drafts`,
      `  ${said} comments: ${comments.visible} visible, ${comments.held} held, ${comments.spam} spam, ${comments.hidden} hidden; ${comments.skipped} skipped`,
      `  ${report.pages} pages, ${report.sections} new sections, ${report.oldAddresses} old addresses`,
      hasFiles && !isDry
        ? `  ${pictures.kept} pictures, ${report.media} sounds and films; ${pictures.alreadyHere} were here already, ${pictures.missing} could not be had`
        : `  no pictures (${pictures.missing} files): ${hasFiles ? 'none is made in a trial' : 'run it again with --uploads FOLDER, and the stories get them'}`,
      `  ${report.withNewPictures} stories and pages got their pictures now, ${report.leftUnchanged} were worked on here and did not`,
      `  ${report.alreadyHere} stories and ${comments.alreadyHere} comments were here already`,
      `  ${report.changed} things a little different, ${report.skipped} skipped, ${report.refused} refused`,
    ].join('\n'),
  );
}

function pairIn(words: string): [string, string] {
  const at = words.lastIndexOf('=');
  if (at < 1) throw new Misuse(`--section takes CATEGORY=SLUG, not "${words}".`);
  return [words.slice(0, at), slugIn(words.slice(at + 1))];
}

function slugIn(slug: string): string {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(slug))
    throw new Misuse(`"${slug}" cannot be a section's slug.`);
  return slug;
}

function baseIn(words: string): string {
  return words.replace(/^\/+|\/+$/g, '');
}
