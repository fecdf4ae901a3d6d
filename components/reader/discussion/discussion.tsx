import { StaticHtml } from '@/components/static-html/static-html';
import type { SubmitComment } from '@/lib/comments/posting/comment-form-state';
import type { Discussion as DiscussionShown } from '@/lib/comments/reading/reading';
import type { DiscussionPage, DisplayedThread, Sort } from '@/lib/comments/reading/thread-page';
import type { LabelSet, Say } from '@/lib/site/labels';
import { Comment } from './comment';
import { CommentForm } from './comment-form.client';
import { LikeForm } from './like-form.client';
import { ReportForm } from './report-form.client';

interface DiscussionProps {
  discussion: DiscussionShown;
  /** The story's own address, as in `/international/1`. */
  address: string;
  token: string;
  /** As in `Threads`. */
  newSince: Date;
  actions: { submit: SubmitComment; like: SubmitComment; report: SubmitComment };
  say: Say;
  labelSet: LabelSet;
}

/** All that was said under a story, and the form to say more. */
export function Discussion({
  discussion,
  address,
  token,
  newSince,
  actions,
  say,
  labelSet,
}: DiscussionProps) {
  const { isOpen, replyTo, reported, storyId, sort } = discussion;
  const here = sort === 'newest' ? address : `${address}?sort=${sort}`;
  return (
    <section className="comments story" id="discussion" aria-labelledby="discussion-title">
      <header className="comments__head">
        <h2 id="discussion-title">
          {discussion.count === 0
            ? say('comments.title')
            : say('comments.titleCount', { count: discussion.count })}
        </h2>
        {discussion.count > 1 && <Sorts address={address} sort={sort} say={say} />}
      </header>
      <LikeForm storyId={storyId} here={here} action={actions.like} />
      <a hidden href="/account/comment/" data-mine="" rel="nofollow">
        {say('talk.mine')}
      </a>
      {isOpen && discussion.threads.length === 0 && <p className="meta">{say('comments.none')}</p>}
      <Threads
        page={discussion}
        address={address}
        here={here}
        isOpen={isOpen}
        newSince={newSince}
        say={say}
      />
      <div id="comment-form">
        {reported ? (
          <ReportForm
            storyId={storyId}
            address={address}
            here={here}
            reported={reported}
            action={actions.report}
            labelSet={labelSet}
          />
        ) : (
          <CommentForm
            storyId={storyId}
            address={address}
            replyTo={replyTo}
            sort={sort === 'newest' ? undefined : sort}
            token={token}
            isOpen={isOpen}
            action={actions.submit}
            labelSet={labelSet}
          />
        )}
      </div>
    </section>
  );
}

const SORTS: readonly Sort[] = ['newest', 'oldest', 'liked'];

function Sorts({ address, sort, say }: { address: string; sort: Sort; say: Say }) {
  return (
    <nav className="sort" aria-label={say('talk.sort')}>
      {SORTS.map((one) => (
        <a
          key={one}
          href={`${address}${one === 'newest' ? '' : `?sort=${one}`}#discussion`}
          aria-current={one === sort ? 'true' : undefined}
          rel="nofollow"
        >
          {say(`talk.sort.${one}`)}
        </a>
      ))}
    </nav>
  );
}

interface ThreadsProps {
  page: Pick<DiscussionPage, 'threads' | 'olderBefore' | 'sort'>;
  address: string;
  /** The page's own address, where its likes are answered. */
  here: string;
  isOpen: boolean;
  /** What was written since then thanks its writer. */
  newSince: Date;
  say: Say;
}

/** A page's threads, each with a way to the rest of it, and a way to the next ones. */
export function Threads({ page, ...rest }: ThreadsProps) {
  const { sort, olderBefore } = page;
  const { address, say } = rest;
  const next = sort === 'newest' ? `before-${olderBefore}` : `${sort}-after-${olderBefore}`;
  return (
    <>
      <StaticHtml as="ol" className="thread">
        {page.threads.map((thread) => (
          <Thread key={thread.root.id} thread={thread} {...rest} />
        ))}
      </StaticHtml>
      {olderBefore !== null && (
        <p>
          <a className="more" href={`${address}/discussion/${next}`}>
            {say(sort === 'newest' ? 'comments.older' : 'talk.more')}
          </a>
        </p>
      )}
    </>
  );
}

function Thread({ thread, ...rest }: Omit<ThreadsProps, 'page'> & { thread: DisplayedThread }) {
  const comment = <Comment comment={thread.root} {...rest} />;
  if (!thread.hasMore) return comment;
  return (
    <>
      {comment}
      <li>
        <a className="more" href={`${rest.address}/discussion/thread-${thread.root.id}`}>
          {rest.say('comments.moreReplies')}
        </a>
      </li>
    </>
  );
}
