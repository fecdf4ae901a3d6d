import { clockTime, longDate } from '@barta/bengali/dates';
import { spoken } from '@/components/reader/spoken';
import { LiveStatus } from '@/components/reader/story/live/live-posts';
import type { Say } from '@/lib/site/labels';
import type { LiveCoverage } from '@/lib/stories/for-readers/live-reading';

interface LiteLive {
  live: LiveCoverage;
  /** Null: not said again, as on the older pages. */
  status: { endedAt: Date | null } | null;
  /** The story's full address. */
  href: string;
  /** Without a picture in it. */
  lightOf: (html: string) => string;
  say: Say;
}

/** A live story's posts as words; a page of them weighs what a story does. */
export function LiteLive({ live, status, href, lightOf, say }: LiteLive) {
  const { keyPoints, pinned, posts, olderFrom } = live;
  return (
    <>
      {status && <LiveStatus endedAt={status.endedAt} say={say} />}
      {status && keyPoints.length > 0 && (
        <section>
          <h2>{say('live.keyPoints')}</h2>
          <ul className="body">
            {keyPoints.map(({ id, words, at }) => (
              <li key={id}>
                <small>{clockTime(at)}</small> {words}
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{say('live.updates')}</h2>
      <ol className="list">
        {[...pinned, ...posts].map((post) => (
          <li key={post.id} id={`post-${post.id}`}>
            <small>
              <time dateTime={post.at.toISOString()}>{`${clockTime(post.at)}, ${longDate(post.at)}`}</time>
            </small>
            {post.headline && <strong>{spoken(post.headline)}</strong>}
            {post.html && (
              // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was saved
              <div className="body" dangerouslySetInnerHTML={{ __html: lightOf(post.html) }} />
            )}
            {post.picture && (
              <a href={post.picture.srcSet.split(' ')[0] || post.picture.src}>
                {say('lite.showPictureOf', { what: post.picture.alt })}
              </a>
            )}
          </li>
        ))}
      </ol>
      {posts.length + pinned.length === 0 && <p>{say('live.none')}</p>}
      {olderFrom !== null && (
        <p>
          <a href={`/lite${href}/post/${olderFrom}`}>{say('live.older')}</a>
        </p>
      )}
    </>
  );
}
