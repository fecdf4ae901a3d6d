import { and, Column, is, SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { type StoryForm, stories, storyTopics, viewTotals } from '@/db/schema';
import { bylinesIn, bylinesOfStory } from '../taxonomy/bylines';
import { type CardRow, card, cardsOf, inSection, published, scoreOf } from './listings';

/** Which stories a list holds, in its order: a SELECT with the one column `id`. A story that is not public falls out. */
export const idsOf = {
  given: (ids: readonly number[]) => sql`select value as id from json_each(${JSON.stringify(ids)})`,

  newest: (limit: number) =>
    sql`select id from ${stories} where ${published} order by published_at desc, id desc limit ${limit}`,

  ofSection: (sectionId: number, limit: number) =>
    sql`select id from ${stories} where ${published} and section_id = ${sectionId}
      order by published_at desc, id desc limit ${limit}`,

  ofForm: (form: StoryForm, limit: number) =>
    // Said as the index says it, or the planner does not take it.
    sql`select id from ${stories} where ${published} and form <> 'report' and form = ${form}
      order by published_at desc, id desc limit ${limit}`,

  mostRead: (period: keyof typeof scoreOf, limit: number) => {
    const score = sql.identifier(scoreOf[period].name);
    return sql`select story_id as id from ${viewTotals} cross join ${stories}
      where ${published} and ${stories.id} = story_id and ${score} > 0 order by ${score} desc, story_id desc limit ${limit}`;
  },

  /** Of a story's first `topics` topics, in their order, the newest `each`. It may be among them, and one twice. */
  alike: (storyId: number, topics: number, each: number) =>
    sql`select alike.value as id from
      (select topic_id, position from ${storyTopics} where story_id = ${storyId} order by position limit ${topics}) topic,
      json_each((select json_group_array(story_id) from (select story_id from story_topics other
        where other.topic_id = topic.topic_id and other.published_at is not null
        order by other.published_at desc, other.story_id desc limit ${each}))) alike
      order by topic.position, alike.key`,
};

const cardAndPlaces = { ...card, places: sql<string>`listed.places` };

/** How a value of a row becomes one of a card: a column's way, or as SQLite gives it. */
const reader = (field: unknown) =>
  is(field, Column)
    ? (value: unknown) => (value === null ? null : field.mapFromDriverValue(value))
    : (value: unknown) => value;

const readers = Object.entries(cardAndPlaces).map(([name, field]) => ({
  name,
  read:
    field === bylinesOfStory
      ? [(value: unknown) => bylinesIn(value as string)]
      : is(field, Column) || is(field, SQL)
        ? [reader(field)]
        : Object.values(field).map(reader),
  /** The names of what stands in one value, as in `look`. */
  parts: is(field, Column) || is(field, SQL) ? null : Object.keys(field),
}));

/**
 * A row put together as Drizzle does it, which looks up the column of each value of each row again: with the hundred
 * cards of a front that was a tenth of the page.
 */
function cardIn(row: readonly unknown[]): CardRow & { places: string } {
  const made: Record<string, unknown> = {};
  let at = 0;
  for (const { name, read, parts } of readers) {
    if (!parts) {
      made[name] = read[0]?.(row[at++]);
      continue;
    }
    const values = parts.map((_, part) => read[part]?.(row[at + part]));
    at += parts.length;
    made[name] = values.every((value) => value === null)
      ? null
      : Object.fromEntries(parts.map((part, of) => [part, values[of]]));
  }
  return made as CardRow & { places: string };
}

/** Several lists of published stories in one query, each in its order and no story twice in it. */
export async function cardLists<Name extends string>(
  db: ReadDb,
  lists: Readonly<Partial<Record<Name, SQL>>>,
): Promise<(name: Name) => CardRow[]> {
  const names = Object.keys(lists) as Name[];
  if (names.length === 0) return () => [];
  const each = names.map(
    (name) => sql`select ${name} as list, key as place, value as id
      from json_each((select json_group_array(id) from (${lists[name] ?? idsOf.given([])})))`,
  );
  const query = cardsOf(
    db,
    sql`(select id, json_group_array(json_array(list, place)) as places
      from (${sql.join(each, sql` union all `)}) group by id) listed`,
    cardAndPlaces,
  ).where(and(published, inSection, sql`${stories.id} = listed.id`));
  const rows = db.values<unknown[]>(query.getSQL()).map(cardIn);
  const placed = rows.flatMap((row) =>
    (JSON.parse(row.places) as [Name, number][]).map(([list, place]) => ({ list, place, row })),
  );
  const byList = Map.groupBy(
    placed.sort((a, b) => a.place - b.place),
    ({ list }) => list,
  );
  return (name) => [...new Set(byList.get(name)?.map(({ row }) => row))];
}
