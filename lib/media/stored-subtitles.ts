import { getDb } from '@/db/client';
import { subtitlesByDigits } from '@/db/queries/media/media';

/** A film's captions by the twenty digits of its name; null where it has none. Like the film they are not secret. */
export async function storedSubtitles(digits: string, db = getDb()) {
  return (await subtitlesByDigits(db, digits)) ?? null;
}
