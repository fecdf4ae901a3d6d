import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { pictures, sections, stories } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { readFront } from './reading';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 6, minute));

test('an empty newsroom has a front all the same', async () => {
  const front = await readFront(newsroom());
  expect(front).toMatchObject({ lead: null, secondary: [], latest: [], mostRead: [], blocks: [] });
});

test('the newest story with a photograph leads', async () => {
  const db = newsroom();
  const withPhoto = aStory(db, { publishedAt: at(1) });
  aStory(db, { publishedAt: at(2), section: 'sports' });
  givePhoto(db, withPhoto.id);

  expect((await readFront(db)).lead?.id).toBe(withPhoto.id);
});

test('without a photograph the newest leads, but never an opinion', async () => {
  const db = newsroom();
  db.insert(sections).values({ slug: 'opinion', name: 'মতামত', position: 4 }).run();
  const news = aStory(db, { publishedAt: at(1) });
  aStory(db, { publishedAt: at(2), section: 'opinion' });

  expect((await readFront(db)).lead?.id).toBe(news.id);
});

test('nothing stands twice above the fold, and the lead not in its block either', async () => {
  const db = newsroom();
  const slugs = ['national', 'sports', 'international'];
  for (let minute = 0; minute < 24; minute += 1)
    aStory(db, { publishedAt: at(minute), section: slugs[minute % 3] ?? 'national', topics: ['খাল'] });

  const { lead, also, secondary, headlines, latest, blocks } = await readFront(db);
  const above = [lead, ...also, ...secondary, ...headlines, ...latest].map((story) => story?.id);
  expect(above).toHaveLength(1 + 2 + 2 + 4 + 6);
  expect(new Set(above).size).toBe(above.length);
  const below = blocks.flatMap((block) => block.stories.map((story) => story.id));
  for (const story of [lead, ...also, ...secondary]) expect(below).not.toContain(story?.id);
});

test('drafts, what is to come and what was taken back stand nowhere', async () => {
  const db = newsroom();
  for (const state of ['draft', 'filed', 'scheduled', 'retracted'] as const)
    aStory(db, { state, publishedAt: at(5) });
  const shown = aStory(db, { publishedAt: at(1) });

  const { lead, latest, headlines, blocks } = await readFront(db);
  expect(lead?.id).toBe(shown.id);
  expect([...latest, ...headlines, ...blocks]).toEqual([]);
});

function givePhoto(db: Db, storyId: number): void {
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
