import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { bans } from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { signalsFrom } from '../posting/signals';
import { bannedBy } from './banned-by';

const now = new Date('2026-11-24T06:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const sent = signalsFrom('203.0.113.7', 'key', { device: 'token', email: 'rahim@example.com' });

function ban(db: Connection, wishes: Partial<typeof bans.$inferInsert>) {
  const staffId = aMember(db, 'moderator', `${db.select().from(bans).all().length}`).id;
  db.insert(bans)
    .values({ kind: 'address', value: sent.address ?? '', reason: 'গালি', staffId, createdAt: now, ...wishes })
    .run();
}

test.each([
  ['address', sent.address],
  ['device', sent.device],
  ['network', sent.network],
] as const)('a ban by %s meets its sender and nobody else', async (kind, value = '') => {
  const db = newsroom();
  ban(db, { kind, value });
  const other = signalsFrom('198.51.100.7', 'key', { device: 'other', email: 'karim@example.com' });
  expect(await tx(db, () => bannedBy(db, sent, now)?.kind)).toBe(kind);
  expect(await tx(db, () => bannedBy(db, other, now))).toBeUndefined();
  expect(await tx(db, () => bannedBy(db, { network: '' }, now))).toBeUndefined();
});

test('a ban that has ended or was lifted bans nobody; of two the longest counts', async () => {
  const db = newsroom();
  ban(db, { until: now });
  ban(db, { liftedAt: now });
  expect(await tx(db, () => bannedBy(db, sent, now))).toBeUndefined();
  ban(db, { until: days(1), reason: 'এক দিন' });
  ban(db, { until: days(7), reason: 'সাত দিন' });
  expect(await tx(db, () => bannedBy(db, sent, now)?.reason)).toBe('সাত দিন');
  ban(db, { until: null, reason: 'সব সময়' });
  expect(await tx(db, () => bannedBy(db, sent, now)?.reason)).toBe('সব সময়');
});
