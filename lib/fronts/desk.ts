import { fromBengaliDigits } from '@barta/bengali/digits';
import { notFound } from 'next/navigation';
import { getDb } from '@/db/client';
import { frontsOnDesk, runningLines } from '@/db/queries/site/fronts';
import { cardsByIds, listing } from '@/db/queries/stories/listings';
import { allSections } from '@/db/queries/taxonomy/sections';
import { idIn } from '@/lib/forms/read-form';
import { may } from '@/lib/people/may';
import { requireStaff } from '@/lib/people/require-staff';
import { deskSearch } from '@/lib/search/desk-search';
import type { Say } from '@/lib/site/labels';
import { oneLine } from '@/lib/stories/fields/tidy-text';
import { cardsFrom } from '@/lib/stories/for-readers/cards';
import { homeFront } from './arrangement/default-arrangement';
import { buildBoard, frontState } from './board/build-board';
import { isPinnedAtHome } from './lead-with';
import { readArranged, readArrangedSection } from './reading';

const OFFERED = 20;

/** Every page that has a front with its state, and the breaking strip. */
export async function deskFronts(now = new Date()) {
  await requireStaff('curate', '/admin/fronts');
  const db = getDb();
  const [sections, fronts, lines] = await Promise.all([
    allSections(db),
    frontsOnDesk(db),
    runningLines(db, now),
  ]);
  return {
    lines,
    pages: [{ slug: homeFront, name: '' }, ...sections.map(({ slug, name }) => ({ slug, name }))].map(
      (page) => ({
        ...page,
        front: fronts.find(({ slug }) => slug === page.slug) ?? null,
      }),
    ),
  };
}

/** The board of one front, and the stories that can be put on it: the newest, or search results. */
export async function deskFront(slug: string, words: string, say: Say) {
  await requireStaff('curate', `/admin/fronts/${encodeURIComponent(slug)}`);
  const db = getDb();
  const board = (await buildBoard(slug, say)) ?? notFound();
  const state = (await frontState(slug)) ?? notFound();
  const find = oneLine(words.slice(0, 200));
  return { board, section: state.section, sections: state.sections, find, stories: await found(find) };

  async function found(query: string) {
    if (query === '') return cardsFrom(await listing.newest(db, { limit: OFFERED }).all());
    const number = idIn(fromBengaliDigits(query));
    const ids = number ? [number] : await deskSearch(db, { q: query });
    const rows = await cardsByIds(db, ids.slice(0, 200));
    const newest = rows.sort((a, b) => (b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0));
    return cardsFrom(newest.slice(0, OFFERED));
  }
}

/** What a member who edits a story may do with it on the home front; null if nothing. */
export async function deskPlacing(storyId: number): Promise<{ isPinned: boolean } | null> {
  const member = await requireStaff('write-story', `/admin/stories/${storyId}`);
  if (!may(member, 'curate')) return null;
  const state = await frontState(homeFront);
  return { isPinned: state !== null && isPinnedAtHome(state.live, storyId) };
}

/** The draft as readers would see it. */
export async function deskPreview(slug: string, now = new Date()) {
  await requireStaff('curate', `/admin/fronts/${encodeURIComponent(slug)}/draft`);
  const db = getDb();
  const state = (await frontState(slug)) ?? notFound();
  const arranged = state.draft ?? state.live;
  if (state.section) {
    const { blocks } = await readArrangedSection(db, arranged, state.section, now);
    return { name: state.section.name, front: null, blocks };
  }
  const front = await readArranged(db, arranged, state.sections, now);
  return { name: '', front, blocks: front.blocks };
}
