import { untilChanged } from '@/db/cached-until-commit';
import type { ReadDb } from '@/db/client';
import { builtOnce } from '@/db/prepared-statement';
import { settings } from '@/db/schema';

const allSettings = builtOnce((db) =>
  db.select({ key: settings.key, value: settings.value }).from(settings).prepare(),
);

export const settingRows = untilChanged(async (db: ReadDb) => allSettings(db).all());
