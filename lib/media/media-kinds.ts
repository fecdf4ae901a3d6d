export type MediaKind = 'audio' | 'video';

/** The types that browsers play, by file extension. */
export const mediaEnds = {
  audio: ['mp3', 'm4a', 'ogg', 'opus', 'wav'],
  video: ['mp4', 'webm'],
} as const satisfies Record<MediaKind, readonly string[]>;

export const maxMediaMegabytes = 512;
