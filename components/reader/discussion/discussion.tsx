import type { SubmitComment } from '@/lib/comments/comment-form-state';
import type { DiscussionPage, Discussion as DiscussionShown, ShownThread } from '@/lib/comments/reading';
import type { LabelSet, Say } from '@/lib/site/labels';
import { Comment } from './comment';
import { CommentForm } from './comment-form.client';

interface Props {
  discussion: DiscussionShown;
  /** The story's own address, as in `/international/1`. */
  address: string;
  action: SubmitComment;
  say: Say;
  labelSet: LabelSet;
}

/** All that was said under a story, and the form to say more. */
export function Discussion({ discussion, address, action, say, labelSet }: Props) {
  const { isOpen, replyTo, storyId } = discussion;
  return (
    <section className="comments story" id="discussion" aria-labelledby="discussion-title">
      <header className="comments__head">
        <h2 id="discussion-title">
          {discussion.count === 0
            ? say('comments.title')
            : say('comments.titleCount', { count: discussion.count })}
        </h2>
      </header>
      {isOpen && discussion.threads.length === 0 && <p className="meta">{say('comments.none')}</p>}
      <Threads page={discussion} address={address} isOpen={isOpen} say={say} />
      <div id="comment-form">
        {isOpen ? (
          <CommentForm
            storyId={storyId}
            address={address}
            replyTo={replyTo}
            action={action}
            labelSet={labelSet}
          />
        ) : (
          <p className="note">{say('comments.closed')}</p>
        )}
      </div>
    </section>
  );
}

interface ThreadsProps {
  page: Pick<DiscussionPage, 'threads' | 'olderBefore'>;
  address: string;
  isOpen: boolean;
  say: Say;
}

/** A page's threads, each with a way to the rest of it, and a way to older ones. */
export function Threads({ page, address, isOpen, say }: ThreadsProps) {
  return (
    <>
      <ol className="thread">
        {page.threads.map((thread) => (
          <Thread key={thread.root.id} thread={thread} address={address} isOpen={isOpen} say={say} />
        ))}
      </ol>
      {page.olderBefore !== null && (
        <p>
          <a className="more" href={`${address}/discussion/before-${page.olderBefore}`}>
            {say('comments.older')}
          </a>
        </p>
      )}
    </>
  );
}

function Thread({ thread, ...rest }: Omit<ThreadsProps, 'page'> & { thread: ShownThread }) {
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
