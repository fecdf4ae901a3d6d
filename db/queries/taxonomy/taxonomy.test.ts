import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { storyTopics, topics } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { queryPlans } from '@/db/testing/query-plans';
import { bylinesOnDesk, topicsOnDesk } from './taxonomy';

test('a topic and a byline know how many stories they have, whatever becomes of them', async () => {
  const db = newsroom();
  const first = aStory(db, { topics: ['নদী', 'সেতু'], bylines: ['mitu'] });
  aStory(db, { topics: ['সেতু'], bylines: ['mitu', 'rafi'], state: 'draft' });
  const counts = async () =>
    Object.fromEntries((await topicsOnDesk(db, '')).map(({ name, stories }) => [name, stories]));

  expect(await counts()).toEqual({ নদী: 1, সেতু: 2 });
  expect((await bylinesOnDesk(db, '')).map(({ slug, stories }) => [slug, stories])).toEqual(
    expect.arrayContaining([
      ['mitu', 2],
      ['rafi', 1],
    ]),
  );

  const bridge = db.select().from(topics).where(eq(topics.slug, 'সেতু')).get();
  db.delete(storyTopics)
    .where(eq(storyTopics.topicId, bridge?.id ?? 0))
    .run();
  db.update(storyTopics)
    .set({ topicId: bridge?.id ?? 0 })
    .where(eq(storyTopics.storyId, first.id))
    .run();
  expect(await counts()).toEqual({ নদী: 0, সেতু: 1 });
});

test('they are listed without a look at their stories', async () => {
  const db = newsroom();
  const plans = await queryPlans(db, async () => {
    await topicsOnDesk(db, 'ক');
    await bylinesOnDesk(db, 'ক');
  });
  expect(plans).toHaveLength(2);
  for (const plan of plans) expect(plan).not.toContain('story_');
});
