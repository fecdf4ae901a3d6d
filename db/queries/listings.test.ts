import { expect, test } from 'vitest';
import type { Db } from '../client';
import { newsroom } from '../testing/newsroom';
import { listing, type Page } from './listings';

const first: Page = { limit: 20 };
const older: Page = { limit: 20, before: { publishedAt: new Date('2026-11-24T06:00:00Z'), id: 7 } };
const [from, to] = [new Date('2026-11-23T18:00:00Z'), new Date('2026-11-24T18:00:00Z')];

type Listing = (db: Db) => { toSQL(): { sql: string; params: unknown[] } };

test.each<[string, Listing, string]>([
  ['newest', (db) => listing.newest(db, first), 'stories_published'],
  ['newest, older', (db) => listing.newest(db, older), 'stories_published'],
  ['a day', (db) => listing.between(db, from, to, first), 'stories_published'],
  ['a day, older', (db) => listing.between(db, from, to, older), 'stories_published'],
  ['section', (db) => listing.ofSection(db, 1, first), 'stories_published_in_section'],
  ['section, older', (db) => listing.ofSection(db, 1, older), 'stories_published_in_section'],
  ['district', (db) => listing.ofDistrict(db, 'khulna', first), 'story_districts_listing'],
  ['district, older', (db) => listing.ofDistrict(db, 'khulna', older), 'story_districts_listing'],
  ['form', (db) => listing.ofForm(db, 'photo', first), 'stories_of_form'],
  ['form, older', (db) => listing.ofForm(db, 'photo', older), 'stories_of_form'],
  ['topic', (db) => listing.ofTopic(db, 1, first), 'story_topics_listing'],
  ['topic, older', (db) => listing.ofTopic(db, 1, older), 'story_topics_listing'],
  ['byline', (db) => listing.ofByline(db, 1, first), 'story_bylines_listing'],
  ['byline, older', (db) => listing.ofByline(db, 1, older), 'story_bylines_listing'],
  ['most read', (db) => listing.mostRead(db, 5), 'view_totals_by_score'],
])('the listing “%s” walks one index and sorts nothing', (_, query, index) => {
  const db = newsroom();
  const { sql, params } = query(db).toSQL();
  const steps = (db.$client.prepare(`explain query plan ${sql}`).all(params) as { detail: string }[]).map(
    (step) => step.detail,
  );

  expect(steps[0]).toContain(`INDEX ${index} `.trimEnd());
  // The newest list has no bound to seek to on its first page: it reads the index from its end, up to the limit.
  const walks = steps.filter((step) => step.startsWith('SCAN'));
  expect(walks.every((step) => step === 'SCAN stories USING INDEX stories_published')).toBe(true);
  expect(steps.join('\n')).not.toContain('TEMP B-TREE');
});

test.each<[string, Listing]>([
  ['section', (db) => listing.ofSection(db, 1, older)],
  ['form', (db) => listing.ofForm(db, 'video', older)],
  ['topic', (db) => listing.ofTopic(db, 1, older)],
  ['byline', (db) => listing.ofByline(db, 1, older)],
  ['district', (db) => listing.ofDistrict(db, 'khulna-division', older)],
])('an older page of a %s seeks to its cursor', (_, query) => {
  const db = newsroom();
  const { sql, params } = query(db).toSQL();
  const [step] = db.$client.prepare(`explain query plan ${sql}`).all(params) as { detail: string }[];
  expect(step?.detail).toMatch(
    /\(\w+=\? AND \(published_at,(story_)?id\)<\(\?,\?\)\)|\(\w+=\? AND published_at[<>]/,
  );
});
