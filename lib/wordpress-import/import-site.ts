import { eq } from 'drizzle-orm';
import type { Connection } from '@/db/client';
import { openShelf } from '@/db/import-staging';
import { stories } from '@/db/schema';
import { isOpen, tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { chooseSections } from './choose-sections';
import { readBody } from './content/body-html';
import type { ExportItem } from './export/shape';
import { leaveComments, takeComments } from './import-comments';
import type { MoveInWish } from './import-options';
import { takePage } from './import-page';
import { takePost } from './import-post';
import { keepFile } from './keep-file';
import { keepOldAddress } from './keep-old-address';
import { leadFormerSlugs } from './keep-post-addresses';
import { leadFiles } from './lead-files';
import { leadLinksOf } from './lead-links';
import { type Bytes, isPost, LEFT_OUT, lookThrough, upToFault } from './look-through';
import { externalIdOf, type Files, type Move, type Step } from './move';
import { oldSiteOf } from './old-site';
import { postFilesOf } from './post-files';
import type { ReadyPost } from './ready-post';
import { emptyReport, type MoveInReport, type Note, type Tell } from './report';
import { sectionsOfPost } from './sections-of-post';

export interface MovingIn {
  /** The bytes of the export, from the beginning; asked for twice. */
  read: () => Bytes;
  wish: MoveInWish;
  /** A copy of the old site's `wp-content/uploads`, and where pictures and films go from there. */
  files?: Files | null;
  /** Told of each thing that did not come as it was, as it is met. */
  tell?: Tell;
  /** Told of every thousandth post that was passed, and how many there are. */
  passed?: (posts: number, all: number) => void;
}

const TOLD_EVERY = 1000;

/**
 * So much is written with one wait for the disk: in posts, in comments, in letters. Meanwhile whoever comments waits, and
 * what takes longest is the making of long texts.
 */
const BATCH = { posts: 50, comments: 500, characters: 300_000 } as const;

/**
 * A WordPress site, out of its export: sections, topics, bylines, stories, discussions and every old address. The file is
 * read twice, a post at a time: once for what posts name (authors, categories, files), once for the posts. What is here
 * from an earlier run, whole or cut short, is known by its number and left as it is now.
 */
export async function moveIn(
  db: Connection,
  actor: Actor,
  { read, wish, files = null, tell = () => {}, passed = () => {} }: MovingIn,
  now = new Date(),
): Promise<Result<MoveInReport, 'forbidden'>> {
  const needed = ['publish-story', 'curate', 'change-settings', 'moderate', 'keep-picture'] as const;
  if (!needed.every((permit) => may(actor, permit))) return refused('forbidden');

  const report = emptyReport();
  const told: Tell = (note) => {
    report[note.grade === 'left out' ? 'leftOut' : note.grade] += 1;
    tell(note);
  };
  const shelf = openShelf(db);
  try {
    const seen = await lookThrough(read(), wish, shelf);
    const sections = chooseSections({ db, actor, categories: seen.categories, wish, tell: told }, now);
    const site = oldSiteOf(seen.site, seen.offsetMs);
    const move: Move = {
      ...{ db, actor, now, site, authors: seen.authors, sections, shelf, files, wish, report },
      tell: told,
    };
    await sections.inOrder(seen.named);
    await takeAll(move, read(), (posts) => passed(posts, seen.posts));
    await leadFiles(move);
    await leadFormerSlugs(move);
    await leadLinks(move);
    report.sections = sections.made();
    if (report.oldAddresses > 0) await tx(db, (t) => announce(t, { kind: 'old-addresses-changed' }, now));
  } finally {
    shelf.clear();
  }
  return done(report);
}

async function takeAll(move: Move, chunks: Bytes, passed: (posts: number) => void): Promise<void> {
  const { tell, wish, report } = move;
  const others = new Map<string, number>();
  let batch: ReadyPost[] = [];
  let posts = 0;
  const parts = upToFault(chunks, (fault) => {
    report.fault = fault.message;
  });
  for await (const part of parts) {
    if (part.kind === 'site') await keepUsualAddresses(move);
    if (part.kind !== 'item') continue;
    if (!isPost(wish, part)) {
      leaveComments(move, part);
      if (part.type === 'attachment') await takeFile(move, part);
      else if (part.type === 'page' && part.id !== null) await takePage(move, { ...part, id: part.id });
      else others.set(part.type, (others.get(part.type) ?? 0) + 1);
      continue;
    }
    posts += 1;
    if (posts % TOLD_EVERY === 0) passed(posts);
    const ready = await readyPost(move, part);
    if (!ready) continue;
    batch.push(ready);
    if (isFull(batch)) {
      await write(move, batch);
      batch = [];
    }
  }
  if (batch.length > 0) await write(move, batch);
  for (const [type, count] of others)
    tell({ post: null, grade: 'left out', reason: `${count} of the type "${type}", which is no story` });
}

function isFull(batch: readonly ReadyPost[]): boolean {
  const comments = batch.reduce((sum, { item }) => sum + item.comments.length, 0);
  const characters = batch.reduce((sum, { item }) => sum + item.content.length, 0);
  return batch.length >= BATCH.posts || comments >= BATCH.comments || characters >= BATCH.characters;
}

/** Null for what is not to come; that is told. */
async function readyPost(move: Move, item: ExportItem): Promise<ReadyPost | null> {
  const { id, status } = item;
  if (id === null) {
    move.tell({ post: null, grade: 'refused', reason: `"${item.title.slice(0, 60)}" has no number` });
    return null;
  }
  if (LEFT_OUT.has(status)) {
    const here = storyHere(move, id);
    const stays = here && here.state !== 'retracted' ? `, and stays here as it is (${here.state})` : '';
    move.tell({ post: id, grade: 'left out', reason: `is "${status}" in WordPress${stays}` });
    leaveComments(move, item);
    return null;
  }
  const sections = await sectionsOfPost(move, item);
  if (sections.length === 0) {
    move.tell({ post: id, grade: 'refused', reason: 'has no section that it could come to' });
    return null;
  }
  const body = readBody(item.content);
  return { item: { ...item, id }, body, sections, files: await postFilesOf(move, item, body) };
}

function storyHere({ db, site }: Move, id: number) {
  const isIt = eq(stories.externalId, externalIdOf(site, id));
  return db.select({ state: stories.state }).from(stories).where(isIt).get();
}

async function takeFile(move: Move, { id }: ExportItem): Promise<void> {
  const file = id === null ? undefined : move.shelf.byId(id);
  if (file && move.files) await keepFile(move, file);
}

async function write(move: Move, batch: readonly ReadyPost[]): Promise<void> {
  const { db, actor, now, site, authors, sections, shelf, wish, report, tell } = move;
  const notes: Note[] = [];
  const additions: ((report: MoveInReport) => void)[] = [];
  await tx(db, (t) => {
    for (const post of batch) {
      const own: Pick<Step, 'notes'> & { added: typeof additions } = { notes: [], added: [] };
      try {
        t.transaction((inner) => {
          const step: Step = {
            ...{ t: inner, actor, now, site, authors, sections, shelf, wish, notes: own.notes },
            count: (add) => own.added.push(add),
          };
          const storyId = takePost(step, post);
          if (storyId !== null) takeComments(step, post.item, storyId);
        });
        notes.push(...own.notes);
        additions.push(...own.added);
      } catch (error) {
        // A full disk takes the whole transaction back, and is for the operator to mend.
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
  for (const note of notes) tell(note);
}

const usualAddresses = [
  ['/page', '/'],
  ['/feed', '/feed.xml'],
  ['/feed/atom', '/feed.atom'],
  ['/rss', '/feed.xml'],
  ['/comments/feed', '/feed.xml'],
  ['/sitemap_index.xml', '/sitemap.xml'],
  ['/wp-sitemap.xml', '/sitemap.xml'],
] as const;

/** What every WordPress site has. */
async function keepUsualAddresses({ db, now, report }: Move): Promise<void> {
  await tx(db, (t) => {
    for (const [address, target] of usualAddresses) {
      const kept = keepOldAddress(t, { address, target: { targetKind: 'address', target } }, now);
      if (kept === 'added') report.oldAddresses += 1;
    }
  });
}

/** Links to posts that came later in the file lead to them now. */
async function leadLinks({ db, shelf, site, now }: Move): Promise<void> {
  for (let after = 0; ; ) {
    const waiting = shelf.waitingAfter(after, 100);
    const last = waiting.at(-1);
    if (last === undefined) return;
    after = last;
    await tx(db, (t) => {
      const storyIds = waiting.filter((storyId) => leadLinksOf(t, site, storyId));
      if (storyIds.length > 0) announce(t, { kind: 'picture-changed', storyIds }, now);
    });
  }
}
