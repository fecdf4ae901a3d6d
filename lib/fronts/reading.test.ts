import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { frontEditions, fronts, pictures, sections, stories } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { queryPlans } from '@/db/testing/query-plans';
import { type Arrangement, containerFrom } from './arrangement/arrangement';
import { usualHome } from './arrangement/default-arrangement';
import { type Front, readFront, readSectionFront } from './reading';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 6, minute));

test('an empty newsroom has a front all the same', async () => {
  const front = await readFront(newsroom());
  expect(front).toMatchObject({
    headlines: [],
    latest: [],
    mostRead: { day: [], week: [], month: [] },
    blocks: [],
    depends: [],
  });
  expect(front.top?.filter(Boolean)).toEqual([]);
});

test('the newest story with a photograph leads', async () => {
  const db = newsroom();
  const withPhoto = aStory(db, { publishedAt: at(1) });
  aStory(db, { publishedAt: at(2), section: 'sports' });
  givePhoto(db, withPhoto.id);

  expect((await readFront(db)).top?.[0]?.id).toBe(withPhoto.id);
});

test('without a photograph the newest leads, but never an opinion', async () => {
  const db = newsroom();
  db.insert(sections).values({ slug: 'opinion', name: 'মতামত', position: 4 }).run();
  const news = aStory(db, { publishedAt: at(1) });
  aStory(db, { publishedAt: at(2), section: 'opinion' });

  expect((await readFront(db)).top?.[0]?.id).toBe(news.id);
});

test('nothing stands twice above the fold, and the lead not in its block either', async () => {
  const db = aBusyDay();

  const { top, headlines, latest, blocks } = await readFront(db);
  const head = (top ?? []).map((story) => story?.id);
  const above = [...head, ...[...headlines, ...latest].map(({ id }) => id)];
  expect(above).toHaveLength(5 + 4 + 6);
  expect(new Set(above).size).toBe(above.length);
  const below = blocks.flatMap((block) => block.stories.map((story) => story.id));
  expect(below.length).toBeGreaterThan(8);
  for (const id of head) expect(below).not.toContain(id);
});

test('drafts, what is to come and what was taken back stand nowhere', async () => {
  const db = newsroom();
  for (const state of ['draft', 'filed', 'scheduled', 'retracted'] as const)
    aStory(db, { state, publishedAt: at(5) });
  const placed = aStory(db, { publishedAt: at(1) });

  const { top, latest, headlines, blocks } = await readFront(db);
  expect(top?.[0]?.id).toBe(placed.id);
  expect([...latest, ...headlines, ...blocks]).toEqual([]);
});

test('a front takes as many looks into the store for twenty sections as for three: twelve at most', async () => {
  const looks = async (count: number) => {
    const db = newsroom();
    for (let number = 0; number < count; number += 1)
      db.insert(sections)
        .values({ slug: `s${number}`, name: `বিভাগ ${number}`, position: 10 + number })
        .run();
    for (let minute = 0; minute < 40; minute += 1)
      aStory(db, {
        publishedAt: at(minute),
        section: count > 0 && minute % 2 ? `s${minute % count}` : 'national',
        topics: ['খাল', 'নদী', 'পানি', 'বৃষ্টি'],
      });
    const { $client } = db;
    const prepare = $client.prepare.bind($client);
    let queryCount = 0;
    $client.prepare = ((sql: string) => {
      queryCount += 1;
      return prepare(sql);
    }) as typeof $client.prepare;
    await readFront(db);
    return queryCount;
  };

  expect(await looks(0)).toBeLessThanOrEqual(12);
  expect(await looks(20)).toBe(await looks(0));
});

test('no look of the front walks all stories, or sorts them', async () => {
  const db = aBusyDay();
  const chosen = aStory(db);
  publish(db, pinnedFirst(usual(db), { storyId: chosen.id, headline: '' }));
  for (const plan of await queryPlans(db, () => readFront(db))) {
    expect(plan).not.toMatch(/SCAN stories(?! USING)/);
    // A story has a handful of topics, which are sorted by their places.
    const others = plan.replace(/CO-ROUTINE topic\n.*\nUSE TEMP B-TREE FOR ORDER BY/, '');
    if (plan.includes('stories')) expect(others).not.toContain('TEMP B-TREE FOR ORDER BY');
  }
});

test('a pinned story leads under the headline that the desk gave it, and the lead of before moves on', async () => {
  const db = aBusyDay();
  const chosen = aStory(db, { publishedAt: new Date('2026-10-01T06:00:00Z'), section: 'sports' });
  publish(db, pinnedFirst(usual(db), { storyId: chosen.id, headline: 'আজকের বড় খবর' }));

  const front = await readFront(db);
  expect(front.top?.[0]).toMatchObject({ id: chosen.id, headline: 'আজকের বড় খবর' });
  expect(placesOf(front, chosen.id)).toBe(1);
});

test.each([
  [
    'is retracted',
    (db: Connection, id: number) =>
      db.update(stories).set({ state: 'retracted' }).where(eq(stories.id, id)).run(),
  ],
  [
    'goes back to draft',
    (db: Connection, id: number) =>
      db.update(stories).set({ state: 'draft' }).where(eq(stories.id, id)).run(),
  ],
])('when a pinned story %s, its slot fills itself; the page still depends on it', async (_, happens) => {
  const db = aBusyDay();
  const chosen = aStory(db, { publishedAt: at(50) });
  publish(db, pinnedFirst(usual(db), { storyId: chosen.id, headline: '' }));
  happens(db, chosen.id);

  const front = await readFront(db);
  expect(front.top?.[0]).not.toBeNull();
  expect(placesOf(front, chosen.id)).toBe(0);
  expect(front.depends).toContain(chosen.id);
});

test('a pin falls away at its cut-off, and not a moment before', async () => {
  const db = aBusyDay();
  const chosen = aStory(db, { publishedAt: new Date('2026-10-01T06:00:00Z') });
  publish(db, pinnedFirst(usual(db), { storyId: chosen.id, headline: '', until: at(30).getTime() }));

  expect((await readFront(db, new Date(at(30).getTime() - 1))).top?.[0]?.id).toBe(chosen.id);
  expect((await readFront(db, at(30))).top?.[0]?.id).not.toBe(chosen.id);
});

test('an arrangement that cannot be read any more is as if there were none', async () => {
  const db = aBusyDay();
  const untouched = await readFront(db);
  publish(db, { version: 7, containers: 'none' } as unknown as Arrangement);

  expect(await readFront(db)).toEqual(untouched);
});

test('the layout chosen for a section is the layout of its block, and of the head of its page', async () => {
  const db = aBusyDay();
  db.update(sections).set({ layout: 'dark-band' }).where(eq(sections.slug, 'sports')).run();

  const block = (await readFront(db)).blocks.find(({ id }) => id === 'sports');
  expect(block).toMatchObject({ layout: 'dark-band', name: 'খেলা', href: '/sports' });
  const sports = db.select().from(sections).where(eq(sections.slug, 'sports')).get();
  const head = await readSectionFront(sports as NonNullable<typeof sports>, db);
  expect(head.blocks[0]).toMatchObject({ layout: 'dark-band', href: null });
  expect(head.blocks[0]?.stories).toHaveLength(5);
});

test('a container of what is read most, and one that leads nowhere', async () => {
  const db = aBusyDay();
  const [container] = [containerFrom({ id: 'block', layout: 'three-cards', from: 'newest' })];
  publish(db, { version: 1, containers: [{ ...container, title: 'বাছাই' }] });

  const front = await readFront(db);
  expect(front.top).toBeNull();
  expect(front.blocks).toMatchObject([{ name: 'বাছাই', href: null, width: 'full' }]);
  expect(front.blocks[0]?.stories).toHaveLength(3);
});

function aBusyDay(): Connection {
  const db = newsroom();
  const slugs = ['national', 'sports', 'international'];
  for (let minute = 0; minute < 24; minute += 1)
    aStory(db, { publishedAt: at(minute), section: slugs[minute % 3] ?? 'national', topics: ['খাল'] });
  return db;
}

function usual(db: Connection): Arrangement {
  return usualHome(db.select().from(sections).all());
}

function pinnedFirst(
  arranged: Arrangement,
  pin: { storyId: number; headline: string; until?: number },
): Arrangement {
  const [top, ...rest] = arranged.containers;
  const [first, ...others] = top?.slots ?? [];
  if (!top || !first) throw new Error('no head');
  const slots = [{ ...first, pin: { until: null, ...pin } }, ...others];
  return { version: 1, containers: [{ ...top, slots }, ...rest] };
}

function publish(db: Connection, arrangement: Arrangement): void {
  db.insert(fronts)
    .values({ slug: 'home', live: 1, updatedAt: at(0) })
    .run();
  db.insert(frontEditions)
    .values({ front: 'home', number: 1, arrangement, at: at(0) })
    .run();
}

function placesOf({ top, blocks }: Front, id: number): number {
  return [...(top ?? []), ...blocks.flatMap(({ stories: blockStories }) => blockStories)].filter(
    (story) => story?.id === id,
  ).length;
}

function givePhoto(db: Connection, storyId: number): void {
  const variants = [{ file: 'ghat-640.webp', width: 640, height: 427, mime: 'image/webp' }];
  db.insert(pictures)
    .values({
      id: 1,
      sha256: 'ghat',
      width: 640,
      height: 427,
      mime: 'image/webp',
      bytes: 1,
      variants,
      createdAt: at(0),
    })
    .run();
  db.update(stories).set({ pictureId: 1 }).where(eq(stories.id, storyId)).run();
}
