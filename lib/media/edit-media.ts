import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { mediaFiles, mediaSubtitles, pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { mayEditMedia } from './may-edit-media';
import { mediaUsesOf } from './media-uses';
import { type MediaWords, searchKeysOf, tidyMediaWords, tooLongMediaWord } from './media-words';
import { markOfSubtitles, maxSubtitleBytes, readSubtitles } from './subtitles';

export interface MediaEdit extends MediaWords {
  file: string;
  /** The version that was displayed. */
  basedOn: number;
  /** Whole seconds; null: unknown. */
  seconds: number | null | 'no-duration';
  /** A library picture as the poster of a video; null: the picture of its story. */
  posterId: number | null;
  /** A video's captions as SubRip or WebVTT; `''`: none. */
  subtitles: string;
}

export type MediaEditRefusal =
  | 'forbidden'
  | 'not-found'
  | 'stale'
  | 'too-long'
  | 'no-duration'
  | 'picture-unknown'
  | 'subtitles-broken'
  | 'subtitles-too-long';

/** Saves a media file's texts, duration, poster and captions. Readers get them with the next request. */
export async function editMedia(
  db: Db,
  actor: Actor,
  { file, basedOn, seconds, posterId, subtitles: rawSubtitles, ...rawFields }: MediaEdit,
  now = new Date(),
): Promise<Result<{ version: number }, MediaEditRefusal>> {
  const words = tidyMediaWords(rawFields);
  const tooLong = tooLongMediaWord(words);
  const isTooMuch = Buffer.byteLength(rawSubtitles) > maxSubtitleBytes;
  const subtitles = readSubtitles(isTooMuch ? '' : rawSubtitles);
  return tx(db, (t) => {
    const media = t.select().from(mediaFiles).where(eq(mediaFiles.file, file)).get();
    if (!media) return refused('not-found');
    const uses = mediaUsesOf(t, file);
    if (!mayEditMedia(actor, media, uses)) return refused('forbidden');
    if (tooLong) return refused('too-long', tooLong);
    if (seconds === 'no-duration') return refused('no-duration', 'seconds');

    if (posterId !== null && !t.select().from(pictures).where(eq(pictures.id, posterId)).get())
      return refused('picture-unknown', 'posterId');

    if (isTooMuch) return refused('subtitles-too-long', 'subtitles');
    if (!subtitles.ok) return refused('subtitles-broken', 'subtitles');

    const text = media.kind === 'video' ? subtitles.text : '';
    const stored = t.select().from(mediaSubtitles).where(eq(mediaSubtitles.file, file)).get();
    const after = { ...words, seconds, posterId, subtitles: text === '' ? null : markOfSubtitles(text) };
    const { caption, credit } = media;
    const before = {
      ...{ caption, credit, seconds: media.seconds, posterId: media.posterId },
      subtitles: stored?.mark ?? null,
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return done({ version: media.version });

    const { changes } = t
      .update(mediaFiles)
      .set({
        ...words,
        seconds,
        posterId,
        searchKeys: searchKeysOf({ ...words, name: media.name }),
        updatedAt: now,
        version: basedOn + 1,
      })
      .where(and(eq(mediaFiles.file, file), eq(mediaFiles.version, basedOn)))
      .run();
    if (changes === 0) return refused('stale');
    if (after.subtitles === null) t.delete(mediaSubtitles).where(eq(mediaSubtitles.file, file)).run();
    else
      t.insert(mediaSubtitles)
        .values({ file, mark: after.subtitles, text })
        .onConflictDoUpdate({ target: mediaSubtitles.file, set: { mark: after.subtitles, text } })
        .run();
    appendAudit(t, { actor, verb: 'edit-media', subject: `media:${file}`, before, after, at: now });
    const storyIds = uses.stories.filter(({ state }) => state === 'published').map(({ id }) => id);
    if (storyIds.length > 0) announce(t, { kind: 'picture-changed', storyIds }, now);
    for (const { slug } of uses.pages) announce(t, { kind: 'page-changed', slug, isInMenus: false }, now);
    return done({ version: basedOn + 1 });
  });
}
