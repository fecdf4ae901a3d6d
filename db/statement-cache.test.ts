import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sections } from './schema';
import { newsroom } from './testing/newsroom';
import { statementsIn } from './testing/query-plans';

test('the same text is asked for again and answers by its own values', async () => {
  const db = newsroom();
  const named = (slug: string) => db.select().from(sections).where(eq(sections.slug, slug)).get()?.name;

  const statements = await statementsIn(db, async () => {
    expect(named('sports')).toBe('খেলা');
    expect(named('national')).toBe('জাতীয়');
    expect(named('nowhere')).toBeUndefined();
  });

  expect(new Set(statements).size).toBe(1);
  expect(statements).toHaveLength(3);
});

test('rows stay rows where arrays were asked for before, by the same text', () => {
  const db = newsroom();
  const query = sql`select slug from sections where slug = 'sports'`;

  expect(db.values(query)).toEqual([['sports']]);
  expect(db.all(query)).toEqual([{ slug: 'sports' }]);
  expect(db.values(query)).toEqual([['sports']]);
});

test('a table that gains a column is read with it', () => {
  const db = newsroom();
  const query = sql`select * from sections where slug = 'sports'`;
  db.all(query);
  db.run(sql`alter table sections add column motto text default 'জয়'`);

  expect(db.all(query)).toMatchObject([{ motto: 'জয়' }]);
});

test('more texts than are remembered are answered all the same', () => {
  const db = newsroom();
  for (let i = 0; i < 1200; i++) {
    const [{ n } = { n: -1 }] = db.all<{ n: number }>(sql.raw(`select ${i % 700} as n`));
    expect(n).toBe(i % 700);
  }
});
