import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { mediaFiles, pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/pages/announce';
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
  /** A picture of the library for a film; null: the picture of its story. */
  posterId: number | null;
}

export type MediaEditRefusal =
  | 'forbidden'
  | 'not-found'
  | 'stale'
  | 'too-long'
  | 'no-duration'
  | 'picture-unknown';

/** What a sound or film says of itself, how long it lasts, and a film's poster. Readers have it with their next request. */
export async function editMedia(
  db: Db,
  actor: Actor,
  { file, basedOn, seconds, posterId, ...typed }: MediaEdit,
  now = new Date(),
): Promise<Result<{ version: number }, MediaEditRefusal>> {
  const words = tidyMediaWords(typed);
  const tooLong = tooLongMediaWord(words);
  return tx(db, (t) => {
    const media = t.select().from(mediaFiles).where(eq(mediaFiles.file, file)).get();
    if (!media) return refused('not-found');
    const uses = mediaUsesOf(t, file);
    if (!mayEditMedia(actor, media, uses)) return refused('forbidden');
    if (tooLong) return refused('too-long', tooLong);
    if (seconds === 'no-duration') return refused('no-duration', 'seconds');

    if (posterId !== null && !t.select().from(pictures).where(eq(pictures.id, posterId)).get())
      return refused('picture-unknown', 'posterId');

    const after = { ...words, seconds, posterId };
    const { caption, credit } = media;
    const before = { caption, credit, seconds: media.seconds, posterId: media.posterId };
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
    const storyIds = uses.stories.filter(({ state }) => state === 'published').map(({ id }) => id);
    if (storyIds.length > 0) announce(t, { kind: 'picture-changed', storyIds }, now);
    return done({ version: basedOn + 1 });
  });
}
