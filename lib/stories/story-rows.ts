import { slugify } from '@barta/bengali/latin/slugify';
import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import type { ReadDb, Tx } from '@/db/client';
import { holder, placeLabel } from '@/db/queries/taxonomy/districts';
import {
  bylines,
  districts,
  HOLDS,
  pictures,
  sections,
  stories,
  storyBylines,
  storyDistricts,
  storySections,
  storyTopics,
  topics,
} from '@/db/schema';
import { placesAround } from '@/lib/places/places-around';
import { done, type Result, refused } from '@/lib/result';
import { DOCUMENT_VERSION, type StoryDocument } from './body/document';
import { renderDocument } from './body/document-html';
import { lookupsIn } from './body/document-lookups';
import { textOfDocument } from './body/document-text';
import { storyBody } from './body/notation/body-from-notation';
import { documentFromTyped } from './body/notation/document-notation';
import { documentOf } from './body/parse-document';
import { oneLine, type StoryFields } from './fields/story-fields';
import { reviseFormer } from './versions/revisions/add-former-revision';
import { keepFormer, lastWriterOf } from './versions/version-snapshots';

export type StoryRow = typeof stories.$inferSelect;

type FieldColumns = Pick<
  StoryRow,
  | 'sectionId'
  | 'isSectionOpen'
  | 'kicker'
  | 'headline'
  | 'shortHeadline'
  | 'form'
  | 'audio'
  | 'video'
  | 'audioSeconds'
  | 'videoSeconds'
  | 'canonicalSource'
  | 'seoTitle'
  | 'seoDescription'
  | 'commentsUntil'
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
  const isSectionOpen = fields.section === '';
  const home = isSectionOpen
    ? t.select().from(sections).orderBy(asc(sections.position), asc(sections.id)).get()
    : t.select().from(sections).where(eq(sections.slug, fields.section)).get();
  if (!home) return refused('unknown', 'section');

  const districtCode = fields.district || null;
  if (districtCode !== null && !t.select().from(districts).where(eq(districts.code, districtCode)).get()) {
    return refused('unknown', 'district');
  }
  if (othersNamed(t, fields) === null) return refused('unknown', 'sections');
  if (placesNamed(t, fields) === null) return refused('unknown', 'districts');
  const picture =
    fields.pictureId === null
      ? null
      : t.select().from(pictures).where(eq(pictures.id, fields.pictureId)).get();
  if (picture === undefined) return refused('unknown', 'pictureId');

  if (typeof fields.bodyDoc === 'string') throw new Error(`columnsOf: a body that is ${fields.bodyDoc}`);
  const { html, text } = shownBody(t, fields.body, fields.bodyDoc);
  return done({
    sectionId: home.id,
    isSectionOpen,
    kicker: fields.kicker,
    headline: fields.headline,
    shortHeadline: fields.shortHeadline,
    form: fields.form,
    audio: fields.audio,
    video: fields.video,
    audioSeconds: secondsOf(fields.audioSeconds),
    videoSeconds: secondsOf(fields.videoSeconds),
    canonicalSource: fields.canonicalSource,
    seoTitle: fields.seoTitle,
    seoDescription: fields.seoDescription,
    commentsUntil: fields.commentsUntil instanceof Date ? fields.commentsUntil : null,
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

/** A version that was kept before the field was there says nothing of it. */
function secondsOf(seconds: StoryFields['audioSeconds'] | undefined): number | null {
  return typeof seconds === 'number' ? seconds : null;
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

/** A story's body for the editor: its document, or one made of what was typed. */
export function documentToEdit({ body, bodyDoc }: Pick<StoryFields, 'body' | 'bodyDoc'>): StoryDocument {
  if (bodyDoc !== null && typeof bodyDoc !== 'string') return bodyDoc;
  // A line that looks like a block's is words here: only a document has blocks to name.
  const typed = documentFromTyped(body.replace(/^\[\[/gm, '&#91;['));
  return typed.ok ? typed.value : { type: 'doc', version: DOCUMENT_VERSION, content: [] };
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
  const isSame =
    JSON.stringify(documentToEdit({ body: story.body, bodyDoc: null })) === JSON.stringify(bodyDoc);
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
export function fieldsOf(t: ReadDb, story: StoryRow): StoryFields {
  return {
    section: story.isSectionOpen
      ? ''
      : (t.select().from(sections).where(eq(sections.id, story.sectionId)).get()?.slug ?? ''),
    kicker: story.kicker,
    headline: story.headline,
    shortHeadline: story.shortHeadline,
    form: story.form,
    audio: story.audio,
    video: story.video,
    audioSeconds: story.audioSeconds,
    videoSeconds: story.videoSeconds,
    canonicalSource: story.canonicalSource,
    seoTitle: story.seoTitle,
    seoDescription: story.seoDescription,
    commentsUntil: story.commentsUntil,
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
    districts: t
      .select({ name: placeLabel, code: districts.code })
      .from(storyDistricts)
      .innerJoin(districts, eq(districts.code, storyDistricts.districtCode))
      .leftJoin(holder, eq(holder.code, districts.parentCode))
      .where(and(eq(storyDistricts.storyId, story.id), gte(storyDistricts.position, 0)))
      .orderBy(asc(storyDistricts.position))
      .all()
      .filter(({ code }) => code !== story.districtCode)
      .map(({ name }) => name),
    sections: t
      .select({ name: sections.name })
      .from(storySections)
      .innerJoin(sections, eq(sections.id, storySections.sectionId))
      .where(eq(storySections.storyId, story.id))
      .orderBy(asc(storySections.position))
      .all()
      .map(({ name }) => name),
    pictureId: story.pictureId,
    pictureCaption: story.pictureCaption,
    pictureCredit: story.pictureCredit,
    pictureAlt: story.pictureAlt,
    comments: story.comments,
  };
}

/**
 * Makes what the story is tied to that which is named, in that order. A new name is a new topic or byline; sections
 * and districts are known ones, as `columnsOf` has seen to.
 */
export function linkNames(
  t: Tx,
  storyId: number,
  fields: Pick<StoryFields, 'topics' | 'bylines' | 'section' | 'sections' | 'district' | 'districts'>,
): void {
  const { topics: about, bylines: by } = fields;
  t.delete(storySections).where(eq(storySections.storyId, storyId)).run();
  for (const [position, sectionId] of (othersNamed(t, fields) ?? []).entries()) {
    t.insert(storySections).values({ storyId, sectionId, position }).run();
  }
  t.delete(storyDistricts).where(eq(storyDistricts.storyId, storyId)).run();
  const places = placesNamed(t, fields) ?? [];
  for (const [position, districtCode] of places.entries()) {
    t.insert(storyDistricts).values({ storyId, districtCode, position }).run();
  }
  for (const districtCode of placesAround(t, places)) {
    t.insert(storyDistricts).values({ storyId, districtCode, position: HOLDS }).run();
  }

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

/** Ids of the further sections named, without the home; null if one is not known. */
function othersNamed(
  t: Tx,
  { section, sections: named }: Pick<StoryFields, 'section' | 'sections'>,
): number[] | null {
  if (named.length === 0) return [];
  const all = t.select().from(sections).all();
  const found = named.map((name) => all.find((one) => oneLine(one.name) === name || one.slug === name));
  if (found.some((one) => one === undefined)) return null;
  return [...new Set(found.flatMap((one) => (one && one.slug !== section ? [one.id] : [])))];
}

/** Codes of all places named, the first one first; null if one is not known, or could be several upazilas. */
function placesNamed(
  t: Tx,
  { district, districts: named }: Pick<StoryFields, 'district' | 'districts'>,
): string[] | null {
  const first = district ? [district] : [];
  if (named.length === 0) return first;
  const all = t
    .select({ code: districts.code, name: districts.name, level: districts.level, label: placeLabel })
    .from(districts)
    .leftJoin(holder, eq(holder.code, districts.parentCode))
    .all();
  const found = named.map((name) => {
    const exact = all.find(({ code, label }) => code === name || oneLine(label) === name);
    if (exact) return exact.code;
    // The label of a district is its name, so that a district comes before a division and an upazila of the same name.
    const [one, ...others] = all.filter((place) => oneLine(place.name) === name);
    return others.length === 0 ? one?.code : undefined;
  });
  if (found.includes(undefined)) return null;
  return [...new Set([...first, ...found.filter((code) => code !== undefined)])];
}

/** The id of the topic of a tidy name; a name that is not known becomes one. */
export function topicNamed(t: Tx, name: string): number {
  const slug = slugOf(name);
  const known = t.select().from(topics).where(eq(topics.slug, slug)).get();
  return known?.mergedInto ?? known?.id ?? t.insert(topics).values({ slug, name }).returning().get().id;
}

/** The same of a byline. By name first: its slug is often Latin (`nahida-sultana`), its name never. */
export function bylineNamed(t: Tx, name: string): number {
  const slug = slugOf(name);
  const known =
    t.select().from(bylines).where(eq(bylines.name, name)).get() ??
    t.select().from(bylines).where(eq(bylines.slug, slug)).get();
  return (
    known?.id ??
    t
      .insert(bylines)
      .values({ slug, name, kind: kindOf(name) })
      .returning()
      .get().id
  );
}

/** A line such as নিজস্ব প্রতিবেদক is a desk's, the names of the agencies are few; whoever else is a person. */
function kindOf(name: string): 'person' | 'desk' | 'agency' {
  if (DESK.test(name)) return 'desk';
  return AGENCIES.has(name) ? 'agency' : 'person';
}

const DESK = new RegExp(
  `(?:${['প্রতিবেদক', 'প্রতিনিধি', 'রিপোর্টার', 'ডেস্ক', 'সংবাদদাতা'].map(oneLine).join('|')})$`,
);
const AGENCIES: ReadonlySet<string> = new Set(
  ['বাসস', 'ইউএনবি', 'রয়টার্স', 'এএফপি', 'এপি', 'পিটিআই', 'সিনহুয়া', 'বিবিসি', 'ডয়চে ভেলে'].map(oneLine),
);

/** Of a name that has no letter, as in `🙂`, the name itself: an address still finds it. */
function slugOf(name: string): string {
  return slugify(name) || encodeURIComponent(name).replaceAll('%', '').toLowerCase();
}

/** Slugs of the story's topics, bylines and further sections, and codes of its districts. */
export function slugsOf(
  t: Tx,
  storyId: number,
): { topics: string[]; bylines: string[]; others: string[]; districts: string[] } {
  return {
    others: t
      .select({ slug: sections.slug })
      .from(storySections)
      .innerJoin(sections, eq(sections.id, storySections.sectionId))
      .where(eq(storySections.storyId, storyId))
      .all()
      .map(({ slug }) => slug),
    districts: t
      .select({ code: storyDistricts.districtCode })
      .from(storyDistricts)
      .where(eq(storyDistricts.storyId, storyId))
      .all()
      .map(({ code }) => code),
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

export function storyById(t: ReadDb, storyId: number): StoryRow | undefined {
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
