import { eq } from 'drizzle-orm';
import type { Connection } from '@/db/client';
import { openImportStaging } from '@/db/import-staging';
import { stories } from '@/db/schema';
import { isOpen, tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { redirectAttachmentPages } from './addresses/redirect-attachment-pages';
import { rewriteLinksOf } from './addresses/rewrite-links';
import { saveOldAddress } from './addresses/save-old-address';
import { redirectFormerSlugs } from './addresses/save-post-addresses';
import { readBody } from './content/body-html';
import type { ExportItem } from './export/export-format';
import { importFile } from './files/import-file';
import { importComments, skipComments } from './import-comments';
import { externalIdOf, type ImportContext, type ImportFiles, type PostContext } from './import-context';
import type { ImportOptions } from './import-options';
import { importPage } from './import-page';
import { type AddNote, emptyReport, type ImportNote, type ImportReport } from './import-report';
import { oldSiteOf } from './old-site';
import { importPost } from './posts/import-post';
import { postFilesOf } from './posts/post-files';
import type { PreparedPost } from './posts/prepared-post';
import { sectionsOfPost } from './posts/sections-of-post';
import { type ByteSource, isPost, readUntilFault, SKIPPED_STATUSES, scanExport } from './scan-export';
import { SectionChooser } from './section-chooser';

export interface SiteImportInput {
  /** Opens the export from its beginning; called twice. */
  read: () => ByteSource;
  options: ImportOptions;
  /** A copy of the old site's `wp-content/uploads`, and where its files are stored here; null: import no files. */
  files?: ImportFiles | null;
  /** Called for everything that is skipped, refused or imported with a change. */
  addNote?: AddNote;
  /** Called after every thousandth post, with the number of all posts. */
  onProgress?: (posts: number, all: number) => void;
}

const PROGRESS_EVERY = 1000;

/**
 * Limits of one transaction, in posts, comments and characters. Commenters wait while one runs, and rendering long texts
 * takes most of its time.
 */
const BATCH = { posts: 50, comments: 500, characters: 300_000 } as const;

/**
 * Imports a WordPress site from its export: sections, topics, bylines, stories, discussions and every old address. The
 * file is read twice, one post at a time: first for what posts refer to (authors, categories, files), then for the posts.
 * What an earlier run has imported is recognised by its WordPress id and left unchanged.
 */
export async function importSite(
  db: Connection,
  actor: Actor,
  { read, options, files = null, addNote = () => {}, onProgress = () => {} }: SiteImportInput,
  now = new Date(),
): Promise<Result<ImportReport, 'forbidden'>> {
  const needed = ['publish-story', 'curate', 'change-settings', 'moderate', 'keep-picture'] as const;
  if (!needed.every((permit) => may(actor, permit))) return refused('forbidden');

  const report = emptyReport();
  const addCountedNote: AddNote = (note) => {
    report[note.grade === 'skipped' ? 'skipped' : note.grade] += 1;
    addNote(note);
  };
  const staging = openImportStaging(db);
  try {
    const scanned = await scanExport(read(), options, staging);
    const sections = new SectionChooser(
      { db, actor, categories: scanned.categories, options, addNote: addCountedNote },
      now,
    );
    const site = oldSiteOf(scanned.site, scanned.offsetMs);
    const context: ImportContext = {
      ...{ db, actor, now, site, authors: scanned.authors, sections, staging, files, options, report },
      addNote: addCountedNote,
    };
    await sections.chooseInOrder(scanned.named);
    await importItems(context, read(), (posts) => onProgress(posts, scanned.posts));
    await redirectAttachmentPages(context);
    await redirectFormerSlugs(context);
    await rewriteLinks(context);
    report.sections = sections.created;
    if (report.oldAddresses > 0) await tx(db, (t) => announce(t, { kind: 'old-addresses-changed' }, now));
  } finally {
    staging.clear();
  }
  return done(report);
}

async function importItems(
  context: ImportContext,
  chunks: ByteSource,
  onProgress: (posts: number) => void,
): Promise<void> {
  const { addNote, options, report } = context;
  const others = new Map<string, number>();
  let batch: PreparedPost[] = [];
  let posts = 0;
  const parts = readUntilFault(chunks, (fault) => {
    report.fault = fault.message;
  });
  for await (const part of parts) {
    if (part.kind === 'site') await saveStandardAddresses(context);
    if (part.kind !== 'item') continue;
    if (!isPost(options, part)) {
      skipComments(context, part);
      if (part.type === 'attachment') await importAttachment(context, part);
      else if (part.type === 'page' && part.id !== null) await importPage(context, { ...part, id: part.id });
      else others.set(part.type, (others.get(part.type) ?? 0) + 1);
      continue;
    }
    posts += 1;
    if (posts % PROGRESS_EVERY === 0) onProgress(posts);
    const prepared = await preparePost(context, part);
    if (!prepared) continue;
    batch.push(prepared);
    if (isFull(batch)) {
      await writeBatch(context, batch);
      batch = [];
    }
  }
  if (batch.length > 0) await writeBatch(context, batch);
  for (const [type, count] of others)
    addNote({ post: null, grade: 'skipped', reason: `${count} of the type "${type}", which is not a story` });
}

function isFull(batch: readonly PreparedPost[]): boolean {
  const comments = batch.reduce((sum, { item }) => sum + item.comments.length, 0);
  const characters = batch.reduce((sum, { item }) => sum + item.content.length, 0);
  return batch.length >= BATCH.posts || comments >= BATCH.comments || characters >= BATCH.characters;
}

/** Reads the body and imports the files of a post. Null if the post is skipped or refused, which is noted. */
async function preparePost(context: ImportContext, item: ExportItem): Promise<PreparedPost | null> {
  const { id, status } = item;
  if (id === null) {
    context.addNote({ post: null, grade: 'refused', reason: `"${item.title.slice(0, 60)}" has no id` });
    return null;
  }
  if (SKIPPED_STATUSES.has(status)) {
    const here = storyHere(context, id);
    const stays = here && here.state !== 'retracted' ? `, and stays here as it is (${here.state})` : '';
    context.addNote({ post: id, grade: 'skipped', reason: `is "${status}" in WordPress${stays}` });
    skipComments(context, item);
    return null;
  }
  const sections = await sectionsOfPost(context, item);
  if (sections.length === 0) {
    context.addNote({ post: id, grade: 'refused', reason: 'has no section it could be imported into' });
    return null;
  }
  const body = readBody(item.content);
  return { item: { ...item, id }, body, sections, files: await postFilesOf(context, item, body) };
}

function storyHere({ db, site }: ImportContext, id: number) {
  const isIt = eq(stories.externalId, externalIdOf(site, id));
  return db.select({ state: stories.state }).from(stories).where(isIt).get();
}

async function importAttachment(context: ImportContext, { id }: ExportItem): Promise<void> {
  const file = id === null ? undefined : context.staging.fileById(id);
  if (file && context.files) await importFile(context, file);
}

async function writeBatch(context: ImportContext, batch: readonly PreparedPost[]): Promise<void> {
  const { db, actor, now, site, authors, sections, staging, options, report, addNote } = context;
  const notes: ImportNote[] = [];
  const additions: ((report: ImportReport) => void)[] = [];
  await tx(db, (t) => {
    for (const post of batch) {
      const own: Pick<PostContext, 'notes'> & { added: typeof additions } = { notes: [], added: [] };
      try {
        t.transaction((inner) => {
          const postContext: PostContext = {
            ...{ t: inner, actor, now, site, authors, sections, staging, options, notes: own.notes },
            count: (add) => own.added.push(add),
          };
          const storyId = importPost(postContext, post);
          if (storyId !== null) importComments(postContext, post.item, storyId);
        });
        notes.push(...own.notes);
        additions.push(...own.added);
      } catch (error) {
        // A full disk rolls back the whole transaction, and the operator has to act.
        if (!isOpen(t)) throw error;
        notes.push({
          post: post.item.id,
          grade: 'refused',
          reason: `is not imported: ${(error as Error).message}`,
        });
      }
    }
    for (const add of additions) add(report);
  });
  for (const note of notes) addNote(note);
}

const standardAddresses = [
  ['/page', '/'],
  ['/feed', '/feed.xml'],
  ['/feed/atom', '/feed.atom'],
  ['/rss', '/feed.xml'],
  ['/comments/feed', '/feed.xml'],
  ['/sitemap_index.xml', '/sitemap.xml'],
  ['/wp-sitemap.xml', '/sitemap.xml'],
] as const;

/** The addresses that every WordPress site has. */
async function saveStandardAddresses({ db, now, report }: ImportContext): Promise<void> {
  await tx(db, (t) => {
    for (const [address, target] of standardAddresses) {
      const kept = saveOldAddress(t, { address, target: { targetKind: 'address', target } }, now);
      if (kept === 'added') report.oldAddresses += 1;
    }
  });
}

/** Links to posts that came later in the file can be resolved now. */
async function rewriteLinks({ db, staging, site, now }: ImportContext): Promise<void> {
  for (let after = 0; ; ) {
    const waiting = staging.storiesWithUnresolvedLinksAfter(after, 100);
    const last = waiting.at(-1);
    if (last === undefined) return;
    after = last;
    await tx(db, (t) => {
      const storyIds = waiting.filter((storyId) => rewriteLinksOf(t, site, storyId));
      if (storyIds.length > 0) announce(t, { kind: 'picture-changed', storyIds }, now);
    });
  }
}
