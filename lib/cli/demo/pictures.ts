import { readFileSync } from 'node:fs';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { AppDb, ReadDb } from '@/db/client';
import { bylines, pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import { theOperator } from '@/lib/people/actor';
import { savePicture } from '@/lib/pictures/library/save-picture';
import type { PictureStore } from '@/lib/pictures/picture-store';
import { CommandError } from '../command';
import { demoData } from './data';

export interface StoryPicture {
  id: number;
  caption: string;
  credit: string;
  alt: string;
}

/** The demo's pictures in the library, by the id of the story that each belongs to. */
export async function saveDemoPictures(db: AppDb, store: PictureStore, now: Date) {
  const before = howMany(db);
  const of = new Map<string, StoryPicture>();
  const byFile = new Map<string, StoryPicture>();
  for (const { story, file, ...words } of demoData('pictures')) {
    const bytes = readFileSync(`db/seed/pictures/${file}`);
    const outcome = await savePicture(db, store, theOperator, { bytes, ...words }, now);
    if (!outcome.ok) throw new CommandError(`The demo's picture ${file} was refused: ${outcome.code}.`);
    const saved = { id: outcome.value.pictureId, ...words };
    of.set(story, saved);
    byFile.set(file, saved);
  }
  await keepPortraits(db, store, now);
  return { of, byFile, added: howMany(db) - before };
}

/** Whoever has a face already keeps it. */
async function keepPortraits(db: AppDb, store: PictureStore, now: Date): Promise<void> {
  for (const { byline, file, alt, credit } of demoData('portraits')) {
    const bytes = readFileSync(`db/seed/pictures/${file}`);
    const outcome = await savePicture(db, store, theOperator, { bytes, alt, credit, caption: alt }, now);
    if (!outcome.ok) throw new CommandError(`The demo's portrait ${file} was refused: ${outcome.code}.`);
    const { pictureId: portraitId } = outcome.value;
    await tx(db, (t) => {
      const faceless = and(eq(bylines.slug, byline), isNull(bylines.portraitId));
      const { changes } = t.update(bylines).set({ portraitId }).where(faceless).run();
      if (changes > 0) announce(t, { kind: 'byline-changed', slug: byline }, now);
    });
  }
}

function howMany(db: ReadDb): number {
  return db.select({ all: count() }).from(pictures).get()?.all ?? 0;
}
