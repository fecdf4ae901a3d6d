import type { Say } from '@/lib/site/labels';

interface MediaPlayerProps {
  src: string;
  kind: 'audio' | 'video';
  title: string;
  poster: string | undefined;
  /** The address of the captions, where somebody has written them. */
  captions: string | undefined;
  say: Say;
}

/** One audio or video file, with the browser's own controls. */
export function MediaPlayer({ src, kind, title, poster, captions, say }: MediaPlayerProps) {
  if (kind === 'audio')
    return (
      // biome-ignore lint/a11y/useMediaCaption: audio of the library has no captions
      <audio className="player" src={src} controls preload="metadata" aria-label={title} />
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: there are captions where somebody has written them
    <video className="player" src={src} poster={poster} controls preload="metadata" aria-label={title}>
      {captions && (
        <track kind="captions" src={captions} srcLang="bn" label={say('media.captions')} default />
      )}
    </video>
  );
}
