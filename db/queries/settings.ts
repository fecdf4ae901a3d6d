import type { Db } from '../client';
import { settings } from '../schema';

export async function settingRows(db: Db) {
  return db.select({ key: settings.key, value: settings.value }).from(settings).all();
}
