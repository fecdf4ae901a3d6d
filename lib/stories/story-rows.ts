import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  bylines,
  districts,
  pictures,
  sections,
  stories,
  storyBylines,
  storyTopics,
  topics,
} from '@/db/schema';
import { slugify } from '@/lib/bengali/slugify';
import { done, type Result, refused } from '@/lib/result';
import { storyBody } from './body';
import { lookupsIn } from './document/lookups';
import { documentOf } from './document/read-document';
import { renderDocument } from './document/render';
import type { StoryDocument } from './document/shape';
import { textOfDocument } from './document/text';
import { documentFromTyped } from './document/typed';
import { keepFormer, lastWriterOf } from './keeping/former-versions';
import { reviseFormer } from './revisions/revise-former';
import type { StoryFields } from './story-fields';

export type StoryRow = typeof stories.$inferSelect;

type FieldColumns = Pick<
  StoryRow,
  | 'sectionId'
  | 'kicker'
  | 'headline'
  | 'standfirst'
  | 'body'
  | 'bodyDoc'
  | 'bodyHtml'
  | 'bodyText'
  | 'districtCode'
  | 'pictureId'
  | 'pictureCaption'
  | 'pictureCredit'
  | 'pictureAlt'
  | 'comments'
>;

/** The columns that tidy fields fill. A picture's own words stand in where the story says none. */
export function columnsOf(t: Tx, fields: StoryFields): Result<FieldColumns, 'unknown'> {
  const home = t.select().from(sections).where(eq(sections.slug, fields.section)).get();
  if (!home) return refused('unknown', 'section');

  const districtCode = fields.district || null;
  if (districtCode !== null && !t.select().from(districts).where(eq(districts.code, districtCode)).get()) {
    return refused('unknown', 'district');
  }
  const picture =
    fields.pictureId === null
      ? null
      : t.select().from(pictures).where(eq(pictures.id, fields.pictureId)).get();
  if (picture === undefined) return refused('unknown', 'pictureId');

  if (typeof fields.bodyDoc === 'string') throw new Error(`columnsOf: a body that is ${fields.bodyDoc}`);
  const { html, text } = shownBody(t, fields.body, fields.bodyDoc);
  return done({
    sectionId: home.id,
    kicker: fields.kicker,
    headline: fields.headline,
    standfirst: fields.standfirst,
    body: fields.body,
    bodyDoc: fields.bodyDoc,
    bodyHtml: html,
    bodyText: text,
    districtCode,
    pictureId: picture?.id ?? null,
    pictureCaption: fields.pictureCaption || (picture?.caption ?? ''),
    pictureCredit: fields.pictureCredit || (picture?.credit ?? ''),
    pictureAlt: fields.pictureAlt || (picture?.alt ?? ''),
    comments: fields.comments,
  });
}

function shownBody(t: Tx, body: string, document: StoryDocument | null): { html: string; text: string } {
  if (!document) return storyBody(body);
  return { html: renderDocument(document, lookupsIn(t)), text: textOfDocument(document) };
}

/** The document of a story as it lies in the store; null if its typed text is all there is. */
export function storedDocument(story: Pick<StoryRow, 'bodyDoc'>): StoryDocument | null {
  if (story.bodyDoc === null) return null;
  const stored = documentOf(story.bodyDoc);
  if (!stored.ok) throw new Error(`a stored body is ${stored.code}`);
  return stored.value;
}

/**
 * The body as it is stored, where what was sent says the same in the other of its two ways: to open a story that was
 * typed as a document, and the reverse, changes nothing of it.
 */
export function withBodyAsStored(story: StoryRow, fields: StoryFields): StoryFields {
  const stored = storedDocument(story);
  const { body, bodyDoc } = fields;
  if (stored && bodyDoc === null && body === story.body) return { ...fields, bodyDoc: stored };
  if (stored || bodyDoc === null || typeof bodyDoc === 'string') return fields;
  const typed = documentFromTyped(story.body);
  const isSame = typed.ok && JSON.stringify(typed.value) === JSON.stringify(bodyDoc);
  return isSame ? { ...fields, body: story.body, bodyDoc: null } : fields;
}

/**
 * When another picture was chosen and the words below left alone, those that the former picture brought with it
 * go with it: they would describe what is no longer there. What was typed for this story stays.
 */
export function withoutFormerWords(t: Tx, story: StoryRow, fields: StoryFields): StoryFields {
  if (story.pictureId === null || story.pictureId === fields.pictureId) return fields;
  const former = t.select().from(pictures).where(eq(pictures.id, story.pictureId)).get();
  return {
    ...fields,
    pictureCaption: fields.pictureCaption === former?.caption ? '' : fields.pictureCaption,
    pictureCredit: fields.pictureCredit === former?.credit ? '' : fields.pictureCredit,
    pictureAlt: fields.pictureAlt === former?.alt ? '' : fields.pictureAlt,
  };
}

/** The story as its form would show it. */
export function fieldsOf(t: Tx, story: StoryRow): StoryFields {
  return {
    section: t.select().from(sections).where(eq(sections.id, story.sectionId)).get()?.slug ?? '',
    kicker: story.kicker,
    headline: story.headline,
    standfirst: story.standfirst,
    body: story.body,
    bodyDoc: storedDocument(story),
    topics: t
      .select({ name: topics.name })
      .from(storyTopics)
      .innerJoin(topics, eq(topics.id, storyTopics.topicId))
      .where(eq(storyTopics.storyId, story.id))
      .orderBy(asc(storyTopics.position))
      .all()
      .map(({ name }) => name),
    bylines: t
      .select({ name: bylines.name })
      .from(storyBylines)
      .innerJoin(bylines, eq(bylines.id, storyBylines.bylineId))
      .where(eq(storyBylines.storyId, story.id))
      .orderBy(asc(storyBylines.position))
      .all()
      .map(({ name }) => name),
    district: story.districtCode ?? '',
    pictureId: story.pictureId,
    pictureCaption: story.pictureCaption,
    pictureCredit: story.pictureCredit,
    pictureAlt: story.pictureAlt,
    comments: story.comments,
  };
}

/** Makes the story's topics and bylines those that are named, in that order. A new name is a new topic or byline. */
export function linkNames(
  t: Tx,
  storyId: number,
  { topics: about, bylines: by }: Pick<StoryFields, 'topics' | 'bylines'>,
): void {
  const topicIds = [...new Set(about.map((name) => topicNamed(t, name)))];
  const bylineIds = [...new Set(by.map((name) => bylineNamed(t, name)))];

  t.delete(storyTopics).where(eq(storyTopics.storyId, storyId)).run();
  for (const [position, topicId] of topicIds.entries()) {
    t.insert(storyTopics).values({ storyId, topicId, position }).run();
  }
  t.delete(storyBylines).where(eq(storyBylines.storyId, storyId)).run();
  for (const [position, bylineId] of bylineIds.entries()) {
    t.insert(storyBylines).values({ storyId, bylineId, position }).run();
  }
}

function topicNamed(t: Tx, name: string): number {
  const slug = slugOf(name);
  const known = t.select().from(topics).where(eq(topics.slug, slug)).get();
  return known?.mergedInto ?? known?.id ?? t.insert(topics).values({ slug, name }).returning().get().id;
}

/** By name first: the slug of a byline is often Latin (`nahida-sultana`), its name never. */
function bylineNamed(t: Tx, name: string): number {
  const slug = slugOf(name);
  const known =
    t.select().from(bylines).where(eq(bylines.name, name)).get() ??
    t.select().from(bylines).where(eq(bylines.slug, slug)).get();
  return known?.id ?? t.insert(bylines).values({ slug, name }).returning().get().id;
}

/** Of a name that has no letter, as in `🙂`, the name itself: an address still finds it. */
function slugOf(name: string): string {
  return slugify(name) || encodeURIComponent(name).replaceAll('%', '').toLowerCase();
}

/** Slugs of the story's topics and bylines. */
export function slugsOf(t: Tx, storyId: number): { topics: string[]; bylines: string[] } {
  return {
    topics: t
      .select({ slug: topics.slug })
      .from(topics)
      .where(
        inArray(
          topics.id,
          t.select({ id: storyTopics.topicId }).from(storyTopics).where(eq(storyTopics.storyId, storyId)),
        ),
      )
      .all()
      .map(({ slug }) => slug),
    bylines: t
      .select({ slug: bylines.slug })
      .from(bylines)
      .where(
        inArray(
          bylines.id,
          t.select({ id: storyBylines.bylineId }).from(storyBylines).where(eq(storyBylines.storyId, storyId)),
        ),
      )
      .all()
      .map(({ slug }) => slug),
  };
}

export function storyById(t: Tx, storyId: number): StoryRow | undefined {
  return t.select().from(stories).where(eq(stories.id, storyId)).get();
}

/**
 * The write of a command: true if the story still stood at `basedOn`, and now stands one higher. What it was is kept,
 * for whoever is still writing on it.
 */
export function writeStory(
  t: Tx,
  { id, basedOn }: { id: number; basedOn: number },
  change: Partial<typeof stories.$inferInsert>,
  now: Date,
): boolean {
  const former = storyById(t, id);
  if (former?.version !== basedOn) return false;
  const fields = fieldsOf(t, former);
  reviseFormer(t, former, fields, { staffId: lastWriterOf(t, id), now });
  keepFormer(t, former, fields, now);
  const { changes } = t
    .update(stories)
    .set({ ...change, updatedAt: now, version: basedOn + 1 })
    .where(and(eq(stories.id, id), eq(stories.version, basedOn)))
    .run();
  return changes === 1;
}
