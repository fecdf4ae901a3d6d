import { publishedAt } from '@/lib/bengali/dates';
import type { Say } from '@/lib/site/labels';
import type { Story } from '@/lib/stories/reading';

interface LiteStory {
  story: Story;
  /** Without a picture in it. */
  html: string;
  comments: number;
  say: Say;
}

export function LiteStory({ story, html, comments, say }: LiteStory) {
  const { picture } = story;
  // The smallest variant first: enough for a telephone.
  const smallest = picture.srcSet.split(' ')[0] || picture.src;
  return (
    <article>
      {story.kicker && <p className="kicker">{story.kicker}</p>}
      <h1>{story.headline}</h1>
      {story.standfirst && <p className="standfirst">{story.standfirst}</p>}
      <p className="meta">
        {story.bylines.length > 0 && <strong>{story.bylines.map((byline) => byline.name).join(', ')}</strong>}{' '}
        <time dateTime={story.publishedAt.toISOString()}>
          {say('article.publishedAt')} {publishedAt(story.publishedAt)}
        </time>
        {story.correctedAt && (
          <>
            {' · '}
            {say('article.updatedAt')}{' '}
            <time dateTime={story.correctedAt.toISOString()}>{publishedAt(story.correctedAt)}</time>
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
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was saved */}
      <div className="body" dangerouslySetInnerHTML={{ __html: html }} />
      <p>
        <a href={`/lite${story.href}/comments`}>{say('lite.comments', { count: comments })}</a>
      </p>
    </article>
  );
}
