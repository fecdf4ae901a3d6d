import { expect, test } from 'vitest';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { storyHistory, storyOnDesk } from './desk-stories';

test('a story on the desk comes with its names, and an unknown one is null', async () => {
  const db = newsroom();
  const story = aStory(db, { state: 'draft', section: 'sports', topics: ['ফুটবল'], bylines: ['মিতু', 'রহিম'] });

  expect(await storyOnDesk(db, story.id)).toMatchObject({
    section: 'sports',
    topics: ['ফুটবল'],
    bylines: ['মিতু', 'রহিম'],
    district: '',
  });
  expect(await storyOnDesk(db, 99)).toBeNull();
  expect(await storyHistory(db, story.id, 5)).toEqual([]);
});
