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
import { type Command, CommandError, parseWords, rejectExtra, UsageError } from '../command';

export const importWordpressCommand: Command = {
  name: 'import-wordpress',
  takes: 'FILE.xml [options]',
  summary: 'Imports a WordPress site: stories, comments, files and every old address.',
  help: `FILE.xml is an export from Tools → Export → All content, of any size. Run the command once for each file of an export
in several files. docs/wordpress-import.md describes what is imported and what is not.

  --uploads FOLDER          a copy of the old site's wp-content/uploads, for pictures, audio and video
  --credit NAME             credit of pictures without one (default: the old site's name)
  --dry-run                 imports into a temporary copy of the database and prints the result
  --section CATEGORY=SLUG   section for posts of this category (its slug or name); repeatable
  --default-section SLUG    section for posts without a category (default: others)
  --type TYPE               import posts of this type as stories, besides "post"; repeatable
  --kicker KEY              post meta key of the kicker; --standfirst KEY: of the standfirst
  --category-base WORD      first path segment of old category archives (default: category); --tag-base WORD (default: tag)
  --quiet                   print counts only, not a line for each change

The command may be repeated, also after an interruption: posts are recognised by their id, never imported twice, and
changes made in the newsroom are kept. The exit code is 1 if something was refused or the file is incomplete.`,
  async run(words) {
    const { positionals, values } = parseWords(words, {
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
    rejectExtra(positionals, 1);
    const [file] = positionals;
    if (file === undefined) throw new UsageError('FILE is missing.');
    await access(file).catch((error: NodeJS.ErrnoException) => {
      throw new CommandError(`${file} could not be read (${error.code}).`);
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
    // No pictures in a dry run: it should be quick, and the media folder is not copied.
    const take = (db: Connection) => importInto(db, file, { options, isQuiet, files: isDry ? null : files });
    const report = await (isDry ? onACopy(take) : take(getConnection()));
    printReport(report, { isDry, hasFiles: files !== null });
    if (report.fault !== null)
      throw new CommandError(`${file}, ${report.fault} Everything before it was imported.`);
    if (report.refused > 0) process.exitCode = 1;
  },
};

async function importInto(
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
  if (!outcome.ok) throw new CommandError(`Not allowed (${outcome.code}).`);
  return outcome.value;
}

async function filesIn(folder: string): Promise<ImportFiles> {
  const isFolder = (await stat(folder).catch(() => null))?.isDirectory();
  if (!isFolder) throw new CommandError(`${folder} is not a folder.`);
  return { uploads: openUploadsFolder(folder), store: getPictureStore(), mediaFolder: env().MEDIA_DIR };
}

/** Beside the database, where there is space; deleted afterwards. */
async function onACopy(take: (db: Connection) => Promise<ImportReport>): Promise<ImportReport> {
  const folder = await mkdtemp(join(dirname(databaseFile(env().DATABASE_URL)), 'dry-run-'));
  try {
    const file = join(folder, 'copy.db');
    backUp(getConnection(), file);
    const copy = openDatabase(`file:${file}`);
    // The copy need not survive a crash.
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

function printReport(report: ImportReport, { isDry, hasFiles }: { isDry: boolean; hasFiles: boolean }): void {
  const { stories, comments, pictures } = report;
  const all = Object.values(stories).reduce((total, count) => total + count, 0);
  const allComments = comments.visible + comments.held + comments.spam + comments.hidden;
  console.log(
    [
      isDry ? 'Dry run, nothing was written. Would import:' : 'Imported:',
      `  ${all} stories: ${stories.published} published, ${stories.scheduled} scheduled, ${stories.filed} filed, ${stories.draft} drafts`,
      `  ${allComments} comments: ${comments.visible} visible, ${comments.held} held, ${comments.spam} spam, ${comments.hidden} hidden; ${comments.skipped} skipped`,
      `  ${report.pages} pages, ${report.sections} new sections, ${report.oldAddresses} old addresses`,
      hasFiles && !isDry
        ? `  ${pictures.kept} pictures, ${report.media} audio and video files; ${pictures.alreadyHere} imported before, ${pictures.missing} missing`
        : `  no pictures (${pictures.missing} files): ${hasFiles ? 'none are imported in a dry run' : 'run the command again with --uploads FOLDER to add them'}`,
      `  ${report.withNewPictures} stories and pages got missing pictures, ${report.leftUnchanged} did not because they were edited here`,
      `  ${report.alreadyHere} stories and ${comments.alreadyHere} comments were imported before`,
      `  ${report.changed} imported with changes, ${report.skipped} skipped, ${report.refused} refused`,
    ].join('\n'),
  );
}

function pairIn(words: string): [string, string] {
  const at = words.lastIndexOf('=');
  if (at < 1) throw new UsageError(`--section takes CATEGORY=SLUG, not "${words}".`);
  return [words.slice(0, at), slugIn(words.slice(at + 1))];
}

function slugIn(slug: string): string {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(slug))
    throw new UsageError(`"${slug}" is not a valid section slug.`);
  return slug;
}

function baseIn(words: string): string {
  return words.replace(/^\/+|\/+$/g, '');
}
