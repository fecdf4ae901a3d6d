import { clockTime, longDate } from '@barta/bengali/dates';
import { Fragment } from 'react';
import type { DisplayedComment } from '@/lib/comments/reading/threads';
import type { Say } from '@/lib/site/labels';
import { Icon } from '../icon';
import { PostedOutcome } from './comment-outcome';

interface CommentProps {
  comment: DisplayedComment;
  /** The story's address: answers are written there. */
  address: string;
  /** The page's own: likes are answered there. */
  here: string;
  isOpen: boolean;
  /** What was written since then thanks its writer. */
  newSince: Date;
  say: Say;
}

/** A comment and what was answered to it. One that was taken down or back keeps its place, without its words. */
export function Comment(props: CommentProps) {
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

function StandingComment(props: CommentProps) {
  const { comment, address, newSince, say } = props;
  const when = `${longDate(comment.createdAt)}, ${clockTime(comment.createdAt)}`;
  return (
    <article
      className={comment.fromNewsroom ? 'cm cm--staff' : 'cm'}
      id={`c${comment.id}`}
      aria-label={say('comments.by', { name: comment.name })}
    >
      {comment.createdAt > newSince && !comment.fromNewsroom && <PostedOutcome id={comment.id} say={say} />}
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
        <Badges comment={comment} say={say} />
        <a className="meta" href={`${address}/discussion/comment-${comment.id}`} rel="nofollow">
          <time dateTime={`${comment.createdAt.toISOString().slice(0, 16)}Z`}>{when}</time>
        </a>
        {comment.isEdited && <span className="meta">{say('talk.edited')}</span>}
        {comment.answers && (
          <a className="meta" href={`#c${comment.answers.id}`}>
            {say('comments.answering', { name: comment.answers.name })}
          </a>
        )}
      </div>
      <CommentText text={comment.body} />
      <Deeds {...props} />
    </article>
  );
}

function Badges({ comment, say }: Pick<CommentProps, 'comment' | 'say'>) {
  return (
    <>
      {comment.fromNewsroom && (
        <span className="staff">
          <Icon name="check" />
          {say('comments.fromNewsroom')}
        </span>
      )}
      {comment.fromAuthor && <span className="staff staff--of">{say('talk.author')}</span>}
      {comment.isNamesake && <span className="meta">{say('talk.namesake')}</span>}
      {comment.isPicked && <span className="staff staff--of">{say('talk.picked')}</span>}
    </>
  );
}

/**
 * What a reader can do about it: answer and complain by links, agree by a button of the one form for that. It stands
 * under every comment of the page, so the drawings are in the style sheet, and whose comment it is says the article.
 */
function Deeds({ comment, address, here, isOpen, say }: CommentProps) {
  const { id, likes } = comment;
  return (
    <div className="cm__do">
      {isOpen && (
        <a href={`${address}?reply=${id}#comment-form`} rel="nofollow">
          {say('comments.reply')}
        </a>
      )}
      <button type="submit" form="like" name="like" value={id} formAction={`${here}#c${id}`}>
        {likes > 0 ? say('talk.likeCount', { count: likes }) : say('talk.like')}
        {likes > 0 && <span className="vh">{say('talk.likes')}</span>}
      </button>
      <a href={`${address}?report=${id}#comment-form`} rel="nofollow">
        {say('talk.report')}
      </a>
    </div>
  );
}

function RemovedComment({ comment, say }: CommentProps) {
  const key = comment.isWithdrawn ? 'talk.withdrawn' : 'comments.removed';
  const words = say(comment.isErased ? 'talk.erased' : key);
  return (
    <article className="cm cm--removed" id={`c${comment.id}`} aria-label={words}>
      <p className="cm__text meta">{words}</p>
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
