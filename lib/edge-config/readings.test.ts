import { metaOf } from '@barta/edge/testing/test-edge';
import { afterEach, expect, test } from 'vitest';
import { sections } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { growthAnnouncer } from '@/lib/readership/announce-growth';
import { countViews } from '@/lib/readership/count-views';
import { startTestBartaEdge, type TestBartaEdge } from './testing/test-barta-edge';

let under: TestBartaEdge;
afterEach(() => under.close());

/** Pages that show the stored number of views. */
async function startStoryEdge() {
  let renders = 0;
  under = await startTestBartaEdge((_, response) => {
    renders += 1;
    const note = metaOf({ tags: ['story:1'], swr: ['readings:1'] });
    response.writeHead(200, { 'content-type': 'text/html' }).end(`${note}<p>${total()}</p>`);
  });
  under.db.insert(sections).values({ slug: 'national', name: 'জাতীয়', nameEn: 'National', position: 1 }).run();
  const story = aStory(under.db);
  const growth = growthAnnouncer(under.db);
  const total = () =>
    under.db.$client.prepare('select total from view_totals').pluck().get() as number | undefined;
  return {
    renders: () => renders,
    total,
    /** The scheduler does the same every four seconds, and every minute. */
    async flush() {
      const tallies = under.views.take();
      growth.counted(tallies, await countViews(under.db, tallies));
    },
    aMinute: (at: number) => growth.announce(new Date(at)),
    async displayedTotal() {
      const page = await (await fetch(`${under.url}/national/${story.id}`)).text();
      return Number(/<p>(\d+)/.exec(page)?.[1]);
    },
    read: (reader: number) =>
      fetch(`${under.url}/api/views`, {
        method: 'POST',
        body: new URLSearchParams({ story: String(story.id) }),
        headers: { 'user-agent': `Mozilla/5.0 (telephone ${reader})` },
      }),
  };
}

test('a hot story is made anew once a minute, however many read it, and never lags far', async () => {
  const { renders, total, flush, aMinute, displayedTotal, read } = await startStoryEdge();
  let reader = 0;

  for (let minute = 0; minute < 5; minute++) {
    for (let flushes = 0; flushes < 3; flushes++) {
      await Promise.all(Array.from({ length: 20 }, () => read(reader++)));
      await flush();
      await Promise.all(Array.from({ length: 20 }, displayedTotal));
    }
    await aMinute(minute);
    // The first request gets the stale page, and the new one is rendered meanwhile.
    await displayedTotal();
    await expect.poll(displayedTotal).toBe(total());
  }

  expect(total()).toBe(300);
  expect(renders()).toBeLessThanOrEqual(1 + 5);
});
