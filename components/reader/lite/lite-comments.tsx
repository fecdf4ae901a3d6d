import { clockTime, longDate } from '@barta/bengali/dates';
import type { DisplayedComment } from '@/lib/comments/reading/threads';
import type { Say } from '@/lib/site/labels';

/** What was said, and what was answered, as deep as it goes. */
export function LiteComments({ comments, say }: { comments: readonly DisplayedComment[]; say: Say }) {
  return (
    <ol>
      {comments.map((comment) => (
        <li key={comment.id}>
          {comment.isRemoved ? (
            <p className="meta">{say(comment.isErased ? 'talk.erased' : 'comments.removed')}</p>
          ) : (
            <>
              <p>
                <strong>{comment.name}</strong>{' '}
                {comment.isNamesake && <small>({say('talk.namesake')}) </small>}
                <small>{`${longDate(comment.createdAt)}, ${clockTime(comment.createdAt)}`}</small>
              </p>
              <p className="said">{comment.body}</p>
            </>
          )}
          {comment.replies.length > 0 && <LiteComments comments={comment.replies} say={say} />}
        </li>
      ))}
    </ol>
  );
}
