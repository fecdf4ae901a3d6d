import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { staff } from './people';
import { pictures } from './pictures';

/** A home for stories. Its slug stands in every address, so it is Latin and seldom changes. */
export const sections = sqliteTable('sections', {
  id: integer().primaryKey({ autoIncrement: true }),
  slug: text().notNull().unique(),
  name: text().notNull(),
  nameEn: text('name_en').notNull().default(''),
  parentId: integer('parent_id').references((): AnySQLiteColumn => sections.id),
  position: integer().notNull().default(0),
  /** The name of one of the layouts of lib/fronts; `''`: the usual one. */
  layout: text().notNull().default(''),
  /** How much is held under its stories. */
  strictness: text({ enum: ['lenient', 'usual', 'strict'] })
    .notNull()
    .default('usual'),
  /** For how many days a story here takes comments; null: as the settings say. */
  commentsDays: integer('comments_days'),
  /** Where the menu names it: in the bar, behind "more", or nowhere. */
  menu: text({ enum: ['bar', 'more', 'none'] })
    .notNull()
    .default('bar'),
  version: integer().notNull().default(1),
});

/** What a story is about; a story has any number of them. */
export const topics = sqliteTable('topics', {
  id: integer().primaryKey({ autoIncrement: true }),
  slug: text().notNull().unique(),
  name: text().notNull(),
  /** A sentence above its stories. */
  description: text().notNull().default(''),
  /** The topic that took its stories over: its address leads there. */
  mergedInto: integer('merged_into').references((): AnySQLiteColumn => topics.id),
  /** How many stories it has, in whatever state: kept by triggers (0014). */
  stories: integer().notNull().default(0),
  version: integer().notNull().default(1),
});

/** A division (no parent), a district or an upazila in it, by its Latin code, as in `khulna`, `bagerhat` and `bagerhat-mongla`. */
export const districts = sqliteTable('districts', {
  code: text().primaryKey(),
  parentCode: text('parent_code').references((): AnySQLiteColumn => districts.code),
  level: text({ enum: ['division', 'district', 'upazila'] }).notNull(),
  name: text().notNull(),
});

/** Who a story is signed by: a person, a desk or an agency; with or without an account here. */
export const bylines = sqliteTable('bylines', {
  id: integer().primaryKey({ autoIncrement: true }),
  slug: text().notNull().unique(),
  name: text().notNull(),
  kind: text({ enum: ['person', 'desk', 'agency'] })
    .notNull()
    .default('person'),
  role: text().notNull().default(''),
  bio: text().notNull().default(''),
  staffId: integer('staff_id').references(() => staff.id),
  portraitId: integer('portrait_id').references(() => pictures.id),
  /** How many stories it signs, in whatever state: kept by triggers (0014). */
  stories: integer().notNull().default(0),
  version: integer().notNull().default(1),
});

export const storyStates = ['draft', 'filed', 'scheduled', 'published', 'retracted'] as const;
export type StoryState = (typeof storyStates)[number];

export const storyForms = ['report', 'opinion', 'explainer', 'photo', 'video', 'live', 'longread'] as const;
export type StoryForm = (typeof storyForms)[number];

/**
 * The article. `bodyDoc` is its text; `bodyHtml`, the only HTML that reaches a reader, and `bodyText`, the same words for
 * search, feeds and counts, are derived from it in the transaction of each save.
 */
export const stories = sqliteTable(
  'stories',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    /** A draft that is in no section yet: `sectionId` is then the first there is, and nothing that anybody chose. */
    isSectionOpen: integer('is_section_open', { mode: 'boolean' }).notNull().default(false),
    state: text({ enum: storyStates }).notNull().default('draft'),
    /** How it is told and shown. */
    form: text({ enum: storyForms }).notNull().default('report'),
    kicker: text().notNull().default(''),
    headline: text().notNull(),
    /** The headline that a draft begun without one was given, from its first words; null: none was given. */
    workingTitle: text('working_title'),
    /** For slots where the headline is too long; `''`: the headline. */
    shortHeadline: text('short_headline').notNull().default(''),
    standfirst: text().notNull().default(''),
    /** The line of place before the text, as in `ঢাকা` or `কক্সবাজার প্রতিনিধি`. */
    dateline: text().notNull().default(''),
    /** The body: a document of blocks; null: nothing is written. See lib/stories/body/stored-body.ts. */
    bodyDoc: text('body_doc', { mode: 'json' }).$type<unknown>(),
    bodyHtml: text('body_html').notNull().default(''),
    bodyText: text('body_text').notNull().default(''),
    districtCode: text('district_code').references(() => districts.code),
    pictureId: integer('picture_id').references(() => pictures.id),
    pictureCaption: text('picture_caption').notNull().default(''),
    pictureCredit: text('picture_credit').notNull().default(''),
    pictureAlt: text('picture_alt').notNull().default(''),
    /** An address of a sound or a film: a file of ours, or a known house's page. */
    audio: text().notNull().default(''),
    video: text().notNull().default(''),
    /** How long they last, for players and machines; null: not known. */
    audioSeconds: integer('audio_seconds'),
    videoSeconds: integer('video_seconds'),
    /** When a live story's last post was written and it was closed; null: it goes on, or is none. */
    liveEndedAt: integer('live_ended_at', { mode: 'timestamp_ms' }),
    seoTitle: text('seo_title').notNull().default(''),
    seoDescription: text('seo_description').notNull().default(''),
    /** Where it first stood, if not here. */
    canonicalSource: text('canonical_source').notNull().default(''),
    /** When readers see it was published. Null until then. */
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }),
    scheduledAt: integer('scheduled_at', { mode: 'timestamp_ms' }),
    /** When the clock takes it down again. */
    unpublishAt: integer('unpublish_at', { mode: 'timestamp_ms' }),
    /** The first of its publications: stays when it is taken down and published anew. */
    firstPublishedAt: integer('first_published_at', { mode: 'timestamp_ms' }),
    /** Last change of a published story that readers are told of. */
    correctedAt: integer('corrected_at', { mode: 'timestamp_ms' }),
    retractedAt: integer('retracted_at', { mode: 'timestamp_ms' }),
    retractionNote: text('retraction_note').notNull().default(''),
    comments: text({ enum: ['open', 'closed'] })
      .notNull()
      .default('open'),
    /** Open only so long; null: as its section or the settings say. */
    commentsUntil: integer('comments_until', { mode: 'timestamp_ms' }),
    /** Whose turn it is, and by when. */
    assigneeId: integer('assignee_id').references(() => staff.id),
    dueAt: integer('due_at', { mode: 'timestamp_ms' }),
    /** In the bin since then, by whom; emptied after 30 days. */
    binnedAt: integer('binned_at', { mode: 'timestamp_ms' }),
    binnedBy: integer('binned_by').references(() => staff.id),
    /** The story's id where it came from, as in `demo-01`; an import knows it again by this. */
    externalId: text('external_id').unique(),
    createdBy: integer('created_by').references(() => staff.id),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
    /** Counts up with each write; a save names the one it was based on. */
    version: integer().notNull().default(1),
  },
  (t) => [
    index('stories_published').on(t.publishedAt, t.id).where(sql`state = 'published'`),
    index('stories_published_in_section')
      .on(t.sectionId, t.publishedAt, t.id)
      .where(sql`state = 'published'`),
    index('stories_published_in_district')
      .on(t.districtCode, t.publishedAt, t.id)
      .where(sql`state = 'published'`),
    index('stories_to_unpublish')
      .on(t.unpublishAt)
      .where(sql`state = 'published' and unpublish_at is not null`),
    index('stories_of_assignee').on(t.assigneeId, t.dueAt, t.id).where(sql`assignee_id is not null`),
    index('stories_in_bin').on(t.binnedAt, t.id).where(sql`binned_at is not null`),
    index('stories_in_no_section').on(t.updatedAt, t.id).where(sql`is_section_open = 1`),
    index('stories_comments_until').on(t.commentsUntil).where(sql`comments_until is not null`),
    index('stories_due').on(t.scheduledAt).where(sql`state = 'scheduled'`),
    index('stories_on_desk').on(t.state, t.updatedAt, t.id),
    index('stories_on_desk_in_section').on(t.sectionId, t.updatedAt, t.id),
    // Without the usual form: small, and no temptation for the planner where all published stories are asked for.
    index('stories_of_form')
      .on(t.form, t.publishedAt, t.id)
      .where(sql`state = 'published' and form <> 'report'`),
    // The same of any state, for the desk.
    index('stories_of_form_on_desk').on(t.form, t.updatedAt, t.id, t.state).where(sql`form <> 'report'`),
    index('stories_lately_changed').on(t.updatedAt, t.id),
    // What is on the desk's home: the few that are not with the readers yet.
    index('stories_filed').on(t.updatedAt, t.id).where(sql`state = 'filed' and binned_at is null`),
    index('stories_unfinished_of_member')
      .on(t.createdBy, t.updatedAt, t.id)
      .where(sql`state in ('draft', 'filed')`),
    index('stories_wanted')
      .on(t.dueAt, t.id)
      .where(sql`due_at is not null and state in ('draft', 'filed', 'scheduled')`),
    index('stories_unfinished_of_assignee')
      .on(t.assigneeId, t.dueAt, t.id)
      .where(sql`assignee_id is not null and state in ('draft', 'filed', 'scheduled')`),
    index('stories_of_member').on(t.createdBy, t.updatedAt, t.id),
    index('stories_with_picture').on(t.pictureId).where(sql`picture_id is not null`),
  ],
);

/**
 * A story's topics, in order. `publishedAt` is copied from the story by the command that publishes it and is
 * null unless it is published, so that a topic's listing is one index seek.
 */
export const storyTopics = sqliteTable(
  'story_topics',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    topicId: integer('topic_id')
      .notNull()
      .references(() => topics.id),
    position: integer().notNull().default(0),
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    primaryKey({ columns: [t.storyId, t.topicId] }),
    index('story_topics_listing').on(t.topicId, t.publishedAt, t.storyId),
  ],
);

/** A story's bylines, in order; `publishedAt` as in `storyTopics`. */
export const storyBylines = sqliteTable(
  'story_bylines',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    bylineId: integer('byline_id')
      .notNull()
      .references(() => bylines.id),
    position: integer().notNull().default(0),
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    primaryKey({ columns: [t.storyId, t.bylineId] }),
    index('story_bylines_listing').on(t.bylineId, t.publishedAt, t.storyId),
  ],
);

/** The other sections that list a story, besides its home; `publishedAt` as in `storyTopics`. */
export const storySections = sqliteTable(
  'story_sections',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    position: integer().notNull().default(0),
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    primaryKey({ columns: [t.storyId, t.sectionId] }),
    index('story_sections_listing').on(t.sectionId, t.publishedAt, t.storyId),
  ],
);

/**
 * `position` of a place that a story does not name, but that holds one it names: the district of its upazila, the
 * division of its district. So the listing of a division too is one walk along one index.
 */
export const HOLDS = -1;

/** The places that a story is of, in order, and those that hold them; `publishedAt` as in `storyTopics`. */
export const storyDistricts = sqliteTable(
  'story_districts',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    districtCode: text('district_code')
      .notNull()
      .references(() => districts.code),
    position: integer().notNull().default(0),
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    primaryKey({ columns: [t.storyId, t.districtCode] }),
    index('story_districts_listing').on(t.districtCode, t.publishedAt, t.storyId),
  ],
);
