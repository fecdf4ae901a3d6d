import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { signInFailures } from '@/db/schema';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { type Attempt, attemptSucceeded, countAttempt } from './sign-in-throttle';

const MORNING = new Date('2026-11-24T03:00:00Z');
const after = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000);
const mitu = { email: 'mitu@barta.test', network: '203.0.113.7' };

const tries = (db: Connection, attempt: Attempt = mitu, at = MORNING) =>
  tx(db, (t) => countAttempt(t, attempt, at));

test('an address waits a minute after five attempts, then twice as long each time, up to a quarter of an hour', async () => {
  const db = newsroom();
  for (let time = 1; time <= 5; time++) expect(await tries(db)).toBeNull();
  expect(await tries(db)).toEqual(after(1));

  let now = 1;
  for (const wait of [2, 4, 8, 15, 15]) {
    expect(await tries(db, mitu, after(now))).toBeNull();
    expect(await tries(db, mitu, after(now))).toEqual(after(now + wait));
    now += wait;
  }
});

test('an attempt while waiting does not make the wait longer', async () => {
  const db = newsroom();
  for (let time = 1; time <= 5; time++) await tries(db);
  for (let time = 1; time <= 50; time++) expect(await tries(db, mitu, after(0.5))).toEqual(after(1));
  expect(await tries(db, mitu, after(1))).toBeNull();
});

test('one network that tries many addresses waits too, and others do not wait with it', async () => {
  const db = newsroom();
  for (let n = 1; n <= 20; n++)
    expect(await tries(db, { ...mitu, email: `nobody${n}@barta.test` })).toBeNull();
  expect(await tries(db)).toEqual(after(1));
  expect(await tries(db, { ...mitu, network: '198.51.100.9' })).toBeNull();
});

test('a success gives its network one attempt back, not all of them', async () => {
  const db = newsroom();
  for (let n = 1; n <= 18; n++) await tries(db, { ...mitu, email: `nobody${n}@barta.test` });
  await tries(db);
  await tx(db, (t) => attemptSucceeded(t, mitu));
  expect(await tries(db, { ...mitu, email: 'nobody19@barta.test' })).toBeNull();
  expect(await tries(db, { ...mitu, email: 'nobody20@barta.test' })).toBeNull();
  expect(await tries(db)).toEqual(after(1));
});

test('a success clears its address', async () => {
  const db = newsroom();
  for (let round = 1; round <= 3; round++) {
    for (let time = 1; time <= 4; time++) expect(await tries(db)).toBeNull();
    await tx(db, (t) => attemptSucceeded(t, mitu));
  }
});

test('strangers who guess keep nobody out of a browser that is known, and who guesses there waits there', async () => {
  const db = newsroom();
  const known = { ...mitu, browser: 'the desk by the window' };
  for (let time = 1; time <= 5; time++) await tries(db);
  for (let n = 1; n <= 20; n++) await tries(db, { ...mitu, email: `nobody${n}@barta.test` });
  expect(await tries(db)).not.toBeNull();

  for (let time = 1; time <= 4; time++) expect(await tries(db, known)).toBeNull();
  await tx(db, (t) => attemptSucceeded(t, known));
  for (let time = 1; time <= 5; time++) expect(await tries(db, known)).toBeNull();
  expect(await tries(db, known)).toEqual(after(1));
  expect(await tries(db, { ...known, browser: 'another' })).toBeNull();
});

test('a day without failures forgets them', async () => {
  const db = newsroom();
  for (let time = 1; time <= 4; time++) await tries(db);
  await tries(db, mitu, after(25 * 60));
  expect(db.select().from(signInFailures).all()).toMatchObject([{ count: 1 }, { count: 1 }]);
});
