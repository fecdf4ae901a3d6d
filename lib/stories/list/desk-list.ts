import { compareBengali } from '@barta/bengali/collation';
import { getDb, type ReadDb } from '@/db/client';
import { allStaff } from '@/db/queries/operations/people';
import { MOST_COUNTED } from '@/db/queries/stories/desk-list/list-filter';
import { listCounts, listedStories, recentNames } from '@/db/queries/stories/desk-list/listed-stories';
import { bylinesAndComments, districtChoices, sectionChoices } from '@/db/queries/stories/desk-stories';
import { viewsOf } from '@/db/queries/stories/saved-views';
import { may } from '@/lib/people/may';
import { requireStaff } from '@/lib/people/require-staff';
import { lastUndoable } from '../bulk/undo-many';
import { whoIsHere } from '../versions/presence/who-is-here';
import { filterOf, nothingFound, pageOf } from './list-page';
import type { StoryListQuery } from './list-query';

const NAMES_OFFERED = 200;

/** The list for an address, with the options of its filters. */
export async function deskStories(query: StoryListQuery, before: string) {
  const member = await requireStaff('write-story', '/admin/stories');
  const db = getDb();
  const { filter, unknown } = await filterOf(db, query, member.id);
  const page = unknown ? nothingFound(query.order) : await pageOf(db, filter, query.order, before);

  const rows = new Map((await listedStories(db, page.ids)).map((row) => [row.id, row]));
  const { names, counts } = await bylinesAndComments(db, page.ids);
  const here = await whoIsHere(db, member, page.ids);
  const staff = await allStaff(db);
  const nameOf = new Map(staff.map(({ id, name }) => [id, name]));
  return {
    member,
    permits: { edits: may(member, 'edit-any-story'), publishes: may(member, 'publish-story') },
    ...page,
    /** A name or code in the address that does not exist here. */
    unknown,
    stories: page.ids.flatMap((id) => {
      const row = rows.get(id);
      if (!row) return [];
      return {
        ...row,
        assignee: row.assigneeId === null ? null : (nameOf.get(row.assigneeId) ?? null),
        bylines: names.filter(({ storyId }) => storyId === id).map(({ name }) => name),
        writer: here.get(id)?.writer ?? null,
        comments: counts.find(({ storyId }) => storyId === id)?.count ?? 0,
      };
    }),
    counts: await countsFor(db, member.id),
    views: viewsOf(db, member.id),
    lastBulk: lastUndoable(db, member),
    choices: {
      sections: await sectionChoices(db),
      districts: (await districtChoices(db))
        .filter(({ level }) => level !== 'upazila')
        .sort(
          (a, b) => compareBengali(a.parentCode ?? '', b.parentCode ?? '') || compareBengali(a.name, b.name),
        ),
      bylines: (await recentNames(db, 'byline', NAMES_OFFERED)).sort(compareBengali),
      topics: (await recentNames(db, 'topic', NAMES_OFFERED)).sort(compareBengali),
      staff: staff.filter(({ disabledAt }) => disabledAt === null).map(({ id, name }) => ({ id, name })),
    },
  };
}

async function countsFor(db: ReadDb, memberId: number) {
  const counts = await listCounts(db, memberId);
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [
      name,
      { count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED },
    ]),
  ) as Record<keyof typeof counts, { count: number; isMore: boolean }>;
}
