import { getDb } from '@/db/client';
import { subtitlesByDigits } from '@/db/queries/media/media';

/** A video's captions by the twenty digits of its name; null if it has none. Like the video, they are public. */
export async function storedSubtitles(digits: string, db = getDb()) {
  return (await subtitlesByDigits(db, digits)) ?? null;
}
