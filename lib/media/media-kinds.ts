export type MediaKind = 'audio' | 'video';

/** The kinds that browsers play, by the end of the name. */
export const mediaEnds = {
  audio: ['mp3', 'm4a', 'ogg', 'opus', 'wav'],
  video: ['mp4', 'webm'],
} as const satisfies Record<MediaKind, readonly string[]>;

export const maxMediaMegabytes = 512;
