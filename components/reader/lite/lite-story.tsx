import { formatBengaliDuration } from '@barta/bengali/durations';
import type { ReactNode } from 'react';
import { spoken } from '@/components/reader/spoken';
import { formWords } from '@/components/reader/story/form-words';
import { PublishedLine, UpdatedLine } from '@/components/reader/story/published-line';
import type { Say } from '@/lib/site/labels';
import type { PublicationLine } from '@/lib/site/settings';
import type { Medium } from '@/lib/stories/for-readers/medium';
import type { Story } from '@/lib/stories/for-readers/reading';

interface LiteStory {
  story: Story;
  /** Without a picture in it. */
  html: string;
  comments: number;
  publicationLine: PublicationLine;
  say: Say;
  /** Between the body and what follows it. */
  children?: ReactNode;
}

export function LiteStory({ story, html, comments, publicationLine, say, children }: LiteStory) {
  const { picture } = story;
  const word = formWords[story.form];
  // The smallest variant first: enough for a telephone.
  const smallest = picture.srcSet.split(' ')[0] || picture.src;
  return (
    <article>
      {(word || story.kicker) && (
        <p className="kicker">{[word && say(word), story.kicker].filter(Boolean).join(' · ')}</p>
      )}
      <h1>{spoken(story.headline)}</h1>
      {story.standfirst && <p className="standfirst">{spoken(story.standfirst)}</p>}
      <p className="meta">
        {story.bylines.length > 0 && <strong>{story.bylines.map((byline) => byline.name).join(', ')}</strong>}{' '}
        <PublishedLine at={story.publishedAt} line={publicationLine} say={say} />
        {story.correctedAt && (
          <>
            {' · '}
            <UpdatedLine at={story.correctedAt} line={publicationLine} say={say} />
          </>
        )}
      </p>
      {story.hasPhoto && (
        <p>
          <a href={smallest}>
            {picture.alt ? say('lite.showPictureOf', { what: picture.alt }) : say('lite.showPicture')}
          </a>
        </p>
      )}
      {story.video && <LiteMedium medium={story.video} of="video" say={say} />}
      {story.audio && <LiteMedium medium={story.audio} of="audio" say={say} />}
      {story.contents.length > 1 && (
        <nav aria-label={say('formats.contents')}>
          <ol className="parts">
            {story.contents.map(({ anchor, words }) => (
              <li key={anchor}>
                <a href={`#${anchor}`}>{words}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was saved */}
      <div className="body" dangerouslySetInnerHTML={{ __html: html }} />
      {story.form === 'opinion' && <p className="meta">{say('article.opinionNote')}</p>}
      {children}
      <p>
        <a href={`/lite${story.href}/comments`}>{say('lite.comments', { count: comments })}</a>
      </p>
    </article>
  );
}

/** A link: nothing of a film is fetched on a dear line before somebody asks for it. */
function LiteMedium({ medium, of, say }: { medium: Medium; of: 'audio' | 'video'; say: Say }) {
  const { address, seconds, house } = medium;
  const duration = seconds === null ? '' : formatBengaliDuration(seconds);
  const words =
    of === 'video'
      ? duration
        ? say('lite.openVideoFor', { duration })
        : say('lite.openVideo')
      : duration
        ? say('lite.openAudioFor', { duration })
        : say('article.listen');
  return (
    <p>
      <a href={address} rel={house ? 'nofollow noopener' : undefined}>
        {words}
      </a>
      {house && <small> {house}</small>}
    </p>
  );
}
