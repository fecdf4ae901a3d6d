import { formatBengaliDuration } from '@barta/bengali/durations';
import { Picture } from '@/components/reader/picture';
import type { Say } from '@/lib/site/labels';
import type { Medium } from '@/lib/stories/for-readers/medium';
import type { Story } from '@/lib/stories/for-readers/reading';

interface OfStory {
  medium: Medium;
  story: Pick<Story, 'headline' | 'picture' | 'hasPhoto'>;
  say: Say;
}

/** A story's film: a file of ours plays here, what stands elsewhere is its picture, which leads there. */
export function Film({ medium, story, say }: OfStory) {
  const { address, house, isPlayed, seconds, caption, credit, poster, subtitles } = medium;
  if (isPlayed)
    return (
      <figure className="player">
        {/* biome-ignore lint/a11y/useMediaCaption: where the newsroom has written captions they are there */}
        <video
          src={address}
          controls
          preload="none"
          playsInline
          width="1280"
          height="720"
          poster={poster ?? undefined}
          aria-label={named(story.headline, seconds, say)}
        >
          {subtitles && (
            <track kind="captions" src={subtitles} srcLang="bn" label={say('media.captions')} default />
          )}
        </video>
        {(caption || credit) && (
          <figcaption>
            {[caption, credit && say('media.filmCredit', { name: credit })].filter(Boolean).join(' ')}
          </figcaption>
        )}
      </figure>
    );
  const where = house || say('media.theirs');
  return (
    <figure className="player">
      <a className="film__card" href={address} rel="nofollow noopener">
        <Picture
          picture={{ ...story.picture, alt: '' }}
          shape="lead"
          sizes="(min-width: 64rem) 50rem, 85vw"
          mark={{ kind: 'video', seconds }}
          isFirst
        />
        <strong>{say('media.watchAt', { house: where })}</strong>
      </a>
      <figcaption>{say('media.leaves', { house: where })}</figcaption>
    </figure>
  );
}

/** The story to be listened to. Nothing of it is fetched before somebody presses play. */
export function Sound({ medium, story, say }: OfStory) {
  const { address, house, isPlayed, seconds, credit } = medium;
  const title = say('article.listen');
  return (
    <figure className="player player--sound">
      <figcaption>
        <strong>{isPlayed ? title : <Elsewhere medium={medium} say={say} />}</strong>
        {seconds !== null && <span className="meta">{formatBengaliDuration(seconds)}</span>}
        {isPlayed && credit && <span className="meta">{say('media.soundCredit', { name: credit })}</span>}
      </figcaption>
      {isPlayed ? (
        // biome-ignore lint/a11y/useMediaCaption: it is the story read aloud, and the story stands below
        <audio src={address} controls preload="none" aria-label={named(story.headline, seconds, say)} />
      ) : (
        <p className="meta">{say('media.leaves', { house: house || say('media.theirs') })}</p>
      )}
    </figure>
  );
}

function Elsewhere({ medium: { address, house }, say }: Omit<OfStory, 'story'>) {
  return (
    <a href={address} rel="nofollow noopener">
      {say('media.listenAt', { house: house || say('media.theirs') })}
    </a>
  );
}

function named(title: string, seconds: number | null, say: Say): string {
  return seconds === null
    ? title
    : say('media.playerOf', { title, duration: formatBengaliDuration(seconds) });
}
