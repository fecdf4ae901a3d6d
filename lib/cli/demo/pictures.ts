import { readFileSync } from 'node:fs';
import { count } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { pictures } from '@/db/schema';
import { theOperator } from '@/lib/people/actor';
import { keepPicture } from '@/lib/pictures/keep-picture';
import type { PictureStore } from '@/lib/pictures/store';
import { NotDone } from '../command';
import { demoData } from './data';

interface StoryPicture {
  id: number;
  caption: string;
  credit: string;
  alt: string;
}

/** The demo's pictures in the library, by the id of the story that each belongs to. */
export async function keepDemoPictures(db: Db, store: PictureStore, now: Date) {
  const before = howMany(db);
  const of = new Map<string, StoryPicture>();
  for (const { story, file, ...words } of demoData('pictures')) {
    const bytes = readFileSync(`db/seed/pictures/${file}`);
    const outcome = await keepPicture(db, store, theOperator, { bytes, ...words }, now);
    if (!outcome.ok) throw new NotDone(`The demo's picture ${file} was refused: ${outcome.code}.`);
    of.set(story, { id: outcome.value.pictureId, ...words });
  }
  return { of, added: howMany(db) - before };
}

function howMany(db: Db): number {
  return db.select({ all: count() }).from(pictures).get()?.all ?? 0;
}
