import { builtOnce } from '../built-once';
import type { Db } from '../client';
import { settings } from '../schema';
import { untilChanged } from '../until-changed';

const allSettings = builtOnce((db) =>
  db.select({ key: settings.key, value: settings.value }).from(settings).prepare(),
);

export const settingRows = untilChanged(async (db: Db) => allSettings(db).all());
