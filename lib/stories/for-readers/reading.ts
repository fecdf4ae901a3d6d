import { truncateGraphemes } from '@barta/bengali/graphemes';
import { getDb } from '@/db/client';
import { subtitleMarks } from '@/db/queries/media/media';
import { cardLists, idsOf } from '@/db/queries/stories/card-lists';
import { type CardRow, type Cursor, listing } from '@/db/queries/stories/listings';
import { publishedHeadlines, sectionOfStory, storyById } from '@/db/queries/stories/stories';
import { bylineBySlug } from '@/db/queries/taxonomy/bylines';
import { allSections, sectionBySlug } from '@/db/queries/taxonomy/sections';
import { topicBySlug, topicSlug } from '@/db/queries/taxonomy/topics';
import { subtitlesAddress } from '@/lib/media/subtitles';
import { posterFrom } from '@/lib/pictures/poster';
import type { Period } from '@/lib/readership/periods';
import { labelsIn } from '@/lib/site/labels';
import { alsoReadIn, withAlsoRead } from '../body/display/also-read-links';
import { withColumnSizes } from '../body/display/column-sizes';
import { displayedBody } from '../body/display/displayed-body';
import { withTableOfContents } from '../body/display/table-of-contents';
import { videosIn } from '../body/display/video-captions';
import { structuredFields, withTextBeginning } from '../fields/begin-text';
import type { ListedForm } from '../workflow/reindex-and-announce';
import { cardsFrom, face, pictureOf, type StoryCard, storyAddress } from './cards';
import { mediumAt } from './medium';
import { pageOf } from './paging';

/** A story as its page shows it; a retracted one keeps its headline and explains the retraction. */
export type Story = NonNullable<Awaited<ReturnType<typeof readStory>>>;

type StoredStory = NonNullable<Awaited<ReturnType<typeof storyById>>>;

/** The sections in masthead order. */
export const readSections = (db = getDb()) => allSections(db);

/** Null unless the story is published, or was published and has been retracted. */
export async function readStory(id: number, db = getDb()) {
  const row = await storyById(db, id);
  if (!row || (row.state !== 'published' && row.state !== 'retracted') || !row.publishedAt) return null;
  const alsoRead = alsoReadIn(row.bodyHtml);
  const others = (await publishedHeadlines(db, alsoRead)).map((one) => ({ ...one, href: storyAddress(one) }));
  const captions = await subtitleMarks(db, videosIn(row.bodyHtml));
  const body = withAlsoRead(withColumnSizes(row.bodyHtml), others, labelsIn('bn')('editor.alsoReadTitle'));
  const { html, contents } =
    row.form === 'explainer' ? withTableOfContents(body) : { html: body, contents: [] };
  return {
    id: row.id,
    href: storyAddress(row),
    isRetracted: row.state === 'retracted',
    retractionNote: row.retractionNote,
    retractedAt: row.retractedAt,
    section: row.section,
    sectionId: row.sectionId,
    sectionName: row.sectionName,
    kicker: row.kicker,
    headline: row.headline,
    standfirst: row.standfirst,
    bodyHtml: displayedBody(withTextBeginning(html, row), captions),
    /** The questions that an explainer answers, each with the anchor of its heading. */
    contents,
    /** The stories that the body links to, whether visible or not (yet): the page's cache tags name them all. */
    alsoRead,
    /** A summary for feeds and search engines: the standfirst, or else the beginning of the text. */
    summary: row.standfirst || truncateGraphemes(row.bodyText.replace(/\s+/g, ' '), 160, '…'),
    publishedAt: row.publishedAt,
    correctedAt: row.correctedAt,
    corrections: row.correctedAt ? row.corrections : [],
    /** The districts of the story, including those of its upazilas, in order. */
    districts: withDistricts(row.places),
    form: row.form,
    audio: mediumAt(row.audio, row.audioSeconds, { credit: row.soundCredit }),
    video: videoOf(row),
    liveEndedAt: row.liveEndedAt,
    /** For search engines and shares, where it differs. */
    seoTitle: row.seoTitle || row.headline,
    seoDescription: row.seoDescription || row.standfirst,
    canonicalSource: row.canonicalSource,
    /** The schema.org properties that its fields provide. */
    structured: structuredFields(row),
    /** How often it was read, as stored. */
    views: row.views ?? 0,
    topics: row.topics,
    bylines: row.bylines.map((byline) => ({
      ...byline,
      portrait: face(byline.portrait, '', byline.portraitLook),
    })),
    hasPhoto: row.variants !== null,
    picture: pictureOf(row.id, row.variants, row.pictureAlt || (row.libraryAlt ?? ''), row.look),
    caption: row.variants ? row.pictureCaption || (row.libraryCaption ?? '') : '',
    credit: row.variants ? row.pictureCredit || (row.libraryCredit ?? '') : '',
  };
}

function videoOf(row: StoredStory) {
  return mediumAt(row.video, row.videoSeconds, {
    caption: row.filmCaption,
    credit: row.filmCredit,
    poster: posterFrom(pictureOf(row.id, row.posterVariants ?? row.variants, '')),
    subtitles: row.filmFile && row.subtitlesMark ? subtitlesAddress(row.filmFile, row.subtitlesMark) : null,
  });
}

/** The canonical path of a story that is, or was, published. */
export async function readAddressOf(id: number, db = getDb()): Promise<string | null> {
  const found = await sectionOfStory(db, id);
  return found ? storyAddress({ id, section: found.section }) : null;
}

export async function readMostRead(limit = 5, db = getDb(), period: Period = 'day'): Promise<StoryCard[]> {
  return cardsFrom(await listing.mostRead(db, limit, period).all());
}

/** How many stories each list beside a story shows. */
export interface RelatedStoryCounts {
  /** Stories with a common topic; if there are not enough, the newest of the section. */
  alike: number;
  /** Further newest stories of the section. */
  fromSection: number;
  /** Other stories of the same form, newest first. */
  ofForm: number;
  mostRead: number;
}

/** The further reading of a story, in one query. Only the most-read list may contain the story itself. */
export async function readBeside(
  { id, sectionId, form }: Pick<Story, 'id' | 'sectionId' | 'form'>,
  { alike, fromSection, ofForm, mostRead }: RelatedStoryCounts,
  db = getDb(),
): Promise<Record<keyof RelatedStoryCounts, StoryCard[]>> {
  const ofSection = alike + fromSection;
  const rowsOf = await cardLists(db, {
    ...(alike > 0 && { alike: idsOf.alike(id, 4, alike + 1) }),
    ...(ofSection > 0 && { section: idsOf.ofSection(sectionId, ofSection + 1) }),
    ...(ofForm > 0 && { form: idsOf.ofForm(form, ofForm + 1) }),
    ...(mostRead > 0 && { mostRead: idsOf.mostRead('day', mostRead) }),
  });
  const inSection = rowsOf('section');
  const related = distinct([...rowsOf('alike'), ...inSection], [id]).slice(0, alike);
  const rest = distinct(inSection, [id, ...related.map((row) => row.id)]);
  return {
    alike: cardsFrom(related),
    fromSection: cardsFrom(rest.slice(0, fromSection)),
    ofForm: cardsFrom(distinct(rowsOf('form'), [id]).slice(0, ofForm)),
    mostRead: cardsFrom(rowsOf('mostRead')),
  };
}

/** All stories of a form that has a page of its own. */
export async function readForm(form: ListedForm, before?: Cursor, db = getDb()) {
  return pageOf((page) => listing.ofForm(db, form, page).all(), before);
}

/** A section, topic or byline by the slug in the address, for the head of its page. */
export const readSectionNamed = (slug: string, db = getDb()) => sectionBySlug(db, slug);
export const readTopicNamed = (slug: string, db = getDb()) => topicBySlug(db, slug);
export const readBylineNamed = (slug: string, db = getDb()) => bylineBySlug(db, slug);

export async function readSection(slug: string, before?: Cursor, db = getDb()) {
  const section = await sectionBySlug(db, slug);
  if (!section) return null;
  return {
    section,
    ...(await pageOf((page) => listing.inSection(db, section.id, page).all(), before)),
  };
}

export async function readTopic(slug: string, before?: Cursor, db = getDb()) {
  const topic = await topicBySlug(db, slug);
  if (!topic) return null;
  /** The slug of the topic that it was merged into, if any. */
  const movedTo = topic.mergedInto === null ? null : await topicSlug(db, topic.mergedInto);
  return {
    topic,
    movedTo,
    ...(await pageOf((page) => listing.ofTopic(db, topic.id, page).all(), before)),
  };
}

export async function readByline(slug: string, before?: Cursor, db = getDb()) {
  const row = await bylineBySlug(db, slug);
  if (!row) return null;
  const byline = { ...row, portrait: face(row.portrait, '', row.portraitLook) };
  return { byline, ...(await pageOf((page) => listing.ofByline(db, row.id, page).all(), before)) };
}

function withDistricts(places: StoredStory['places']) {
  const named = new Map<string, string>();
  for (const { code, name, level, around } of places) {
    named.set(code, name);
    if (level === 'upazila' && around) named.set(around.code, around.name);
  }
  return Array.from(named, ([code, name]) => ({ code, name }));
}

function distinct(rows: readonly CardRow[], without: readonly number[]): CardRow[] {
  const seen = new Set(without);
  return rows.filter((row) => !seen.has(row.id) && seen.add(row.id));
}
