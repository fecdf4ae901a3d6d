import { slugify } from '@barta/bengali/latin/slugify';
import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { bylines, stories, storyBylines } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { type Actor, theOperator } from '@/lib/people/actor';
import { emptyFields, type FieldName } from '../fields/catalogue';
import { faultsForReaders, faultsIn, storyLimits, tidyFields } from '../fields/check-fields';
import type { FieldCode } from '../fields/field';
import { type ImportRow, parseImportRow } from '../fields/import-row';
import { columnsOf, linkNames, withPictureTexts } from '../fields/store-fields';
import { oneLine } from '../fields/tidy-text';
import { reindexAndAnnounce } from './reindex-and-announce';

export interface StoryImportReport {
  imported: number;
  /** Known by its id from an earlier import: left as the desk has it. */
  alreadyHere: number;
  /** `row` counts from 1; `reason` is a message for the operator. */
  refused: { row: number; id: string | null; reason: string }[];
}

/**
 * Imports stories from a file, for `barta import-stories` and the demo. A row with a time is published at that time
 * (a future one is scheduled), a row without is a draft. Each row is a transaction of its own: a bad one is reported,
 * the rest continue, and a file may be imported twice.
 */
export async function importStories(
  db: Db,
  rows: readonly unknown[],
  now = new Date(),
  actor: Actor = theOperator,
): Promise<StoryImportReport> {
  const report: StoryImportReport = { imported: 0, alreadyHere: 0, refused: [] };
  for (const [index, row] of rows.entries()) {
    const parsed = parseImportRow(row);
    const reason =
      typeof parsed === 'string' ? parsed : await tx(db, (t) => importStory(t, actor, parsed, now));

    if (reason === 'imported') report.imported += 1;
    else if (reason === 'already here') report.alreadyHere += 1;
    else report.refused.push({ row: index + 1, id: idOf(row), reason });
  }
  return report;
}

/** The outcome of a row: one of two words, or the reason. A row is validated before any of it is written. */
function importStory(
  t: Tx,
  actor: Actor,
  { row, fields: entered }: Exclude<ReturnType<typeof parseImportRow>, string>,
  now: Date,
): string {
  const known = t.select({ id: stories.id }).from(stories).where(eq(stories.externalId, row.id)).get();
  if (known) return 'already here';

  const fields = tidyFields(entered);
  const columns = columnsOf(t, fields);
  if (!columns.ok) return unknownThing(columns.field, row);
  // Archives have pictures without a caption; the desk is asked for one at the next edit.
  const unfit = faultsForReaders(withPictureTexts(fields, columns.value));
  const [fault] = [...faultsIn(fields), ...unfit.filter(({ field }) => field !== 'pictureCaption')];
  if (fault) return reasonOf(fault.field, fault.code);

  const author = authorOf(t, row);
  if (typeof author === 'string') return author;

  const at = timeOf(row, now);
  const isAhead = at !== null && at > now;
  const story = t
    .insert(stories)
    .values({
      ...columns.value,
      state: at === null ? 'draft' : isAhead ? 'scheduled' : 'published',
      publishedAt: isAhead ? null : at,
      scheduledAt: isAhead ? at : null,
      externalId: row.id,
      createdAt: at !== null && !isAhead ? at : now,
      updatedAt: now,
    })
    .returning()
    .get();
  linkNames(t, story.id, author ? { ...fields, bylines: [] } : fields);
  if (author) t.insert(storyBylines).values({ storyId: story.id, bylineId: author.id }).run();
  appendAudit(t, {
    actor,
    verb: 'import-story',
    subject: `story:${story.id}`,
    after: { externalId: row.id, headline: fields.headline, state: story.state },
    at: now,
  });
  reindexAndAnnounce(t, story.id, null, now);
  return 'imported';
}

/**
 * The byline: by slug if the row names one, else by name. An unknown name creates one: a person if it has a slug,
 * else a desk, as for a line such as নিজস্ব প্রতিবেদক.
 */
function authorOf(t: Tx, row: ImportRow): { id: number } | null | string {
  const name = oneLine(row.byline);
  const slug = row.author.trim();
  if (name === '' && slug === '') return null;

  const known = slug
    ? t.select({ id: bylines.id }).from(bylines).where(eq(bylines.slug, slug)).get()
    : t.select({ id: bylines.id }).from(bylines).where(eq(bylines.name, name)).get();
  if (known) return known;
  if (name === '') return `author: no byline "${slug}" is known, and the row gives no name to make one of`;

  const newSlug = slug || slugify(name);
  if (slugify(newSlug) !== newSlug || newSlug === '')
    return `author: "${newSlug || name}" cannot be an address`;
  const sameSlug = t.select({ id: bylines.id }).from(bylines).where(eq(bylines.slug, newSlug)).get();
  return (
    sameSlug ??
    t
      .insert(bylines)
      .values({ slug: newSlug, name, kind: slug ? 'person' : 'desk' })
      .returning({ id: bylines.id })
      .get()
  );
}

function timeOf({ publishedAt, publishedMinutesAgo }: ImportRow, now: Date): Date | null {
  if (publishedAt) return new Date(publishedAt);
  if (publishedMinutesAgo === null || publishedMinutesAgo === undefined) return null;
  return new Date(now.getTime() - Math.round(publishedMinutesAgo * 60_000));
}

function unknownThing(field: string | undefined, row: ImportRow): string {
  if (field === 'section') return `section: no section "${row.section}" is known`;
  if (field === 'district') return `district: no district "${row.district}" is known`;
  return `picture: no picture ${row.picture?.id} is in the library`;
}

function reasonOf(field: FieldName, code: FieldCode): string {
  if (code === 'missing') return `${field}: is missing`;
  if (code === 'too-many') return `${field}: are too many (at most ${storyLimits[field]})`;
  const isNames = Array.isArray(emptyFields[field]);
  return `${field}: is too long (at most ${isNames ? storyLimits.name : storyLimits[field]})`;
}

function idOf(row: unknown): string | null {
  const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : null;
  return typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 200) : null;
}
