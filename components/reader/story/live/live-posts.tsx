import { clockTime, dhakaDay, longDate } from '@barta/bengali/dates';
import { Picture } from '@/components/reader/picture';
import { spoken } from '@/components/reader/spoken';
import type { Say } from '@/lib/site/labels';
import type { LiveCoverage, LivePost } from '@/lib/stories/for-readers/live-reading';

interface PostsProps {
  posts: readonly LivePost[];
  /** The story's address: a post's own hangs from it. */
  href: string;
  say: Say;
}

interface LiveUpdatesProps extends Omit<PostsProps, 'posts'> {
  live: LiveCoverage;
  endedAt: Date | null;
}

/**
 * A live story's posts, newest first, under what matters most. While it goes on, the page asks now and then whether
 * there are newer ones; without a script a link opens it anew.
 */
export function LiveUpdates({ live, endedAt, href, say }: LiveUpdatesProps) {
  const { posts, pinned, olderFrom } = live;
  const newest = Math.max(0, ...[...posts, ...pinned].map(({ id }) => id));
  return (
    <section
      className="live"
      aria-labelledby="live"
      data-live={endedAt ? undefined : `${href}/live.json`}
      data-newest={newest}
    >
      <div data-live-part="top">
        <KeyPoints live={live} href={href} say={say} />
        {pinned.length > 0 && (
          <section className="live__pinned" aria-label={say('live.pinned')}>
            <LivePosts posts={pinned} href={href} say={say} />
          </section>
        )}
      </div>
      <header className="block__head">
        <h2 id="live">{say('live.updates')}</h2>
      </header>
      {!endedAt && (
        <div className="live__new" role="status">
          <button
            className="btn btn--main"
            type="button"
            hidden
            data-live-show
            data-one={say('live.newOne')}
            data-many={say('live.newMany')}
          />
          <a data-plain href={href}>
            {say('live.reload')}
          </a>
        </div>
      )}
      <div data-live-part="posts">
        {posts.length === 0 && pinned.length === 0 && <p className="note">{say('live.none')}</p>}
        <LivePosts posts={posts} href={href} say={say} />
        {olderFrom !== null && (
          <p className="pager">
            <a href={`${href}/post/${olderFrom}`} rel="next">
              {say('live.older')}
            </a>
          </p>
        )}
      </div>
    </section>
  );
}

function KeyPoints({ live, href, say }: Pick<LiveUpdatesProps, 'live' | 'href' | 'say'>) {
  if (live.keyPoints.length === 0) return null;
  return (
    <section className="inset" aria-labelledby="key-points">
      <h2 className="label" id="key-points">
        {say('live.keyPoints')}
      </h2>
      <ul>
        {live.keyPoints.map(({ id, words, at }) => (
          <li key={id}>
            <time className="meta" dateTime={at.toISOString()}>
              {clockTime(at)}
            </time>{' '}
            <a href={placeOf(id, live, href)}>{words}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function LiveStatus({ endedAt, say }: { endedAt: Date | null; say: Say }) {
  if (!endedAt)
    return (
      <p className="live__status">
        <span className="live__dot" />
        {say('live.on')}
      </p>
    );
  return (
    <p className="live__status live__status--ended">
      {say('live.ended')}:{' '}
      <time dateTime={endedAt.toISOString()}>{`${longDate(endedAt)}, ${clockTime(endedAt)}`}</time>
    </p>
  );
}

/** Each post has its time as the link that leads to it for good. A day is said where it is another than above. */
export function LivePosts({ posts, href, say }: PostsProps) {
  return (
    <ol className="posts">
      {posts.map((post, index) => {
        const above = posts[index - 1];
        const isNewDay = !above || dhakaDay(above.at) !== dhakaDay(post.at);
        return (
          <li key={post.id}>
            <Post post={post} isNewDay={isNewDay} href={href} say={say} />
          </li>
        );
      })}
    </ol>
  );
}

interface PostProps {
  post: LivePost;
  isNewDay: boolean;
  href: string;
  say: Say;
}

function Post({ post, isNewDay, href, say }: PostProps) {
  return (
    <article
      className="post"
      id={`post-${post.id}`}
      data-post={post.id}
      data-version={post.version}
      tabIndex={-1}
    >
      <p className="post__at">
        <a href={`${href}/post/${post.id}#post-${post.id}`}>
          <time dateTime={post.at.toISOString()}>
            {clockTime(post.at)}
            {isNewDay && <small>{longDate(post.at)}</small>}
          </time>
          <span className="vh">{say('live.permalink')}</span>
        </a>
      </p>
      <div>
        {post.isKey && <span className="kicker">{say('live.key')}</span>}
        {post.headline && <h3>{spoken(post.headline)}</h3>}
        {post.html && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was saved
          <div className="body" dangerouslySetInnerHTML={{ __html: post.html }} />
        )}
        <PostPicture post={post} say={say} />
        {post.editedAt && <p className="meta">{say('live.edited', { time: clockTime(post.editedAt) })}</p>}
      </div>
    </article>
  );
}

function PostPicture({ post, say }: Pick<PostProps, 'post' | 'say'>) {
  if (!post.picture) return null;
  return (
    <figure>
      <Picture picture={post.picture} sizes="(min-width: 48rem) 38rem, 85vw" />
      {(post.caption || post.credit) && (
        <figcaption>
          {post.caption}{' '}
          {post.credit && <span className="credit">{say('article.photoCredit', { name: post.credit })}</span>}
        </figcaption>
      )}
    </figure>
  );
}

/** On this page, or on the one that begins with it. */
function placeOf(id: number, { posts, pinned }: LiveCoverage, href: string): string {
  const isHere = [...posts, ...pinned].some((post) => post.id === id);
  return isHere ? `#post-${id}` : `${href}/post/${id}#post-${id}`;
}
