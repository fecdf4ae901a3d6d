import { normalise } from '@barta/bengali/normalise';
import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { settings } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { defaultSettings, isSetting, type SettingKey } from '../settings';

/** One of the newsroom's choices. It stands on every page, so every page is made anew. */
export async function changeSetting(
  db: Db,
  actor: Actor,
  { key, value }: { key: string; value: unknown },
  now = new Date(),
): Promise<Result<void, 'forbidden' | 'unknown-setting' | 'wrong-value'>> {
  if (!may(actor, 'change-settings')) return refused('forbidden');
  if (!(key in defaultSettings)) return refused('unknown-setting', 'key');
  if (!isSetting(key as SettingKey, value)) return refused('wrong-value', 'value');

  return tx(db, (t) => {
    writeSetting(t, actor, { key: key as SettingKey, value }, now);
    return done();
  });
}

/** Inside the caller's transaction: false if the choice stood already. */
export function writeSetting(
  t: Tx,
  actor: Actor,
  { key, value: wanted }: { key: SettingKey; value: unknown },
  now: Date,
): boolean {
  const value = typeof wanted === 'string' ? normalise(wanted) : wanted;
  const before = t.select().from(settings).where(eq(settings.key, key)).get();
  if ((before ? before.value : defaultSettings[key]) === value) return false;

  t.insert(settings)
    .values({ key, value })
    .onConflictDoUpdate({ target: settings.key, set: { value, version: (before?.version ?? 0) + 1 } })
    .run();
  appendAudit(t, {
    actor,
    verb: 'change-setting',
    subject: `setting:${key}`,
    before: before?.value ?? defaultSettings[key],
    after: value,
    at: now,
  });
  announce(t, { kind: 'settings-changed' }, now);
  return true;
}
