import type { Db } from '@/db/client';
import { tx } from '@/db/tx';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { writeSetting } from './change-setting';
import type { SettingKey, SiteSettings } from './settings';

/** Several of the newsroom's choices, all of them or none. Values are those that `isSetting` accepts. */
export async function changeSettings(
  db: Db,
  actor: Actor,
  wanted: Partial<SiteSettings>,
  now = new Date(),
): Promise<Result<{ changed: number }, 'forbidden'>> {
  if (!may(actor, 'change-settings')) return refused('forbidden');
  return tx(db, (t) => {
    const written = Object.entries(wanted).map(([key, value]) =>
      writeSetting(t, actor, { key: key as SettingKey, value }, now),
    );
    return done({ changed: written.filter(Boolean).length });
  });
}
