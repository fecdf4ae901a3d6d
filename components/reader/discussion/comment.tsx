import { Fragment } from 'react';
import { clock, longDate } from '@/lib/bengali/dates';
import type { ShownComment } from '@/lib/comments/threads';
import type { Say } from '@/lib/site/labels';

interface Props {
  comment: ShownComment;
  /** The story's address: answers are written there. */
  address: string;
  isOpen: boolean;
  say: Say;
}

/** A comment and what was answered to it. One that was taken down keeps its place, without its words. */
export function Comment(props: Props) {
  const { comment } = props;
  return (
    <li>
      {comment.isRemoved ? <RemovedComment {...props} /> : <StandingComment {...props} />}
      {comment.replies.length > 0 && (
        <ol className="replies">
          {comment.replies.map((reply) => (
            <Comment key={reply.id} {...props} comment={reply} />
          ))}
        </ol>
      )}
    </li>
  );
}

function StandingComment({ comment, address, isOpen, say }: Props) {
  const when = `${longDate(comment.createdAt)}, ${clock(comment.createdAt)}`;
  return (
    <article
      className={comment.fromNewsroom ? 'cm cm--staff' : 'cm'}
      id={`c${comment.id}`}
      aria-label={say('comments.by', { name: comment.name })}
    >
      <div className="cm__top">
        <strong>
          {comment.website === '' ? (
            comment.name
          ) : (
            <a href={comment.website} rel="ugc nofollow noopener">
              {comment.name}
            </a>
          )}
        </strong>
        {comment.fromNewsroom && (
          <span className="staff">
            <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
              <path d="m4.5 12.5 5 5 10-11" />
            </svg>
            {say('comments.fromNewsroom')}
          </span>
        )}
        <a className="meta" href={`#c${comment.id}`} aria-label={say('comments.linkTo', { when })}>
          <time dateTime={comment.createdAt.toISOString()}>{when}</time>
        </a>
        {comment.answers && (
          <a className="meta" href={`#c${comment.answers.id}`}>
            {say('comments.answering', { name: comment.answers.name })}
          </a>
        )}
      </div>
      <CommentText text={comment.body} />
      {isOpen && (
        <div className="cm__do">
          <a href={`${address}?reply=${comment.id}#comment-form`} rel="nofollow">
            <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M9 6 4 11l5 5M4.5 11H14c3.5 0 6 2.5 6 6.5" />
            </svg>
            {say('comments.reply')}
            <span className="vh"> {say('comments.replyAbout', { name: comment.name })}</span>
          </a>
        </div>
      )}
    </article>
  );
}

function RemovedComment({ comment, say }: Props) {
  return (
    <article className="cm cm--removed" id={`c${comment.id}`} aria-label={say('comments.removed')}>
      <p className="cm__text meta">{say('comments.removed')}</p>
    </article>
  );
}

/** Text, never markup: a blank line begins a paragraph, a line end stays one, a link is just its letters. */
function CommentText({ text }: { text: string }) {
  const paragraphs = text.split('\n\n');
  return paragraphs.map((paragraph, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a stored text does not change its order
    <p className="cm__text" key={at}>
      {paragraph.split('\n').map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Fragment key={row}>
          {row > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </p>
  ));
}
