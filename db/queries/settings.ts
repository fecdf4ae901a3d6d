import type { Db } from '../client';
import { settings } from '../schema';
import { untilChanged } from '../until-changed';

export const settingRows = untilChanged(async (db: Db) =>
  db.select({ key: settings.key, value: settings.value }).from(settings).all(),
);
