import { type Db, getDb } from '@/db/client';
import { bylineBySlug, bylinesOf } from '@/db/queries/bylines';
import { allPlaces, districtsOf } from '@/db/queries/districts';
import { cardsByIds, idsAlike } from '@/db/queries/fronts';
import { type CardRow, type Cursor, listing, type Page } from '@/db/queries/listings';
import { allSections, sectionBySlug } from '@/db/queries/sections';
import { publishedHeadlines, sectionOfStory, storyById } from '@/db/queries/stories';
import { correctionsOf } from '@/db/queries/story-desk-work';
import { topicBySlug, topicSlug, topicsOf } from '@/db/queries/topics';
import { truncateGraphemes } from '@/lib/bengali/graphemes';
import { labelsIn } from '@/lib/site/labels';
import { cardsFrom, photo, pictureOf, type StoryCard, storyAddress } from './cards';
import { alsoReadIn, withAlsoRead } from './document/also-read';
import { withContents } from './document/contents';
import { mediumAt } from './medium';
import { pageOf } from './paging';
import type { ListedForm } from './settle-story';

/** A story as its page prints it; a retracted one keeps its headline and says why it is gone. */
export type Story = NonNullable<Awaited<ReturnType<typeof readStory>>>;

/** The sections in the order of the masthead. */
export const readSections = (db = getDb()) => allSections(db);

/** Null unless readers may know of it: it is published, or was and has been retracted. */
export async function readStory(id: number, db = getDb()) {
  const row = await storyById(db, id);
  if (!row || (row.state !== 'published' && row.state !== 'retracted') || !row.publishedAt) return null;
  const alsoRead = alsoReadIn(row.bodyHtml);
  const [topics, bylines, named, places] = await Promise.all([
    topicsOf(db, id),
    bylinesOf(db, [id]),
    publishedHeadlines(db, alsoRead),
    districtsOf(db, id),
  ]);
  const others = named.map((one) => ({ ...one, href: storyAddress(one) }));
  const body = withAlsoRead(row.bodyHtml, others, labelsIn('bn')('editor.alsoReadTitle'));
  const { html: bodyHtml, contents } =
    row.form === 'explainer' ? withContents(body) : { html: body, contents: [] };
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
    bodyHtml,
    /** The questions that an explainer answers, each with the anchor of its heading. */
    contents,
    /** The stories that the body leads to by their headlines, shown or not (yet): the page names them all. */
    alsoRead,
    /** For those who list the page elsewhere: the standfirst, else how the story begins. */
    summary: row.standfirst || truncateGraphemes(row.bodyText.replace(/\s+/g, ' '), 160, '…'),
    publishedAt: row.publishedAt,
    correctedAt: row.correctedAt,
    corrections: row.correctedAt ? await correctionsOf(db, id) : [],
    /** Those named, in order, and the districts of upazilas named. */
    districts: await withDistricts(db, places),
    form: row.form,
    audio: mediumAt(row.audio, row.audioSeconds),
    video: mediumAt(row.video, row.videoSeconds),
    liveEndedAt: row.liveEndedAt,
    /** For search engines and shares, where it differs. */
    seoTitle: row.seoTitle || row.headline,
    seoDescription: row.seoDescription || row.standfirst,
    canonicalSource: row.canonicalSource,
    topics,
    bylines: bylines.map((byline) => ({
      ...byline,
      portrait: photo(byline.portrait, '', byline.portraitLook),
    })),
    hasPhoto: row.variants !== null,
    picture: pictureOf(row.id, row.variants, row.pictureAlt || (row.libraryAlt ?? ''), row.look),
    caption: row.variants ? row.pictureCaption || (row.libraryCaption ?? '') : '',
    credit: row.variants ? row.pictureCredit || (row.libraryCredit ?? '') : '',
  };
}

/** The canonical address of a story that is, or was, published. */
export async function readAddressOf(id: number, db = getDb()): Promise<string | null> {
  const found = await sectionOfStory(db, id);
  return found ? storyAddress({ id, section: found.section }) : null;
}

export async function readMostRead(limit = 5, db = getDb()): Promise<StoryCard[]> {
  return cardsFrom(db, await listing.mostRead(db, limit).all());
}

/** Stories to go on with: those that share a topic first, then the newest of the section. Never the story itself. */
export async function readRelated(
  story: Pick<Story, 'id' | 'sectionId'>,
  { alike, fromSection }: { alike: number; fromSection: number },
  db = getDb(),
): Promise<{ alike: StoryCard[]; fromSection: StoryCard[] }> {
  const [ids, inSection] = await Promise.all([
    idsAlike(db, story.id, 4, alike + 1),
    listing.ofSection(db, story.sectionId, { limit: alike + fromSection + 1 }).all(),
  ]);
  const known = new Map((await cardsByIds(db, ids)).map((row) => [row.id, row]));
  const byTopic = ids.flatMap((id) => known.get(id) ?? []);
  const chosen = distinct(byTopic.concat(inSection), [story.id]);
  const related = chosen.slice(0, alike);
  const rest = distinct(inSection, [story.id, ...related.map((row) => row.id)]).slice(0, fromSection);
  const cards = await cardsFrom(db, [...related, ...rest]);
  return { alike: cards.slice(0, related.length), fromSection: cards.slice(related.length) };
}

/** Other stories told in the same way, newest first. */
export async function readMoreOfForm(
  { id, form }: Pick<Story, 'id' | 'form'>,
  limit: number,
  db = getDb(),
): Promise<StoryCard[]> {
  const rows = await listing.ofForm(db, form, { limit: limit + 1 }).all();
  return cardsFrom(db, distinct(rows, [id]).slice(0, limit));
}

/** All stories of a form that has a page of its own. */
export async function readForm(form: ListedForm, before?: Cursor, db = getDb()) {
  return pageOf(db, (page) => listing.ofForm(db, form, page).all(), before);
}

export async function readSection(slug: string, before?: Cursor, db = getDb()) {
  const section = await sectionBySlug(db, slug);
  if (!section) return null;
  const newest = async (page: Page) => {
    const home = await listing.ofSection(db, section.id, page).all();
    const others = await listing.alsoInSection(db, section.id, page).all();
    return others.length === 0
      ? home
      : distinct([...home, ...others], [])
          .sort(newestFirst)
          .slice(0, page.limit);
  };
  return { section, ...(await pageOf(db, newest, before)) };
}

export async function readTopic(slug: string, before?: Cursor, db = getDb()) {
  const topic = await topicBySlug(db, slug);
  if (!topic) return null;
  /** The slug of the topic that took its stories over, if one did. */
  const movedTo = topic.mergedInto === null ? null : await topicSlug(db, topic.mergedInto);
  return {
    topic,
    movedTo,
    ...(await pageOf(db, (page) => listing.ofTopic(db, topic.id, page).all(), before)),
  };
}

export async function readByline(slug: string, before?: Cursor, db = getDb()) {
  const row = await bylineBySlug(db, slug);
  if (!row) return null;
  const byline = { ...row, portrait: photo(row.portrait, '', row.portraitLook) };
  return { byline, ...(await pageOf(db, (page) => listing.ofByline(db, row.id, page).all(), before)) };
}

async function withDistricts(db: Db, places: Awaited<ReturnType<typeof districtsOf>>) {
  const named = new Map<string, string>();
  for (const { code, name, level, parentCode } of places) {
    named.set(code, name);
    const district =
      level === 'upazila' ? (await allPlaces(db)).find((one) => one.code === parentCode) : undefined;
    if (district) named.set(district.code, district.name);
  }
  return Array.from(named, ([code, name]) => ({ code, name }));
}

function distinct(rows: readonly CardRow[], without: readonly number[]): CardRow[] {
  const seen = new Set(without);
  return rows.filter((row) => !seen.has(row.id) && seen.add(row.id));
}

function newestFirst(a: CardRow, b: CardRow): number {
  return (b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0) || b.id - a.id;
}
