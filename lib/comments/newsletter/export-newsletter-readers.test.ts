import { expect, test } from 'vitest';
import { commenters, subscriptions } from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { refused } from '@/lib/result';
import { exportNewsletterReaders } from './export-newsletter-readers';

const now = new Date('2026-11-24T06:00:00Z');

function readers() {
  const db = newsroom();
  const person = (email: string, name: string, more = {}) =>
    db
      .insert(commenters)
      .values({ email, name, createdAt: now, ...more })
      .returning()
      .get().id;
  const subscribe = (commenterId: number, more: Partial<typeof subscriptions.$inferInsert> = {}) =>
    db
      .insert(subscriptions)
      .values({ commenterId, kind: 'letter', consentedAt: now, confirmedAt: now, ...more })
      .run();
  return { db, person, subscribe };
}

async function csv(db: ReturnType<typeof newsroom>) {
  const outcome = await exportNewsletterReaders(db, aMember(db, 'chief'), now);
  if (!outcome.ok) throw new Error(outcome.code);
  let text = '';
  for await (const piece of outcome.value) text += piece;
  return text;
}

test('only who consented to the letter, confirmed it and has not ended it is in the file', async () => {
  const { db, person, subscribe } = readers();
  subscribe(person('yes@example.com', 'রহিম'));
  subscribe(person('unconfirmed@example.com', 'ক'), { confirmedAt: null });
  subscribe(person('ended@example.com', 'খ'), { endedAt: now });
  subscribe(person('replies@example.com', 'গ'), { kind: 'replies' });
  subscribe(person('erased@example.com', 'ঘ', { erasedAt: now }));
  person('never@example.com', 'ঙ');

  expect(await csv(db)).toBe(
    '\uFEFFemail,name,consented_at,confirmed_at\r\nyes@example.com,রহিম,2026-11-24T06:00:00.000Z,2026-11-24T06:00:00.000Z\r\n',
  );
});

test('that it was asked for is on record, without an address', async () => {
  const { db, person, subscribe } = readers();
  subscribe(person('yes@example.com', 'রহিম'));
  await csv(db);
  expect(audited(db)).toEqual(['export-letter letter:readers']);
  expect(JSON.stringify(db.$client.prepare('select * from audit_entries').all())).not.toContain('@');
});

test.each([
  ['=cmd|calc!A1', "'=cmd|calc!A1"],
  ['+88017', "'+88017"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['a,"b"', '"a,""b"""'],
])('a name that a spreadsheet would take for a formula is none: %s', async (name, printed) => {
  const { db, person, subscribe } = readers();
  subscribe(person('yes@example.com', name));
  expect((await csv(db)).split('\r\n')[1]).toContain(`,${printed},`);
});

test('more than one piece: every reader once', async () => {
  const { db, person, subscribe } = readers();
  for (let n = 0; n < 1_203; n += 1) subscribe(person(`r${n}@example.com`, 'র'));
  const lines = (await csv(db)).trim().split('\r\n');
  expect(new Set(lines).size).toBe(1_204);
});

test.each(['reporter', 'editor', 'moderator'] as const)(
  'a %s gets nothing, and nothing is on record',
  async (role) => {
    const { db } = readers();
    expect(await exportNewsletterReaders(db, aMember(db, role), now)).toEqual(refused('forbidden'));
    expect(audited(db)).toEqual([]);
  },
);
