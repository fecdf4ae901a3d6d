import { cachedUntilCommit } from '@/db/cached-until-commit';
import type { ReadDb } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import { settings } from '@/db/schema';

const allSettings = preparedQuery((db) =>
  db.select({ key: settings.key, value: settings.value }).from(settings).prepare(),
);

export const settingRows = cachedUntilCommit(async (db: ReadDb) => allSettings(db).all());
