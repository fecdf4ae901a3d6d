import { AN_HOUR } from './news-sizes.mjs';

/** Stories opened in an hour, and in a day of those before, whose hours have been folded. */
const OPENED_IN_HOUR = 3000;
const OPENED_IN_DAY = 20_000;

/**
 * What was read, as it lies after `aggregateViews`: hours of the last days, days of the last weeks, and of all before one row
 * a story. Half of the readings are of what is new, half of anything.
 */
export function fillWithReadings({
  insert,
  inOne,
  random,
  stories,
  until,
  tools: { dayOf, firstHourOfDay },
  onProgress,
}) {
  const count = insert('view_counts', 'story_id, hour, views, quarters, halves, three_quarters, reads', {
    orIgnore: true,
  });
  const source = insert('view_source_counts', 'story_id, day, source, views', { orIgnore: true });
  const total = insert('view_totals', 'story_id, total, day_score, week_score, month_score');
  const opened = (many, kept) => {
    const ids = new Set();
    for (let i = 0; i < Math.min(many, 4 * stories); i++) {
      const id =
        i % 2 === 0
          ? stories - Math.floor(random() ** 2 * Math.min(stories, 5000))
          : 1 + Math.floor(random() * stories);
      ids.add(id);
    }
    for (const id of [...ids].sort((a, b) => a - b)) kept(id, 1 + Math.floor(random() ** 3 * 200));
  };
  const put = (id, hour, views) =>
    count.run(id, hour, views, ...[0.8, 0.6, 0.45, 0.35].map((part) => Math.floor(views * part)));

  const thisHour = Math.floor(until / AN_HOUR);
  const today = dayOf(thisHour);
  inOne(() => {
    for (let id = 1; id <= stories; id++) {
      put(id, 0, 20 + (id % 500));
      source.run(id, 0, 'direct', 10 + (id % 500));
      const isScored = stories - id < 300;
      total.run(id, 20 + (id % 500), ...[1, 4, 9].map((by) => (isScored ? by * (1 + ((id * 37) % 900)) : 0)));
    }
  });
  onProgress(`readings of ${stories} stories`);
  inOne(() => {
    for (let day = today - 35; day < today - 3; day++) {
      opened(OPENED_IN_DAY, (id, views) => {
        put(id, firstHourOfDay(day), views);
        source.run(id, day, 'search', views);
      });
    }
    for (let hour = firstHourOfDay(today - 3); hour <= thisHour; hour++) {
      opened(OPENED_IN_HOUR, (id, views) => {
        put(id, hour, views);
        source.run(id, dayOf(hour), 'social', views);
        source.run(id, dayOf(hour), 'own', views);
      });
    }
  });
}
