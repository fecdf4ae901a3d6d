import { count, eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { sections } from './schema';
import { newsroom } from './testing/newsroom';
import { batchedTx, tx } from './tx';

const names = (db: ReturnType<typeof newsroom>) =>
  db
    .select({ slug: sections.slug })
    .from(sections)
    .orderBy(sections.id)
    .all()
    .map(({ slug }) => slug)
    .filter((slug) => slug.startsWith('s-'));
const add = (db: ReturnType<typeof newsroom>, slug: string, fault?: string) =>
  batchedTx(db, (t) => {
    t.insert(sections)
      .values({ slug: `s-${slug}`, name: slug })
      .run();
    if (fault) throw new Error(fault);
    return slug;
  });

test('what comes at once is one transaction, and each has its own answer', async () => {
  const db = newsroom();
  const begun = vi.spyOn(db, 'transaction');
  const answers = await Promise.all(['a', 'b', 'c'].map((slug) => add(db, slug)));
  expect(answers).toEqual(['a', 'b', 'c']);
  expect(names(db)).toEqual(['s-a', 's-b', 's-c']);
  expect(begun).toHaveBeenCalledTimes(1);
});

test('one that throws leaves nothing and takes no other with it; each sees what came before', async () => {
  const db = newsroom();
  const seen: number[] = [];
  const look = () =>
    batchedTx(db, (t) => {
      seen.push(t.select({ n: count() }).from(sections).where(eq(sections.slug, 's-a')).get()?.n ?? 0);
    });
  const answers = await Promise.allSettled([add(db, 'a'), look(), add(db, 'b', 'broken'), add(db, 'c')]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(names(db)).toEqual(['s-a', 's-c']);
  expect(seen).toEqual([1]);
});

test('what comes a turn apart is written together, and a rush that does not end is written all the same', async () => {
  const db = newsroom();
  const begun = vi.spyOn(db, 'transaction');
  const turn = () => new Promise((next) => setImmediate(next));
  const first = add(db, 'a');
  await turn();
  const second = add(db, 'b');
  await Promise.all([first, second]);
  expect(begun).toHaveBeenCalledTimes(1);

  const rush: Promise<string>[] = [];
  for (let n = 0; n < 40; n += 1) {
    rush.push(add(db, `r${n}`));
    await turn();
  }
  expect(names(db).length).toBeGreaterThan(2);
  await Promise.all(rush);
  expect(names(db)).toHaveLength(42);
  expect(begun.mock.calls.length).toBeLessThan(10);
});

test('what comes after it was written is a transaction of its own, and a plain one goes between', async () => {
  const db = newsroom();
  const first = add(db, 'a');
  await tx(db, (t) => t.insert(sections).values({ slug: 's-between', name: 'between' }).run().changes);
  await first;
  await add(db, 'b');
  expect(names(db)).toEqual(['s-between', 's-a', 's-b']);
});

test('on a full disk all are refused, nothing is half there, and the next is written once there is room', async () => {
  const db = newsroom();
  const pages = db.$client.pragma('page_count', { simple: true }) as number;
  db.$client.pragma(`max_page_count = ${pages}`);
  const long = 'ক'.repeat(200_000);
  const write = (slug: string, name: string) =>
    batchedTx(
      db,
      (t) =>
        t
          .insert(sections)
          .values({ slug: `s-${slug}`, name })
          .run().changes,
    );
  const answers = await Promise.allSettled([write('a', 'short'), write('b', long), write('c', 'short')]);
  const kept = names(db);
  // Those that were told that they are written are, and no other.
  expect(kept).toEqual(['s-a', 's-b', 's-c'].filter((_, at) => answers[at]?.status === 'fulfilled'));
  expect(answers[1]?.status).toBe('rejected');
  db.$client.pragma('max_page_count = 1000000');
  await write('d', long);
  expect(names(db)).toEqual([...kept, 's-d']);
});
