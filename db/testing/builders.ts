import { eq } from 'drizzle-orm';
import type { Connection } from '../client';
import {
  bylines,
  commenters,
  comments,
  districts,
  HOLDS,
  type StaffRole,
  sections,
  staff,
  stories,
  storyBylines,
  storyDistricts,
  storyTopics,
  topics,
} from '../schema';

const NOON = new Date('2026-11-24T06:00:00Z');

type StoryOverrides = Partial<Omit<typeof stories.$inferInsert, 'sectionId'>> & {
  section?: string;
  topics?: readonly string[];
  bylines?: readonly string[];
  /** Plain words: a blank line parts paragraphs. */
  body?: string;
};

/** A story as it lies in the store; published at noon in Dhaka unless told otherwise. */
export function aStory(
  db: Connection,
  {
    section = 'national',
    topics: about = [],
    bylines: by = [],
    body = 'ভোর থেকে মাঝনদীতে আটকা পড়ে তিনটি ফেরি।',
    ...overrides
  }: StoryOverrides = {},
) {
  const home = db.select().from(sections).where(eq(sections.slug, section)).get();
  if (!home) throw new Error(`aStory: no section ${section}`);

  const state = overrides.state ?? 'published';
  const publishedAt = overrides.publishedAt ?? (state === 'published' ? NOON : null);
  const story = db
    .insert(stories)
    .values({
      headline: 'কুয়াশায় আট ঘণ্টা বন্ধ ফেরি',
      bodyDoc: documentOf(body),
      bodyHtml: `<p>${body}</p>`,
      bodyText: body,
      createdAt: NOON,
      updatedAt: NOON,
      ...overrides,
      state,
      publishedAt,
      sectionId: home.id,
    })
    .returning()
    .get();

  const listedAt = state === 'published' ? publishedAt : null;
  let place = db
    .select()
    .from(districts)
    .where(eq(districts.code, overrides.districtCode ?? ''))
    .get();
  for (let position = 0; place; position = HOLDS) {
    const districtCode = place.code;
    db.insert(storyDistricts)
      .values({ storyId: story.id, districtCode, position, publishedAt: listedAt })
      .run();
    place = db
      .select()
      .from(districts)
      .where(eq(districts.code, place.parentCode ?? ''))
      .get();
  }
  about.forEach((slug, position) => {
    const topicId = one(
      db
        .insert(topics)
        .values({ slug, name: slug })
        .onConflictDoUpdate({ target: topics.slug, set: { slug } })
        .returning()
        .all(),
    ).id;
    db.insert(storyTopics).values({ storyId: story.id, topicId, position, publishedAt: listedAt }).run();
  });
  by.forEach((slug, position) => {
    const bylineId = one(
      db
        .insert(bylines)
        .values({ slug, name: slug })
        .onConflictDoUpdate({ target: bylines.slug, set: { slug } })
        .returning()
        .all(),
    ).id;
    db.insert(storyBylines).values({ storyId: story.id, bylineId, position, publishedAt: listedAt }).run();
  });
  return story;
}

function documentOf(words: string) {
  const paragraphs = words.split(/\n\n+/).filter((text) => text !== '');
  return {
    type: 'doc',
    version: 1,
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}

/** A member of staff who cannot sign in: for commands, which take an actor, not a password. */
export function aMember(db: Connection, role: StaffRole, name = 'মিতু') {
  const row = one(
    db
      .insert(staff)
      .values({ email: `${role}-${name}@barta.test`, name, role, passwordHash: '-', createdAt: NOON })
      .returning()
      .all(),
  );
  return { kind: 'staff', id: row.id, name: row.name, role: row.role } as const;
}

/** A comment as it lies in the store, by রহিম unless told otherwise. */
export function aComment(
  db: Connection,
  {
    storyId,
    email = 'rahim@example.com',
    ...overrides
  }: { storyId: number; email?: string } & Partial<typeof comments.$inferInsert>,
) {
  const name = overrides.name ?? 'রহিম';
  const commenter = one(
    db
      .insert(commenters)
      .values({ email, name, createdAt: NOON })
      .onConflictDoUpdate({ target: commenters.email, set: { email } })
      .returning()
      .all(),
  );
  const body = overrides.body ?? 'ভালো লেগেছে।';
  return one(
    db
      .insert(comments)
      .values({
        state: 'visible',
        heldBecause: [],
        bodyHash: body,
        createdAt: NOON,
        ...overrides,
        storyId,
        commenterId: commenter.id,
        name,
        body,
      })
      .returning()
      .all(),
  );
}

/** A writer whose device has earned trust: a comment of two days ago stands under a story of its own. */
export function aKnownWriter(
  db: Connection,
  { device = 'd1', ...wishes }: { email?: string } & Partial<typeof comments.$inferInsert> = {},
) {
  const story = aStory(db);
  const createdAt = wishes.createdAt ?? new Date(NOON.getTime() - 2 * 86_400_000);
  const comment = aComment(db, { body: 'আগের মন্তব্য', ...wishes, createdAt, device, storyId: story.id });
  db.update(commenters).set({ approved: 1 }).where(eq(commenters.id, comment.commenterId)).run();
  return comment;
}

function one<Row>(rows: Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('the insert gave no row');
  return row;
}
