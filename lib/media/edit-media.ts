import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { mediaFiles } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { mayEditMedia } from './may-edit-media';
import { type MediaWords, searchKeysOf, tidyMediaWords, tooLongMediaWord } from './media-words';
import { mediaUsesOf } from './uses';

export interface MediaEdit extends MediaWords {
  file: string;
  /** The version that was on the screen. */
  basedOn: number;
  /** Whole seconds; null: not known. */
  seconds: number | null | 'no-duration';
}

export type MediaEditRefusal = 'forbidden' | 'not-found' | 'stale' | 'too-long' | 'no-duration';

/** What a sound or film says of itself, and how long it lasts. */
export async function editMedia(
  db: Db,
  actor: Actor,
  { file, basedOn, seconds, ...typed }: MediaEdit,
  now = new Date(),
): Promise<Result<{ version: number }, MediaEditRefusal>> {
  const words = tidyMediaWords(typed);
  const tooLong = tooLongMediaWord(words);
  return tx(db, (t) => {
    const media = t.select().from(mediaFiles).where(eq(mediaFiles.file, file)).get();
    if (!media) return refused('not-found');
    if (!mayEditMedia(actor, media, mediaUsesOf(t, file))) return refused('forbidden');
    if (tooLong) return refused('too-long', tooLong);
    if (seconds === 'no-duration') return refused('no-duration', 'seconds');

    const after = { ...words, seconds };
    const before = { caption: media.caption, credit: media.credit, seconds: media.seconds };
    if (JSON.stringify(before) === JSON.stringify(after)) return done({ version: media.version });

    const { changes } = t
      .update(mediaFiles)
      .set({
        ...after,
        searchKeys: searchKeysOf({ ...words, name: media.name }),
        updatedAt: now,
        version: basedOn + 1,
      })
      .where(and(eq(mediaFiles.file, file), eq(mediaFiles.version, basedOn)))
      .run();
    if (changes === 0) return refused('stale');
    appendAudit(t, { actor, verb: 'edit-media', subject: `media:${file}`, before, after, at: now });
    return done({ version: basedOn + 1 });
  });
}
