import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { districts, stories, viewTotals } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { readPlace } from '@/lib/places/reading';
import { cursorIn } from './cursor';
import type { StoryListingPage } from './paging';
import { readAddressOf, readBeside, readSection, readStory, readTopic } from './reading';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 6, minute));

test.each(['draft', 'filed', 'scheduled'] as const)(
  'a story that is %s does not exist for readers',
  async (state) => {
    const db = newsroom();
    const story = aStory(db, { state, publishedAt: at(0) });
    expect(await readStory(story.id, db)).toBeNull();
    expect(await readAddressOf(story.id, db)).toBeNull();
  },
);

test('a retracted story says so, and keeps its address', async () => {
  const db = newsroom();
  const story = aStory(db, { state: 'retracted', publishedAt: at(0), retractionNote: 'তথ্য ভুল ছিল।' });
  expect(await readStory(story.id, db)).toMatchObject({ isRetracted: true, retractionNote: 'তথ্য ভুল ছিল।' });
  expect(await readAddressOf(story.id, db)).toBe(`/national/${story.id}`);
});

test('a story has its topics and bylines in the order they were given', async () => {
  const db = newsroom();
  const story = aStory(db, { topics: ['নদী', 'খাল'], bylines: ['mitu', 'anis'] });
  const read = await readStory(story.id, db);
  expect(read?.topics.map((topic) => topic.slug)).toEqual(['নদী', 'খাল']);
  expect(read?.bylines.map((byline) => byline.slug)).toEqual(['mitu', 'anis']);
});

test('a phrase in Latin letters is told to a voice, in the body as it is read', async () => {
  const db = newsroom();
  const story = aStory(db, { bodyHtml: '<p>একটি <b>New World Order</b> নয়</p>' });
  expect((await readStory(story.id, db))?.bodyHtml).toBe(
    '<p>একটি <b><span lang="en">New World Order</span></b> নয়</p>',
  );
});

test('a picture in a body that was rendered long ago asks for its column, not for the window', async () => {
  const db = newsroom();
  const image = (sizes: string) => `<figure><img src="/media/a.jpg" sizes="${sizes}" alt="" /></figure>`;
  const story = aStory(db, { bodyHtml: image('(min-width: 48rem) 45rem, 100vw') });
  expect((await readStory(story.id, db))?.bodyHtml).toBe(image('(min-width: 48rem) 45rem, 85vw'));
});

test('pages of a listing join without a gap or a repeat, even where many came out in one moment', async () => {
  const db = newsroom();
  for (let n = 0; n < 45; n += 1) aStory(db, { publishedAt: at(Math.floor(n / 15)), topics: ['খাল'] });

  for (const read of [readSection, readTopic]) {
    const slug = read === readSection ? 'national' : 'খাল';
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: StoryListingPage | null = await read(slug, cursorIn(cursor) ?? undefined, db);
      seen.push(...(page?.stories.map((story) => story.id) ?? []));
      cursor = page?.olderBefore ?? null;
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => 45 - n));
  }
});

test('a division shows the stories of all its districts, newest first', async () => {
  const db = newsroom();
  db.insert(districts)
    .values([
      { code: 'khulna-division', level: 'division', name: 'খুলনা' },
      { code: 'khulna', level: 'district', name: 'খুলনা', parentCode: 'khulna-division' },
      { code: 'jashore', level: 'district', name: 'যশোর', parentCode: 'khulna-division' },
      { code: 'sylhet', level: 'district', name: 'সিলেট' },
    ])
    .run();
  const ids = ['khulna', 'jashore', 'khulna'].map(
    (districtCode, minute) => aStory(db, { districtCode, publishedAt: at(minute) }).id,
  );
  aStory(db, { districtCode: 'sylhet' });

  const found = await readPlace('khulna-division', undefined, db);
  expect(found?.stories.map((story) => story.id)).toEqual(ids.reverse());
});

test('what is related shares a topic first; the story itself is never among it', async () => {
  const db = newsroom();
  const other = aStory(db, { publishedAt: at(9) });
  const alike = aStory(db, { publishedAt: at(1), section: 'sports', topics: ['খাল'] });
  const story = aStory(db, { publishedAt: at(5), topics: ['খাল'] });

  const read = await readStory(story.id, db);
  if (!read) throw new Error('the story is published');
  const related = await readBeside(read, { alike: 1, fromSection: 4, ofForm: 0, mostRead: 0 }, db);
  expect(related.alike.map((one) => one.id)).toEqual([alike.id]);
  expect(related.fromSection.map((one) => one.id)).toEqual([other.id]);
  expect(related.ofForm).toEqual([]);
});

test('each list beside a story has its own order, and one story may stand in two of them', async () => {
  const db = newsroom();
  const ids = [1, 2, 3].map((minute) => aStory(db, { publishedAt: at(minute), topics: ['খাল', 'নদী'] }).id);
  const [first = 0, second = 0, third = 0] = ids;
  const draft = aStory(db, { state: 'draft', topics: ['খাল'] });
  db.insert(viewTotals)
    .values([
      { storyId: first, dayScore: 9 },
      { storyId: second, dayScore: 5 },
      { storyId: third, dayScore: 7 },
      { storyId: draft.id, dayScore: 11 },
    ])
    .run();
  const read = await readStory(third, db);
  if (!read) throw new Error('the story is published');

  const beside = await readBeside(read, { alike: 2, fromSection: 2, ofForm: 1, mostRead: 5 }, db);
  expect(beside.alike.map((one) => one.id)).toEqual([second, first]);
  expect(beside.fromSection).toEqual([]);
  expect(beside.mostRead.map((one) => one.id)).toEqual([first, third, second]);
});

test('a story without a photograph has its drawn cover, which says nothing aloud', async () => {
  const db = newsroom();
  const story = aStory(db);
  db.update(stories).set({ pictureAlt: 'একটি ফেরি' }).where(eq(stories.id, story.id)).run();
  expect((await readStory(story.id, db))?.picture).toMatchObject({
    src: `/cover/${story.id}.svg`,
    square: `/cover/${story.id}-1x1.svg`,
    srcSet: '',
    alt: '',
  });
});
