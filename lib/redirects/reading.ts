import { getDb, type ReadDb } from '@/db/client';
import { legacyUrlByPath, legacyUrlByPost } from '@/db/queries/site/legacy-urls';
import { sectionOfStory } from '@/db/queries/stories/stories';
import { bylineBySlug } from '@/db/queries/taxonomy/bylines';
import { sectionBySlug } from '@/db/queries/taxonomy/sections';
import { topicBySlug } from '@/db/queries/taxonomy/topics';
import { oldPath } from './old-path';
import { wordpressForms } from './wordpress-forms';

/** Where an old address leads: one step, to an address of today, percent-encoded; or nowhere any more. */
export type OldAddress = { status: 301; location: string } | { status: 410 };

type RedirectRow = NonNullable<Awaited<ReturnType<typeof legacyUrlByPath>>>;

/** Old addresses that lead to old addresses are followed here, so that a reader takes one step. */
const MOST_STEPS = 8;

/** Null for an address that is not in the table, or whose target is not (or no more) there for readers. */
export async function readOldAddress(
  query: { path: string } | { post: number },
  db: ReadDb = getDb(),
): Promise<OldAddress | null> {
  const found = 'post' in query ? await legacyUrlByPost(db, query.post) : undefined;
  const path = 'path' in query ? oldPath(query.path) : null;
  let { row, feed } = path ? await rowFor(path, db) : { row: found, feed: '' };

  for (let step = 0; row && step < MOST_STEPS; step++) {
    if (row.status === 410 || row.targetKind === 'none') return { status: 410 };
    const address = await addressOf(row, db);
    if (address === null) return null;
    // What has a page today is led to as it is.
    const mayBeOld = row.targetKind === 'address' && address.startsWith('/');
    const next: RedirectRow | undefined = mayBeOld ? await nextOf(address, db) : undefined;
    if (!next) return { status: 301, location: address + (hasFeed(row) ? feed : '') };
    row = next;
  }
  return null;
}

/** The row of this very path; else of that which it is a form of in WordPress, as the third page of a section's list. */
async function rowFor(
  path: string,
  db: ReadDb = getDb(),
): Promise<{ row: RedirectRow | undefined; feed: string }> {
  const row = await legacyUrlByPath(db, path);
  if (row) return { row, feed: '' };
  for (const form of wordpressForms(path)) {
    const other = await legacyUrlByPath(db, form.path);
    if (other) return { row: other, feed: form.isFeed ? '/feed.xml' : '' };
  }
  return { row: undefined, feed: '' };
}

const hasFeed = ({ targetKind }: RedirectRow) => targetKind === 'section' || targetKind === 'topic';

async function nextOf(address: string, db: ReadDb = getDb()): Promise<RedirectRow | undefined> {
  const path = oldPath(address);
  return path ? legacyUrlByPath(db, path) : undefined;
}

async function addressOf({ targetKind, target }: RedirectRow, db: ReadDb = getDb()): Promise<string | null> {
  switch (targetKind) {
    case 'story': {
      const story = await sectionOfStory(db, Number(target));
      return story ? `/${story.section}/${target}` : null;
    }
    case 'section':
      return (await sectionBySlug(db, target)) ? `/${target}` : null;
    case 'topic':
      return (await topicBySlug(db, target)) ? `/topic/${encodeURIComponent(target)}` : null;
    case 'byline':
      return (await bylineBySlug(db, target)) ? `/byline/${encodeURIComponent(target)}` : null;
    case 'address':
      return encodeURI(target).replace(/%25([0-9a-f]{2})/gi, '%$1');
    case 'none':
      return null;
  }
}
