import { normalise } from '@barta/bengali/normalise';
import type { Db } from '@/db/client';
import { settings } from '@/db/schema';
import { tx } from '@/db/tx';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { type SettingKey, type SiteSettings, settingsFrom } from '../settings';
import { writeSetting } from './change-setting';

/**
 * Several of the newsroom's choices, all of them or none. Values are those that `isSetting` accepts. `shown`: what stood
 * there for whoever chose; what they have left so is not theirs to write, and what another has changed meanwhile is not
 * written over.
 */
export async function changeSettings(
  db: Db,
  actor: Actor,
  wanted: Partial<SiteSettings>,
  displayed: Partial<SiteSettings> = {},
  now = new Date(),
): Promise<Result<{ changed: number }, 'forbidden' | 'stale'>> {
  if (!may(actor, 'change-settings')) return refused('forbidden');
  return tx(db, (t) => {
    const stored = settingsFrom(t.select().from(settings).all());
    const own = (Object.keys(wanted) as SettingKey[]).filter((key) => !isLeft(wanted, displayed, key));
    const isOvertaken = (key: SettingKey) =>
      key in displayed && !isSame(stored[key], displayed[key]) && !isSame(stored[key], wanted[key]);
    if (own.some(isOvertaken)) return refused('stale');
    const written = own.map((key) => writeSetting(t, actor, { key, value: wanted[key] }, now));
    return done({ changed: written.filter(Boolean).length });
  });
}

/** Nobody has touched it since it was shown. */
export function isLeft(
  wanted: Partial<SiteSettings>,
  displayed: Partial<SiteSettings>,
  key: SettingKey,
): boolean {
  return key in displayed && isSame(wanted[key], displayed[key]);
}

function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) => (typeof value === 'string' ? normalise(value).trim() : value);
  return plain(one) === plain(other);
}
